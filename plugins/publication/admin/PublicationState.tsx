'use client'

import { FieldLabel, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import type { Became } from '../became.ts'
import { speak, type Say } from '../languages/index.ts'
import { momentIn } from './moments.ts'
import { useBecame } from './use-became.ts'
import './publication.css'

/** Beside a document: is it on the site, since when, and if not, why. */
export const PublicationState = ({ timeZone }: { timeZone?: string }) => {
  const { collectionSlug, globalSlug, id, lastUpdateTime } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const say = speak(i18n)
  const which = globalSlug ? `global=${globalSlug}` : id ? `for=${collectionSlug}:${id}` : undefined
  const latest = `${config.serverURL}${config.routes.api}/publications/latest`
  const known = useBecame(which && `${latest}?${which}`, lastUpdateTime)
  if (!which || !known || known === 'refused') return null
  return (
    <div className="field-type publication-state">
      <FieldLabel as="span" label={say('onTheSite')} />
      <div
        className={`publication-state__${known === 'unknown' ? known : known.state}`}
        role="status"
      >
        {known === 'unknown' ? (
          say('notKnown')
        ) : (
          <Words admin={config.routes.admin} became={known} say={say} timeZone={timeZone} />
        )}
      </div>
    </div>
  )
}

type WordsProps = { admin: string; became: Became; say: Say; timeZone?: string }

const Words = ({ admin, became, say, timeZone }: WordsProps) => {
  const { address, at = '', findings = [], problem, state } = became
  const found = (
    <ul>
      {findings.map(({ path, text }) => (
        <li key={`${path} ${text}`}>
          {text} <a href={`${admin}${path}`}>{say('open')}</a>
        </li>
      ))}
    </ul>
  )
  switch (state) {
    case 'building':
      return say('isBuilding')
    case 'held':
      return say('notLiveHeld')
    case 'notPublished':
      return say('notPublished')
    case 'leftOut':
      return (
        <>
          {say('notLiveLeftOut')}
          {found}
        </>
      )
    case 'failed':
      return (
        <>
          {say('notLive')}
          {findings.length > 0 ? found : <p>{problem}</p>}
        </>
      )
    case 'live': {
      const { isToday, time } = momentIn(at, say.locale, timeZone)
      return (
        <>
          {say(isToday ? 'liveAt' : 'liveSince', { time })}{' '}
          {address && (
            <a href={address} rel="noreferrer" target="_blank">
              {say('see')} <span className="publication-state__hidden">({say('newTab')})</span>
            </a>
          )}
        </>
      )
    }
  }
}

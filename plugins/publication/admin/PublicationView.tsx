import type { PayloadRequest, UIFieldServerComponent } from 'payload'
import { Fragment } from 'react'

import { speak, type Say } from '../languages/index.ts'
import type { Change, Publication } from '../types.ts'
import { Status } from './Cells.tsx'
import { Findings } from './Findings.tsx'
import { momentIn } from './moments.ts'
import './publication.css'

/** The page of a publication: how it went, who caused it, what changed, and what to look at. */
export const PublicationView: UIFieldServerComponent = ({ data, req, ...props }) => {
  const row = (data ?? {}) as Partial<Publication>
  if (!row.status || !row.startedAt) return null
  const say = speak(req.i18n)
  const { timeZone } = props as { timeZone?: string }
  const facts: [keyof Parts, string | undefined][] = [
    ['startedAt', whenOf(row.startedAt, say, timeZone)],
    ['cause', row.cause ? say(row.cause) : undefined],
    ['by', row.by ?? undefined],
    ['pages', sizeOf(row, say)],
    ['seconds', row.seconds ? say('took', { count: row.seconds }) : undefined],
  ]
  const { changes, findings, problem, putBack, status } = row
  return (
    <div className="publication">
      <p className="publication__title">
        {Boolean(row.number) && <strong>{say('numbered', { number: row.number! })}</strong>}
        <Status status={status}>{say(status)}</Status>
      </p>
      <dl className="publication__facts">
        {facts.map(([name, fact]) =>
          fact ? (
            <Fragment key={name}>
              <dt>{say(name)}</dt>
              <dd>{fact}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
      {status === 'failed' && (
        <section>
          <h2>{say('problem')}</h2>
          <p>{say('couldNot')}</p>
          {!findings?.length && <pre dir="auto">{problem}</pre>}
        </section>
      )}
      {Boolean(findings?.length) && (
        <section>
          {status !== 'failed' && (
            <>
              <h2>{say('findings')}</h2>
              <p>{say('leftOut')}</p>
            </>
          )}
          <Findings findings={findings!} req={req} />
        </section>
      )}
      <section>
        <h2>{say('changes')}</h2>
        {Boolean(putBack) && <p>{say('putsBack', { number: putBack! })}</p>}
        {changes?.length ? <Changes changes={changes} req={req} /> : <p>{say('noChanges')}</p>}
      </section>
    </div>
  )
}

type Parts = Pick<Required<Publication>, 'by' | 'cause' | 'pages' | 'seconds' | 'startedAt'>

const whenOf = (startedAt: string, { locale }: Say, timeZone: string | undefined): string =>
  // Never “today”: the page may stay open.
  momentIn(startedAt, locale, timeZone, new Date(0)).time

const sizeOf = ({ bytes, pages }: Partial<Publication>, say: Say): string | undefined => {
  if (!pages) return undefined
  const count = say('pagesOf', { count: pages })
  if (!bytes) return count
  const size = new Intl.NumberFormat(say.locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1e6)
  return `${count}, ${size}`
}

const Changes = ({ changes, req }: { changes: Change[]; req: PayloadRequest }) => {
  const say = speak(req.i18n)
  return (
    <ul>
      {changes.map((change) => {
        const { href, isDifference } = linkTo(change, req)
        return (
          <li key={'global' in change ? change.global : `${change.collection}:${change.id}`}>
            {change.title}
            {!change.was && ` (${say('isNew')})`}
            {!change.is && ` (${say('isOff')})`}{' '}
            {href && (
              <a href={href}>
                {isDifference
                  ? say('compare')
                  : isVersioned(change)
                    ? say('seeVersions')
                    : say('open')}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const isVersioned = ({ is, was }: Change): boolean => Boolean(is?.version ?? was?.version)

/** What differs between both versions; else the version there is, else the document. */
const linkTo = (change: Change, { payload }: PayloadRequest) => {
  const { admin } = payload.config.routes
  const document =
    'global' in change
      ? `${admin}/globals/${change.global}`
      : `${admin}/collections/${change.collection}/${change.id}`
  const { is, was } = change
  if (is?.version && was?.version) {
    const href = `${document}/versions/${is.version}?versionFrom=${was.version}`
    return { href, isDifference: true }
  }
  const version = is?.version ?? was?.version
  return { href: version ? `${document}/versions/${version}` : document, isDifference: false }
}

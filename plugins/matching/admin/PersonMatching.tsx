'use client'

import { PANEL_ID, useActions } from '@mentoring/kit/use-actions'
import { Banner, Button, SetDocumentStepNav, useConfig } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'

import type { PersonMatching as Person, Role } from '../operations/load-person.ts'
import { useQuestion } from './ask.tsx'
import { History } from './History.tsx'
import { standing } from './standing.ts'
import { Suggestions } from './Suggestions.tsx'
import { useSay } from './use-say.ts'

type Props = {
  person: Person
  /** Slugs of the two collections. */
  slugs: Record<Role, CollectionSlug>
}

/** What the matching knows of one person, who would fit them, and what was decided about them. */
export const PersonMatching = ({ person, slugs }: Props) => {
  const { history, id, name, proposedTo, role, tiers, whyUnavailable, words } = person
  const actions = useActions('matching')
  const say = useSay()
  const { ask, dialog } = useQuestion()
  const work = { ...actions, ask, tiers, words }
  const { config, getEntityConfig } = useConfig()
  const { admin } = config.routes
  const collection = getEntityConfig({ collectionSlug: slugs[role] })
  const otherSlug = role === 'mentee' ? slugs.mentor : slugs.mentee
  const others = role === 'mentee' ? words.mentors : words.mentees

  const inDraft =
    proposedTo.length > 0
      ? say('inDraftUntold', { names: new Intl.ListFormat(say.locale).format(proposedTo) })
      : say('notInDraftNow')

  return (
    <div
      aria-busy={actions.isBusy}
      className="desk__page desk__page--person"
      id={PANEL_ID}
      tabIndex={-1}
    >
      <SetDocumentStepNav
        collectionSlug={slugs[role]}
        id={id}
        pluralLabel={collection?.labels.plural}
        useAsTitle={collection?.admin.useAsTitle}
        view={say('matching')}
      />
      <section aria-labelledby="matching-standing" className="matching__standing">
        <div>
          <h2 className="desk__hidden" id="matching-standing">
            {say('standing')}
          </h2>
          <p className="desk__lead">{standing(person, say) ?? whyUnavailable}</p>
          {(proposedTo.length > 0 || !whyUnavailable) && <p>{inDraft}</p>}
        </div>
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          size="medium"
          to={`${admin}/matching`}
        >
          {say('openWorkspace')}
        </Button>
      </section>
      {whyUnavailable && standing(person, say) && <Banner type="info">{whyUnavailable}</Banner>}
      <section aria-labelledby="matching-suggestions" className="desk__section">
        <h2 id="matching-suggestions">{say('suggested', { others })}</h2>
        {whyUnavailable ? (
          <p className="desk__empty">{say('suggestedLater', { name })}</p>
        ) : (
          <Suggestions
            {...work}
            // What was suggested may be decided now.
            key={JSON.stringify([proposedTo, history])}
            person={{ id, name, role }}
          />
        )}
      </section>
      <History
        {...work}
        history={history}
        name={name}
        otherPath={`${admin}/collections/${otherSlug}`}
        role={role}
      />
      {dialog}
    </div>
  )
}

'use client'

import { PANEL_ID, useActions } from '@mentoring/kit/use-actions'
import { Banner, Button, SetDocumentStepNav, useConfig } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'

import type { PersonMatching as Person, Role } from '../operations/load-person.ts'
import { useQuestion } from './ask.tsx'
import { History } from './History.tsx'
import { standing } from './standing.ts'
import { Suggestions } from './Suggestions.tsx'

type Props = {
  person: Person
  /** Slugs of the two collections. */
  slugs: Record<Role, CollectionSlug>
}

/** What the matching knows of one person, who would fit them, and what was decided about them. */
export const PersonMatching = ({ person, slugs }: Props) => {
  const { history, id, name, proposedTo, role, tiers, whyUnavailable, words } = person
  const actions = useActions('matching')
  const { ask, dialog } = useQuestion()
  const { config, getEntityConfig } = useConfig()
  const { admin } = config.routes
  const collection = getEntityConfig({ collectionSlug: slugs[role] })
  const otherSlug = role === 'mentee' ? slugs.mentor : slugs.mentee
  const others = role === 'mentee' ? words.mentors : words.mentees

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
        view="Matching"
      />
      <section aria-labelledby="matching-standing" className="matching__standing">
        <div>
          <h2 className="desk__hidden" id="matching-standing">
            Where they stand
          </h2>
          <p className="desk__lead">{standing(person) ?? whyUnavailable}</p>
          {(proposedTo.length > 0 || !whyUnavailable) && <p>{draftSentence(proposedTo)}</p>}
        </div>
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          size="medium"
          to={`${admin}/matching`}
        >
          Open the matching workspace
        </Button>
      </section>
      {whyUnavailable && standing(person) && <Banner type="info">{whyUnavailable}</Banner>}
      <section aria-labelledby="matching-suggestions" className="desk__section">
        <h2 id="matching-suggestions">{`Suggested ${others}`}</h2>
        {whyUnavailable ? (
          <p className="desk__empty">{`Suggestions appear here when ${name} can be matched.`}</p>
        ) : (
          <Suggestions
            {...actions}
            ask={ask}
            // What was suggested may be decided now.
            key={JSON.stringify([proposedTo, history])}
            person={{ id, name, role }}
            tiers={tiers}
            words={words}
          />
        )}
      </section>
      <History
        role={role}
        {...actions}
        ask={ask}
        history={history}
        name={name}
        otherPath={`${admin}/collections/${otherSlug}`}
        tiers={tiers}
        word={role === 'mentee' ? words.mentor : words.mentee}
      />
      {dialog}
    </div>
  )
}

const LIST = new Intl.ListFormat('en-GB')

const draftSentence = (proposedTo: string[]): string =>
  proposedTo.length > 0
    ? `In the draft with ${LIST.format(proposedTo)}. Nobody has been told yet.`
    : 'Not in the draft.'

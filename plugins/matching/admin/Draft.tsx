'use client'

import { useState } from 'react'

import type { WorkspaceData } from '../operations/load-workspace.ts'
import type { DraftFilter, DraftPage } from '../workspace/draft-list.ts'
import type { Survey } from '../workspace/survey.ts'
import type { Work } from './ask.tsx'
import { DraftActions } from './DraftActions.tsx'
import { ChoiceFilter, SearchFilter } from './Filters.tsx'
import { emptyDraft, staleHeadline } from './headlines.ts'
import { IntroducingNotes } from './IntroducingNotes.tsx'
import { proofOf } from './proof.ts'
import { ProposalCard } from './ProposalCard.tsx'
import { RunNotes } from './RunNotes.tsx'
import { Unmatched } from './Unmatched.tsx'
import { useIntroducing } from './use-introducing.ts'
import { useList } from './use-list.tsx'
import { useSay } from './use-say.ts'
import { useSelection } from './use-selection.ts'

type Props = Work &
  Pick<WorkspaceData, 'draft' | 'lastRun' | 'leftOver' | 'tierWorth' | 'waiting'> & {
    /** Is a draft being made? */
    isMatching: boolean
    /** What is to be said of all proposals; nothing until they have been looked at. */
    survey?: Survey
  }

/** From how many proposals on filters are worth their room. */
const FILTERS_FROM = 10

/** What the last run proposes, to be locked, swapped, rejected, introduced; and who got nothing. */
export const Draft = (props: Props) => {
  const { draft, lastRun, leftOver, survey, tiers, tierWorth, waiting, words } = props
  const say = useSay()
  const introducing = useIntroducing(props)
  const [name, setName] = useState('')
  const [tier, setTier] = useState<string>()
  const [state, setState] = useState<string>()
  const [openId, setOpenId] = useState<string>()

  // Many that are introduced are many actions.
  const actions = props.actions + introducing.portions
  const filter = {
    ...(name.trim() && { name: name.trim() }),
    ...(tier && { tier }),
    ...(state && { state }),
  } as DraftFilter
  const {
    isLoading,
    list = draft,
    pages,
    problem,
  } = useList<DraftFilter, DraftPage>({
    ...props,
    actions,
    all: (count) => say('proposals', { count }),
    filter,
    first: introducing.portions === 0 ? draft : undefined,
    name: 'draft',
  })
  const selection = useSelection(list, filter, { actions, post: props.post })
  const proposals = Object.keys(filter).length > 0 ? draft.total : list.total
  // A run that found nothing has something to say too.
  const hasDraft = proposals > 0 || lastRun?.after.proposed === 0
  const empty = emptyDraft({ lastRun, waiting }, words, say)

  return (
    <>
      {proposals === 0 && (
        <div className="desk__empty">
          <h2>{empty.heading}</h2>
          <p>{empty.text}</p>
        </div>
      )}
      <IntroducingNotes introducing={introducing} />
      {hasDraft && (
        <RunNotes
          lastRun={lastRun}
          post={props.post}
          stale={survey && staleHeadline(survey.draft, say)}
          words={words}
        />
      )}
      {proposals > 0 && (
        <section
          aria-busy={isLoading}
          aria-labelledby="matching-proposals"
          className="desk__section"
        >
          <div className="desk__section-header">
            <div>
              <h2 id="matching-proposals">{say('proposals', { count: proposals })}</h2>
              <p>
                {[
                  ...(lastRun && survey ? [proofOf(lastRun, survey.draft, say)] : []),
                  say('tierWorth', { points: tierWorth }),
                  say('nobodyTold'),
                ].join(' ')}
              </p>
            </div>
          </div>
          {proposals >= FILTERS_FROM && (
            <div className="matching__filters">
              <SearchFilter label={say('name')} onChange={setName} value={name} />
              <ChoiceFilter
                choices={tiers.map(({ label, name }) => ({ label, value: name }))}
                label={say('tier')}
                onChange={setTier}
                value={tier}
              />
              <ChoiceFilter
                choices={[
                  { value: 'locked', label: say('locked') },
                  { value: 'stale', label: say('toLookAt') },
                ]}
                label={say('state')}
                onChange={setState}
                value={state}
              />
            </div>
          )}
          <DraftActions {...props} introduce={introducing.start} selection={selection} />
          {problem && <p role="alert">{problem}</p>}
          {list.total === 0 && <p>{say('noProposalFits')}</p>}
          <ul className="desk__list">
            {list.rows
              .filter(({ id }) => !introducing.introduced.has(id))
              .map((match) => (
                <ProposalCard
                  {...props}
                  isOpen={match.id === openId}
                  isSelected={selection.has(match.id)}
                  key={match.id}
                  match={match}
                  onOpen={() => setOpenId(match.id === openId ? undefined : match.id)}
                  onSelect={() => selection.toggle(match)}
                />
              ))}
          </ul>
          {pages}
        </section>
      )}
      <Unmatched {...props} first={leftOver} />
    </>
  )
}

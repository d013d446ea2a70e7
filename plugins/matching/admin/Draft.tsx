'use client'

import { useState } from 'react'

import type { WorkspaceData } from '../operations/load-workspace.ts'
import type { Work } from './ask.tsx'
import { DraftActions } from './DraftActions.tsx'
import { ChoiceFilter, hasText, SearchFilter } from './Filters.tsx'
import { emptyDraft, staleHeadline } from './headlines.ts'
import { proofOf } from './proof.ts'
import { ProposalCard } from './ProposalCard.tsx'
import { RunNotes } from './RunNotes.tsx'
import { Unmatched } from './Unmatched.tsx'
import { usePages } from './use-pages.tsx'
import { useSay } from './use-say.ts'

type Props = Work &
  Pick<WorkspaceData, 'lastRun' | 'mentors' | 'proposals' | 'tierWorth' | 'waiting'>

/** From how many proposals on filters are worth their room. */
const FILTERS_FROM = 10

/** What the last run proposes, to be locked, swapped, rejected, introduced; and who got nothing. */
export const Draft = (props: Props) => {
  const { lastRun, proposals, tiers, tierWorth, waiting, words } = props
  const say = useSay()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [name, setName] = useState('')
  const [tier, setTier] = useState<string>()
  const [state, setState] = useState<string>()
  const [openId, setOpenId] = useState<string>()

  const shown = proposals.filter(
    (match) =>
      (name === '' || hasText(name, match.mentee.name, match.mentor.name)) &&
      (tier === undefined || match.tier === tier) &&
      (state !== 'locked' || match.isLocked) &&
      (state !== 'stale' || match.stale),
  )
  const { pages, rows } = usePages(
    shown,
    (count) => say('proposals', { count }),
    JSON.stringify([name, state, tier]),
  )
  // What was decided meanwhile, or is filtered out, is not acted on.
  const chosen = shown.filter(({ id }) => selected.has(id))
  const toggle = (id: string) =>
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const select = (ids: string[]) => setSelected(new Set(ids))
  // A run that found nothing has something to say too.
  const hasDraft = proposals.length > 0 || lastRun?.after.proposed === 0
  const empty = emptyDraft({ lastRun, waiting: waiting.length }, words, say)

  return (
    <>
      {proposals.length === 0 && (
        <div className="desk__empty">
          <h2>{empty.heading}</h2>
          <p>{empty.text}</p>
        </div>
      )}
      {hasDraft && (
        <RunNotes lastRun={lastRun} stale={staleHeadline(proposals, say)} words={words} />
      )}
      {proposals.length > 0 && (
        <section aria-labelledby="matching-proposals" className="desk__section">
          <div className="desk__section-header">
            <div>
              <h2 id="matching-proposals">{say('proposals', { count: proposals.length })}</h2>
              <p>
                {[
                  ...(lastRun ? [proofOf(lastRun, proposals, say)] : []),
                  say('tierWorth', { points: tierWorth }),
                  say('nobodyTold'),
                ].join(' ')}
              </p>
            </div>
          </div>
          {proposals.length >= FILTERS_FROM && (
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
          <DraftActions {...props} chosen={chosen} select={select} shown={shown} />
          {shown.length === 0 && <p>{say('noProposalFits')}</p>}
          <ul className="desk__list">
            {rows.map((match) => (
              <ProposalCard
                {...props}
                isOpen={match.id === openId}
                isSelected={selected.has(match.id)}
                key={match.id}
                match={match}
                onOpen={() => setOpenId(match.id === openId ? undefined : match.id)}
                onSelect={() => toggle(match.id)}
              />
            ))}
          </ul>
          {pages}
        </section>
      )}
      <Unmatched hasDraft={hasDraft} waiting={waiting} words={words} />
    </>
  )
}

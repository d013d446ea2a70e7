'use client'

import { Banner, Button, ConfirmationModal, useModal } from '@payloadcms/ui'
import { type ReactNode, useState } from 'react'

import type { RunSummary } from '../operations/run.ts'
import type { WorkspaceData } from '../operations/load-workspace.ts'
import { Proposals } from './Proposals.tsx'
import { RecentMatches } from './RecentMatches.tsx'
import { count } from './text.ts'
import { useActions } from './use-actions.ts'
import { WaitingList } from './WaitingList.tsx'

const MODAL = 'matching-confirm'

/** A decision that is asked about once more, because it writes to people. */
export type Question = {
  heading: string
  body: ReactNode
  confirmLabel: string
  onConfirm: () => Promise<unknown>
}

/** The workspace: what to decide first, then who waits, then what was decided. */
export const Workspace = ({
  lastRun,
  mentors,
  proposals,
  recent,
  tiers,
  waiting,
}: WorkspaceData) => {
  const { act, isBusy, post } = useActions()
  const { openModal } = useModal()
  const [question, setQuestion] = useState<Question>()
  const ask = (next: Question) => {
    setQuestion(next)
    openModal(MODAL)
  }

  const places = mentors.reduce((sum, mentor) => sum + Math.max(0, mentor.places), 0)
  const withPlaces = mentors.filter((mentor) => mentor.places > 0).length
  const run = () =>
    act<RunSummary>('run', {}, ({ mentees, proposed }) =>
      proposed === 0
        ? 'No pair is possible now. Use “Suggest mentors” to see why.'
        : `${count(proposed, 'proposal')} for ${count(mentees, 'waiting mentee')}. Nobody is told until you introduce them.`,
    )

  return (
    <div className="matching__page" aria-busy={isBusy}>
      <div className="matching__header">
        <div>
          <h1>Matching</h1>
          <p className="matching__lead">
            {count(waiting.length, 'mentee')} waiting. {count(withPlaces, 'mentor')} with{' '}
            {count(places, 'free place')}.
          </p>
        </div>
        <Button
          buttonStyle={proposals.length > 0 ? 'secondary' : 'primary'}
          disabled={isBusy || waiting.length === 0}
          margin={false}
          onClick={() => void run()}
        >
          {proposals.length > 0 ? 'Match again' : 'Match all who wait'}
        </Button>
      </div>

      {lastRun && proposals.length > 0 && lastRun.unmatched > 0 && (
        <Banner type="info">
          The last run found no mentor for {count(lastRun.unmatched, 'mentee')}. The waiting list
          says why.
        </Banner>
      )}

      <Proposals
        act={act}
        ask={ask}
        isBusy={isBusy}
        isCertified={lastRun?.isCertified === true}
        proposals={proposals}
        tiers={tiers}
      />
      <WaitingList
        act={act}
        ask={ask}
        isBusy={isBusy}
        mentors={mentors}
        post={post}
        tiers={tiers}
        waiting={waiting}
      />
      <RecentMatches act={act} ask={ask} isBusy={isBusy} recent={recent} tiers={tiers} />

      <ConfirmationModal
        body={question?.body}
        confirmLabel={question?.confirmLabel}
        confirmingLabel="Working…"
        heading={question?.heading}
        modalSlug={MODAL}
        onConfirm={async () => {
          await question?.onConfirm()
        }}
      />
    </div>
  )
}

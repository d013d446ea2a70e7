'use client'

import { Tabs } from '@mentoring/kit/tabs'
import { useActions } from '@mentoring/kit/use-actions'
import { Button, Link, useConfig } from '@payloadcms/ui'

import type { Say } from '../languages/index.ts'
import type { WorkspaceData } from '../operations/load-workspace.ts'
import type { RunSummary } from '../operations/make-draft.ts'
import type { Survey } from '../workspace/survey.ts'
import { useQuestion } from './ask.tsx'
import { Draft } from './Draft.tsx'
import { GoingNow } from './GoingNow.tsx'
import { poolHeadline } from './headlines.ts'
import { RecentMatches } from './RecentMatches.tsx'
import { SupplyAndDemand } from './SupplyAndDemand.tsx'
import { useDraftWork } from './use-draft-work.ts'
import { useRead } from './use-list.tsx'
import { useSay } from './use-say.ts'
import { WaitingList } from './WaitingList.tsx'

type Props = WorkspaceData & {
  /** Slugs for the links. */
  slugs: { runs: string; settings: string }
}

/** The workspace: what to decide, who waits, where people are missing, what was decided. */
export const Workspace = (props: Props) => {
  const { draft, lastRun, slugs, waiting, words } = props
  const say = useSay()
  const actions = useActions('matching')
  const { isBusy, isRefreshing } = actions
  const { act, going, stop } = useDraftWork(actions, props.going)
  const { ask, dialog } = useQuestion()
  const { config } = useConfig()
  const { admin } = config.routes

  const { found: survey } = useRead<Survey>('survey', actions)
  const run = (seed?: number) =>
    act<RunSummary>('run', seed === undefined ? {} : { seed }, (summary) =>
      saySummary(summary, props, say),
    )
  // A draft that is being made would take what is changed about it now for a reason to begin again.
  const isMatching = going.some(({ step }) => step !== 'explaining')
  const all = { ...props, ...actions, act, ask, isMatching }
  const hasDraft = draft.total > 0

  return (
    <div aria-busy={isBusy || isRefreshing} className="desk__page">
      <div className="desk__header">
        <div>
          <h1>{say('matching')}</h1>
          <p className="desk__lead">{poolHeadline({ ...survey, waiting }, words, say)}</p>
        </div>
        <div className="desk__actions">
          <Link
            className="matching__link"
            href={`${admin}/globals/${slugs.settings}`}
            prefetch={false}
          >
            {say('toSettings')}
          </Link>
          <Link
            className="matching__link"
            href={`${admin}/collections/${slugs.runs}`}
            prefetch={false}
          >
            {say('toRuns')}
          </Link>
          {hasDraft && lastRun && (
            <Button
              buttonStyle="subtle"
              disabled={isBusy || isMatching}
              margin={false}
              onClick={() => void run(lastRun.seed + 1)}
              tooltip={say('drawAgainAbout')}
            >
              {say('drawAgain')}
            </Button>
          )}
          <Button
            buttonStyle={hasDraft ? 'secondary' : 'primary'}
            disabled={isBusy || isMatching || waiting === 0}
            margin={false}
            onClick={() => void run()}
          >
            {say(hasDraft ? 'matchAgain' : 'matchAll')}
          </Button>
        </div>
      </div>

      <GoingNow going={going} stop={stop} />

      <Tabs
        label={say('matching')}
        tabs={[
          {
            id: 'draft',
            label: hasDraft ? say('draftTab', { number: draft.total }) : say('draft'),
            content: <Draft {...all} survey={survey} />,
          },
          {
            id: 'waiting',
            label: say('waitingTab', { number: waiting }),
            content: <WaitingList {...all} />,
          },
          {
            id: 'supply',
            label: say('supplyTab'),
            content: <SupplyAndDemand {...all} isAnybodyWaiting={waiting > 0} />,
          },
          {
            id: 'introduced',
            label: say('introduced'),
            content: <RecentMatches {...all} />,
          },
        ]}
      />
      {dialog}
    </div>
  )
}

const saySummary = (
  { changes, droppedLocks, mentees, proposed }: RunSummary,
  { draft, words }: WorkspaceData,
  say: Say,
): string => {
  const dropped = droppedLocks.length
  const about =
    proposed === 0
      ? [say('runNoPair')]
      : [
          say('runProposals', {
            proposals: say('proposals', { count: proposed }),
            people: say('waitingMentees', { ...words, count: mentees }),
          }),
          draft.total === 0
            ? say('nobodyTold')
            : changes.length === 0
              ? say('runNoChange')
              : say('runChanges', { count: changes.length }),
        ]
  return [...about, ...(dropped > 0 ? [say('runDropped', { count: dropped })] : [])].join(' ')
}

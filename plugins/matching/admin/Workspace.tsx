'use client'

import { Tabs } from '@mentoring/kit/tabs'
import { useActions } from '@mentoring/kit/use-actions'
import { Button, Link, useConfig } from '@payloadcms/ui'

import type { Say } from '../languages/index.ts'
import type { WorkspaceData } from '../operations/load-workspace.ts'
import type { RunSummary } from '../operations/run.ts'
import { useQuestion } from './ask.tsx'
import { Draft } from './Draft.tsx'
import { poolHeadline } from './headlines.ts'
import { RecentMatches } from './RecentMatches.tsx'
import { SupplyAndDemand } from './SupplyAndDemand.tsx'
import { useSay } from './use-say.ts'
import { WaitingList } from './WaitingList.tsx'

type Props = WorkspaceData & {
  /** Slugs for the links. */
  slugs: { runs: string; settings: string }
}

/** The workspace: what to decide, who waits, where people are missing, what was decided. */
export const Workspace = (props: Props) => {
  const { lastRun, mentors, proposals, slugs, waiting, words } = props
  const say = useSay()
  const actions = useActions('matching')
  const { act, isBusy, isRefreshing } = actions
  const { ask, dialog } = useQuestion()
  const { config } = useConfig()
  const { admin } = config.routes

  const places = mentors.reduce((sum, mentor) => sum + Math.max(0, mentor.places), 0)
  const withPlaces = mentors.filter((mentor) => mentor.places > 0).length
  const run = (seed?: number) =>
    act<RunSummary>('run', seed === undefined ? {} : { seed }, (summary) =>
      saySummary(summary, props, say),
    )
  const all = { ...props, ...actions, ask }
  const hasDraft = proposals.length > 0

  return (
    <div aria-busy={isBusy || isRefreshing} className="desk__page">
      <div className="desk__header">
        <div>
          <h1>{say('matching')}</h1>
          <p className="desk__lead">
            {poolHeadline({ mentors: withPlaces, places, waiting: waiting.length }, words, say)}
          </p>
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
              disabled={isBusy}
              margin={false}
              onClick={() => void run(lastRun.seed + 1)}
              tooltip={say('drawAgainAbout')}
            >
              {say('drawAgain')}
            </Button>
          )}
          <Button
            buttonStyle={hasDraft ? 'secondary' : 'primary'}
            disabled={isBusy || waiting.length === 0}
            margin={false}
            onClick={() => void run()}
          >
            {say(hasDraft ? 'matchAgain' : 'matchAll')}
          </Button>
        </div>
      </div>

      <Tabs
        label={say('matching')}
        tabs={[
          {
            id: 'draft',
            label: hasDraft ? say('draftTab', { number: proposals.length }) : say('draft'),
            content: <Draft {...all} />,
          },
          {
            id: 'waiting',
            label: say('waitingTab', { number: waiting.length }),
            content: <WaitingList {...all} />,
          },
          {
            id: 'supply',
            label: say('supplyTab'),
            content: <SupplyAndDemand {...all} />,
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
  { proposals, words }: WorkspaceData,
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
          proposals.length === 0
            ? say('nobodyTold')
            : changes.length === 0
              ? say('runNoChange')
              : say('runChanges', { count: changes.length }),
        ]
  return [...about, ...(dropped > 0 ? [say('runDropped', { count: dropped })] : [])].join(' ')
}

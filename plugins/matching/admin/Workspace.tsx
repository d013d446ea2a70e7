'use client'

import { Tabs } from '@mentoring/kit/tabs'
import { count } from '@mentoring/kit/text'
import { useActions } from '@mentoring/kit/use-actions'
import { Button, Link, useConfig } from '@payloadcms/ui'

import type { WorkspaceData } from '../operations/load-workspace.ts'
import type { RunSummary } from '../operations/run.ts'
import { useQuestion } from './ask.tsx'
import { Draft } from './Draft.tsx'
import { poolHeadline } from './headlines.ts'
import { RecentMatches } from './RecentMatches.tsx'
import { SupplyAndDemand } from './SupplyAndDemand.tsx'
import { WaitingList } from './WaitingList.tsx'

type Props = WorkspaceData & {
  /** The tab the page's address asks for. */
  show?: string
  /** Slugs for the links. */
  slugs: { runs: string; settings: string }
}

/** The workspace: what to decide, who waits, where people are missing, what was decided. */
export const Workspace = (props: Props) => {
  const {
    gaps,
    lastRun,
    mentors,
    proposals,
    recent,
    show,
    slugs,
    supply,
    tiers,
    tierWorth,
    waiting,
    words,
  } = props
  const actions = useActions('matching')
  const { act, isBusy, isRefreshing } = actions
  const { ask, dialog } = useQuestion()
  const { config } = useConfig()
  const { admin } = config.routes

  const places = mentors.reduce((sum, mentor) => sum + Math.max(0, mentor.places), 0)
  const withPlaces = mentors.filter((mentor) => mentor.places > 0).length
  const run = (seed?: number) =>
    act<RunSummary>('run', seed === undefined ? {} : { seed }, (summary) =>
      saySummary(summary, props),
    )
  const common = { ...actions, ask, tiers, words }
  const hasDraft = proposals.length > 0

  return (
    <div aria-busy={isBusy || isRefreshing} className="desk__page">
      <div className="desk__header">
        <div>
          <h1>Matching</h1>
          <p className="desk__lead">
            {poolHeadline({ mentors: withPlaces, places, waiting: waiting.length }, words)}
          </p>
        </div>
        <div className="desk__actions">
          <Link
            className="matching__link"
            href={`${admin}/globals/${slugs.settings}`}
            prefetch={false}
          >
            Settings
          </Link>
          <Link
            className="matching__link"
            href={`${admin}/collections/${slugs.runs}`}
            prefetch={false}
          >
            Earlier runs
          </Link>
          {hasDraft && lastRun && (
            <Button
              buttonStyle="subtle"
              disabled={isBusy}
              margin={false}
              onClick={() => void run(lastRun.seed + 1)}
              tooltip="Where several results are equally good, take another one"
            >
              Draw ties again
            </Button>
          )}
          <Button
            buttonStyle={hasDraft ? 'secondary' : 'primary'}
            disabled={isBusy || waiting.length === 0}
            margin={false}
            onClick={() => void run()}
          >
            {hasDraft ? 'Match again' : 'Match all who wait'}
          </Button>
        </div>
      </div>

      <Tabs
        initial={show}
        label="Matching"
        tabs={[
          {
            id: 'draft',
            label: hasDraft ? `Draft (${proposals.length})` : 'Draft',
            content: (
              <Draft
                {...common}
                lastRun={lastRun}
                mentors={mentors}
                proposals={proposals}
                tierWorth={tierWorth}
                waiting={waiting}
              />
            ),
          },
          {
            id: 'waiting',
            label: `Waiting list (${waiting.length})`,
            content: <WaitingList {...common} mentors={mentors} waiting={waiting} />,
          },
          {
            id: 'supply',
            label: 'Supply and demand',
            content: (
              <SupplyAndDemand
                gaps={gaps}
                isAnybodyWaiting={waiting.length > 0}
                supply={supply}
                words={words}
              />
            ),
          },
          {
            id: 'introduced',
            label: 'Introduced',
            content: <RecentMatches {...common} recent={recent} />,
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
): string => {
  const parts = [
    ...(proposed === 0
      ? ['No pair is possible now. The draft says why for everybody.']
      : [
          `${count(proposed, 'proposal')} for ${count(mentees, `waiting ${words.mentee}`, `waiting ${words.mentees}`)}.`,
          proposals.length === 0
            ? 'Nobody is told until you introduce them.'
            : changes.length === 0
              ? 'Nothing has changed.'
              : `${count(changes.length, 'change')} from the draft before.`,
        ]),
    droppedLocks.length > 0 && `${count(droppedLocks.length, 'lock')} given up.`,
  ]
  return parts.filter(Boolean).join(' ')
}

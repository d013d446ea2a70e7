import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import { mostPointsOf, tiersOf } from '../pool/criteria.ts'
import type { ResolvedOptions, Words } from '../types.ts'
import { findGoing, type Going } from './going.ts'
import { findLastRun } from './runs.ts'
import { loadSettings } from './settings.ts'
import { type DraftPage, draftPage, loadDraft } from '../workspace/draft-list.ts'
import { loadQueue } from '../workspace/queue.ts'
import { showRun, type ShownRun } from '../workspace/show-run.ts'
import { type WaitingPage, waitingPage } from '../workspace/waiting-list.ts'

/** What the workspace shows at first, as plain data for its client part. The rest is asked for. */
export type WorkspaceData = {
  words: Words
  /** Names and labels of the tiers from the highest down. */
  tiers: { name: string; label: string }[]
  /** What one tier is worth in the total score: one more than all points together. */
  tierWorth: number
  /** How many wait. */
  waiting: number
  /** The first page of the draft, in the order of the waiting list. */
  draft: DraftPage
  /** The first of those the last run has no proposal for. */
  leftOver: WaitingPage
  lastRun?: ShownRun
  /** Work on the draft that goes on, whoever started it. */
  going: Going[]
}

/** Reads what the workspace shows at first. Everything is read with the access of the one who looks. */
export const loadWorkspace = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<WorkspaceData> => {
  const { words } = inLanguageOf(req, options)
  const { criteria, settings } = await loadSettings(req, options)
  const run = await findLastRun(req, options)
  const queue = await loadQueue(req, options)
  const draft = await loadDraft(req, options, queue, run)
  return {
    words,
    tiers: tiersOf(options.criteria),
    tierWorth: mostPointsOf(criteria) + 1,
    waiting: queue.length,
    draft: await draftPage(req, options, draft, { filter: {}, page: {} }),
    leftOver: await waitingPage(req, options, {
      filter: { isLeftOver: true },
      page: {},
      proposedTo: new Map(draft.map(({ mentee, mentor }) => [mentee, mentor])),
      queue,
      run,
    }),
    lastRun: run && (await showRun(req, options, run, settings)),
    going: findGoing().going,
  }
}

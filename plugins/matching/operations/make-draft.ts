import { inTransaction } from '@mentoring/kit/in-transaction'
import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import { inputOf, namePairs, prepare, totalOf, withExplanation } from '../pool/match-pool.ts'
import { inSlices } from '../pool/slices.ts'
import type { DroppedLock } from '../pool/types.ts'
import { withSolver } from '../solver/index.ts'
import type { Solver } from '../solver/work.ts'
import { countPeople, replaceProposals } from '../store.ts'
import type { Person, ResolvedOptions } from '../types.ts'
import { draftOf, type Planned, type SolvedPool, whoIsMatched } from './draft-of.ts'
import type { Job } from './going.ts'
import { packInput } from './input-text.ts'
import { freePlaces, loadPool, type LoadedPool } from './load-pool.ts'
import { checkPair, lockPair } from './lock-pair.ts'
import { createRun, findLastDraw, type PairChange, type RunRecord, updateRecord } from './runs.ts'
import { loadSettings } from './settings.ts'
import { isStillSo, type WasRead } from './still-so.ts'
import { letOneRunAtATime } from './turn.ts'

/** What a run tells the coordinator who started it. */
export type RunSummary = {
  mentees: number
  places: number
  proposed: number
  changes: PairChange[]
  droppedLocks: DroppedLock[]
}

/** What a coordinator may ask of a run. */
export type RunRequest = {
  /** Draws one of several results of equal worth. @default that of the run before, else 0 */
  seed?: number
  /** Only these are matched; the proposals of all others stay as they are. @default all who wait */
  mentees?: string[]
}

/** Work that ends with a draft. */
export type DraftWork = (job: Job) => Promise<RunSummary>

/** How often it begins again when people change before the draft is stored. */
const TRIES = 5

/**
 * Reads the pool, matches it around the locks of the planned draft, and stores run and proposals in one
 * short transaction, if what was read is then still so. What the locks cost and who would come next
 * follows: nobody needs it to see the draft.
 *
 * @param plan the draft to start from, made of the pool as it was read
 */
export const makeDraft = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  job: Job,
  plan: (pool: LoadedPool) => Promise<Planned>,
): Promise<RunSummary> => {
  const { mentees, mentors } = options
  job.now('reading')
  const pairs =
    (await countPeople(req, mentees.slug, mentees.available)) *
    (await countPeople(req, mentors.slug, mentors.available))
  const about = { pairs, signal: job.signal, report: job.report }
  return withSolver(req, options, about, async (solver) => {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      if (attempt > 1) job.again()
      const stored = await tryDraft(req, options, job, plan, solver)
      if (!stored) continue
      job.stored(stored.summary)
      await explain(req, options, job, solver, stored)
      return stored.summary
    }
    const { say } = inLanguageOf(req, options)
    throw new Refused(409, say('peopleChanged'), 'peopleChanged')
  })
}

type Stored = {
  summary: RunSummary
  run: string
  record: RunRecord
  prepared: SolvedPool['prepared']
  /** Were all that it held locked by coordinators? */
  areAllLocks: boolean
}

/** @returns nothing when people changed before it could be stored. */
const tryDraft = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  job: Job,
  plan: (pool: LoadedPool) => Promise<Planned>,
  solver: Solver,
): Promise<Stored | undefined> => {
  const was = await read(req, options, job)
  const { pool } = was
  const planned = await plan(pool)
  const seed = planned.request.seed ?? was.lastDraw?.seed ?? 0
  const { input, stays, ...solved } = await solve(was, planned, seed, job, solver)
  const { pairs, prepared } = solved
  const { proposals, record } = draftOf(was, planned, solved)
  const summary: RunSummary = {
    mentees: record.mentees.length,
    places: freePlaces(pool),
    proposed: pairs.length,
    changes: record.changes,
    droppedLocks: record.droppedLocks,
  }
  const data = {
    startedBy: req.user?.id,
    mentees: summary.mentees,
    mentors: pool.mentors.filter(({ places }) => places > 0).length,
    places: summary.places,
    proposed: summary.proposed,
    locked: proposals.filter(({ isLocked }) => isLocked).length,
    total: totalOf(pairs),
    seed,
    settings: was.inForce.settings,
    input: await input,
    record,
  }
  const run = await inTransaction(req, async () => {
    job.signal.throwIfAborted()
    job.now('storing')
    await letOneRunAtATime(req, options)
    if (!(await isStillSo(req, options, was))) return undefined
    for (const ids of planned.insisted) {
      await checkPair(req, options, await lockPair(req, options, ids))
    }
    const run = await createRun(req, options, data)
    const rows = proposals.map((proposal) => ({ ...proposal, run }))
    await replaceProposals(req, options, pool.proposals, rows, {
      signal: job.signal,
      onWritten: (done, of) => job.now('storing', done, of),
    })
    return run
  })
  const areAllLocks = stays.every(({ isLocked }) => isLocked)
  return run === undefined ? undefined : { summary, run, record, prepared, areAllLocks }
}

type Read = WasRead & { lastDraw: Awaited<ReturnType<typeof findLastDraw>> }

const read = async (req: PayloadRequest, options: ResolvedOptions, job: Job): Promise<Read> => {
  job.now('reading')
  const at = new Date()
  // Before everything else: a run that is stored meanwhile is seen at the end.
  // The same draw as before, or equals would change places without a reason.
  const lastDraw = await findLastDraw(req, options)
  const inForce = await loadSettings(req, options)
  const pool = await loadPool(req, options, at, (people) => {
    job.signal.throwIfAborted()
    job.now('reading', people)
  })
  return { at, pool, inForce, lastDraw, lastRun: lastDraw?.id }
}

const solve = async (
  { inForce: { choice, criteria }, pool }: WasRead,
  planned: Planned,
  seed: number,
  job: Job,
  solver: Solver,
) => {
  const { mentees, stays } = whoIsMatched(pool, planned)
  const locks = stays.map(({ mentee, mentor }) => ({ mentee, mentor }))
  job.now('comparing')
  const prepared = await inSlices(
    prepare<Person, Person>({ ...pool, mentees, locks }, criteria, { ...choice, seed }),
    job.signal,
  )
  // Packed while it is solved; what is wrong with it shows where it is waited for.
  const input = packInput({ ...inputOf(prepared), task: prepared.task })
  input.catch(() => {})
  const solution = await solver.solve(prepared.task)
  const pairs = await inSlices(namePairs(prepared, criteria, solution), job.signal)
  return { input, pairs, prepared, solution, stays }
}

/** Adds to the stored run what it costs to insist, and who would come next. The draft stands without. */
const explain = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  job: Job,
  solver: Solver,
  { areAllLocks, prepared, record, run }: Stored,
): Promise<void> => {
  job.now('explaining')
  try {
    const explanation = await solver.explain()
    const { isTooLarge, locksCost } = explanation
    await updateRecord(req, options, run, {
      ...record,
      pairs: withExplanation(prepared, record.pairs, explanation),
      isExplained: isTooLarge ? 'tooLarge' : true,
      // Held with the locks were proposals that are none: what all cost together says nothing.
      ...(areAllLocks && locksCost && { locksCost }),
    })
  } catch (error) {
    // Stopped, or given way to other work on the draft.
    if (job.signal.aborted) return
    req.payload.logger.error({
      msg: 'matching: the draft is stored, but not who would come next',
      reason: (error as Error).name,
    })
  }
}

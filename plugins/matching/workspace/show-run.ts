import { isDeepStrictEqual } from 'node:util'

import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import type { MatchingSettings } from '../pool/settings.ts'
import { costOf, droppedLock, isFree } from '../sentences.ts'
import { defaultOwn } from '../options-for.ts'
import type { ResolvedOptions } from '../types.ts'
import { findLastRun, type RunRow } from '../operations/runs.ts'
import type { PairOfIds } from '../pool/numbers.ts'
import { ROWS } from './pages.ts'
import { loadPart } from './part.ts'

/** What the last run did. */
export type ShownRun = {
  id: string
  /** Was it for some people only, around the proposals of all others? */
  isForSome: boolean
  /** Did it leave pairs out that fit too little? */
  isBestFit: boolean
  seed: number
  unmatched: number
  /** How many have another proposal than before it. */
  changes: number
  /** How many of its proposals were locked then. */
  locked: number
  before: { proposed: number; total: number }
  after: { proposed: number; total: number }
  /** What all locks together change; a phrase. */
  locksCost?: string
  areLocksFree: boolean
  /** Locks that were given up, in whole sentences: the first of them, and how many there were. */
  droppedLocks: string[]
  dropped: number
  /** Have the settings been changed since? */
  isOutdated: boolean
}

/** Whose proposal is another one than before the run; names. */
export type ShownChange = { mentee: string; before?: string; after?: string }

/** Says what a run did. */
export const showRun = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  run: RunRow,
  settings: MatchingSettings,
): Promise<ShownRun> => {
  const { say, words } = inLanguageOf(req, options)
  const { before, changes, droppedLocks, locksCost, unmatched } = run.record
  const shown = droppedLocks.slice(0, ROWS)
  const nameOf = await namesFor(req, options, shown)
  const gone = say('somebodyOffRecord')
  return {
    id: `${run.id}`,
    isForSome: run.record.isForSome === true,
    isBestFit: run.settings.goal === 'bestFit',
    seed: run.seed,
    locked: run.locked,
    unmatched: unmatched.length,
    changes: changes.length,
    before,
    after: { proposed: run.proposed, total: run.total },
    locksCost: locksCost && costOf(locksCost, say),
    areLocksFree: locksCost !== undefined && isFree(locksCost),
    dropped: droppedLocks.length,
    droppedLocks: shown.map((lock) =>
      droppedLock(
        lock,
        {
          menteeName: nameOf('mentees', lock.mentee) ?? gone,
          mentorName: nameOf('mentors', lock.mentor) ?? gone,
        },
        words,
        say,
      ),
    ),
    // Runs from before the project had settings of its own went by what is their default.
    isOutdated: !isDeepStrictEqual(
      settings.own ? { own: defaultOwn(options), ...run.settings } : run.settings,
      settings,
    ),
  }
}

/** Some of the changes of the last run, from the one with this number on; none when there is another run. */
export const loadChanges = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { from, run: id }: { run: string; from: number },
): Promise<{ changes: ShownChange[] }> => {
  const run = await findLastRun(req, options)
  if (!run || `${run.id}` !== id) return { changes: [] }
  const some = run.record.changes.slice(from, from + ROWS)
  const nameOf = await namesFor(
    req,
    options,
    some.flatMap(({ after, before, mentee }) => [{ mentee, mentor: before }, { mentor: after }]),
  )
  const gone = inLanguageOf(req, options).say('somebodyOffRecord')
  return {
    changes: some.map(({ after, before, mentee }) => ({
      mentee: nameOf('mentees', mentee) ?? gone,
      before: before && (nameOf('mentors', before) ?? gone),
      after: after && (nameOf('mentors', after) ?? gone),
    })),
  }
}

const namesFor = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  pairs: Partial<PairOfIds>[],
) => {
  const part = await loadPart(req, options, pairs)
  return (side: 'mentees' | 'mentors', id: string): string | undefined => {
    const person = part[side].get(id)
    return person && options[side].describe(person).name
  }
}

import type { ForcedChange } from '@mentoring/assignment'
import { asAsker, asCode } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import { solveInput } from '../pool/match-pool.ts'
import type { MatchingSettings } from '../pool/settings.ts'
import type { DroppedLock, PairOfIds, Unmatched } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { speak } from '../languages/index.ts'
import { localAPI } from '../local.ts'
import type { Person, ResolvedOptions } from '../types.ts'
import { fromText } from './input-text.ts'

/** A mentee whose proposal is another one than before the run; ids of mentors. */
export type PairChange = { mentee: string; before?: string; after?: string }

/** Who has another mentor in one result than in the other. */
export const findChanges = (before: PairOfIds[], after: PairOfIds[]): PairChange[] => {
  const was = new Map(before.map(({ mentee, mentor }) => [mentee, mentor]))
  const is = new Map(after.map(({ mentee, mentor }) => [mentee, mentor]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((mentee) => ({ mentee, before: was.get(mentee), after: is.get(mentee) }))
    .filter(({ after, before }) => after !== before)
}

/** What a run was given and found, people by id. */
export type RunRecord = {
  /** Was it for some mentees only, around the proposals of all others? */
  isForSome?: boolean
  mentees: { id: string; daysWaited: number }[]
  mentors: { id: string; places: number; load: number }[]
  rules: string[]
  ladder: string[]
  points: { name: string; most: number }[]
  possiblePairs: number
  pairs: (PairOfIds & {
    tier: string
    score: number
    isLocked?: boolean
    lockCost?: ForcedChange
  })[]
  unmatched: Unmatched[]
  droppedLocks: DroppedLock[]
  /** What all locks together cost; nothing when other proposals were kept as well. */
  locksCost?: ForcedChange
  /** The proposals before the run, and whose changed. */
  before: { proposed: number; total: number }
  changes: PairChange[]
}

/** A row of the collection of matching runs. */
export type RunRow = {
  id: string
  startedBy?: Person['id'] | null
  mentees: number
  mentors: number
  places: number
  proposed: number
  locked: number
  total: number
  seed: number
  settings: MatchingSettings
  record: RunRecord
  /** See input-text.ts; nothing for a run too large to keep it. */
  input?: string | null
  createdAt: string
}

/** Stores a run; only the plugin's own actions do. */
export const createRun = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  data: Omit<RunRow, 'createdAt' | 'id'>,
): Promise<string> => {
  const { id } = await localAPI(req.payload).create({
    ...asCode(req),
    collection: slugs.runs,
    data,
  })
  return `${id}`
}

/** The latest run, without its input. Read with the access of the one who asks. */
export const findLastRun = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
): Promise<RunRow | undefined> => {
  const { docs } = await localAPI(req.payload).find<RunRow>({
    ...asAsker(req),
    collection: slugs.runs,
    sort: '-createdAt',
    limit: 1,
    // It can be megabytes.
    select: { input: false },
  })
  const [run] = docs
  // Runs of the first version kept no settings, and not enough to be compared with.
  return run?.settings ? run : undefined
}

/**
 * Solves a stored run again, from what it was given then, and compares.
 *
 * @throws Refused when the run is not there, or has not kept what it was given.
 */
export const repeatRun = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  id: string,
): Promise<{ isSame: boolean; pairs: number }> => {
  const local = localAPI(req.payload)
  const found = await local.findByID<RunRow>({
    ...asAsker(req),
    collection: slugs.runs,
    id,
    disableErrors: true,
  })
  const say = speak(req.i18n)
  const noRun = say('noRun')
  if (!found) {
    throw new Refused(404, noRun)
  }
  // The input is hidden from everybody's eyes: it is of use only here.
  const whole = await local.findByID<Pick<RunRow, 'input'>>({
    ...asCode(req),
    collection: slugs.runs,
    id,
    showHiddenFields: true,
    select: { input: true },
  })
  const input = whole?.input
  const { record, settings } = found
  if (!input) {
    // Runs of the first version kept no settings either.
    const why = say(settings ? 'runTooLarge' : 'runTooOld')
    throw new Refused(409, why, 'noInput')
  }
  return { isSame: repeats(input, record), pairs: record.pairs.length }
}

/** Does a run, solved again from what it was given, find the pairs it found then? */
export const repeats = (input: string, record: RunRecord): boolean => {
  const solved = fromText(input)
  const { mentorOf } = solveInput(solved).assignment
  const again = solved.mentees.flatMap((mentee, i) =>
    mentorOf[i]! >= 0 ? [`${mentee} ${solved.mentors[mentorOf[i]!]}`] : [],
  )
  const then = record.pairs
    .filter(({ isLocked }) => !isLocked)
    .map(({ mentee, mentor }) => `${mentee} ${mentor}`)
  return JSON.stringify(again.sort()) === JSON.stringify(then.sort())
}

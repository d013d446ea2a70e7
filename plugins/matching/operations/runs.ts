import type { ForcedChange } from '@mentoring/assignment'
import { asAsker, asCode } from '@mentoring/kit/rights'
import type { PayloadRequest } from 'payload'

import type { PairOfIds } from '../pool/numbers.ts'
import { solveInput } from '../pool/match-pool.ts'
import type { MatchingSettings } from '../pool/settings.ts'
import type { DroppedLock, SolvedInput, Unmatched } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { speak } from '../languages/index.ts'
import { localAPI } from '../local.ts'
import { withSolver } from '../solver/index.ts'
import type { Person, DeclaredOptions } from '../types.ts'
import { fromText } from './input-text.ts'

/** A mentee whose proposal is another one than before the run; ids of mentors. */
export type PairChange = { mentee: string; before?: string; after?: string }

/** Who has another mentor in one result than in the other. */
export const findChanges = (before: PairOfIds[], after: PairOfIds[]): PairChange[] => {
  const was = new Map(before.map(({ mentee, mentor }) => [mentee, mentor]))
  const is = new Map(after.map(({ mentee, mentor }) => [mentee, mentor]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((mentee) => {
    const [before, after] = [was.get(mentee), is.get(mentee)]
    if (before === after) return []
    // What is not there is left out: a database may keep `undefined` as another value.
    return [
      { mentee, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
    ]
  })
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
    /** It was locked, or kept in a run for some others. */
    isLocked?: boolean
    /** What insisting on a locked pair changes; nothing when it fits less than asked for. */
    lockCost?: ForcedChange
    /** The next best mentor, and what taking them instead would change. */
    nextBest?: { mentor: string; change: ForcedChange }
  })[]
  /**
   * Is said what the locks cost and who would come next? That follows when the draft is stored, unless
   * there are too many pairs. Runs of before said the latter in the rows of the proposals.
   */
  isExplained?: 'tooLarge' | true
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
  { slugs }: DeclaredOptions,
  data: Omit<RunRow, 'createdAt' | 'id'>,
): Promise<string> => {
  // Straight to the database: Payload copies a record of thousands several times over.
  const { id } = await localAPI(req.payload).db.create({ collection: slugs.runs, data, req })
  return `${id}`
}

/** Adds to what a run found; only the plugin's own actions do. */
export const updateRecord = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  id: string,
  record: RunRecord,
): Promise<void> => {
  await localAPI(req.payload).db.updateOne({
    collection: slugs.runs,
    id,
    data: { record },
    req,
    returning: false,
  })
}

/** The draw of the latest run. Read with the access of the one who asks. */
export const findLastDraw = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
): Promise<{ id: string; seed: number } | undefined> => {
  const { docs } = await localAPI(req.payload).find<Pick<RunRow, 'id' | 'seed'>>({
    ...asAsker(req),
    collection: slugs.runs,
    sort: '-createdAt',
    limit: 1,
    pagination: false,
    select: { seed: true },
  })
  const [run] = docs
  return run && { id: `${run.id}`, seed: run.seed }
}

/** The latest run, without its input. Read with the access of the one who asks. */
export const findLastRun = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
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
  options: DeclaredOptions,
  id: string,
): Promise<{ isSame: boolean; pairs: number }> => {
  const { slugs } = options
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
  const solved = fromText(input)
  const pairs = solved.mentees.length * solved.mentors.length
  const { mentees: _mentees, mentors: _mentors, ...numbers } = solved
  const again = await withSolver(req, options, { pairs }, (solver) => solver.repeat(numbers))
  return { isSame: areThePairs(record, solved, again), pairs: record.pairs.length }
}

/** Does a run, solved again from what it was given, find the pairs it found then? */
export const repeats = (input: string, record: RunRecord): boolean => {
  const solved = fromText(input)
  return areThePairs(record, solved, solveInput(solved).assignment.mentorOf)
}

/** Are these the pairs of a run, but for the locked ones, which it was not to find? */
const areThePairs = (
  { pairs }: RunRecord,
  { mentees, mentors }: Pick<SolvedInput, 'mentees' | 'mentors'>,
  mentorOf: Int32Array,
): boolean => {
  const again = mentees.flatMap((mentee, i) =>
    mentorOf[i]! >= 0 ? [`${mentee} ${mentors[mentorOf[i]!]}`] : [],
  )
  const then = pairs
    .filter(({ isLocked }) => !isLocked)
    .map(({ mentee, mentor }) => `${mentee} ${mentor}`)
  return JSON.stringify(again.sort()) === JSON.stringify(then.sort())
}

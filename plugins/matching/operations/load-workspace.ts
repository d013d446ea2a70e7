import { isDeepStrictEqual } from 'node:util'

import type { PayloadRequest } from 'payload'

import { assess, type Assessment, mostPointsOf, tiersOf } from '../pool/criteria.ts'
import type { MatchingSettings } from '../pool/settings.ts'
import type { PairOfIds } from '../pool/types.ts'
import { inLanguageOf, type Say } from '../languages/index.ts'
import { costOf, droppedLock, isFree, whyNot } from '../sentences.ts'
import { findMatches, findPeople, type MatchRow } from '../store.ts'
import { type Person, type PersonCard, type ResolvedOptions, type Words } from '../types.ts'
import { loadPool, type LoadedPool } from './load-pool.ts'
import { findLastRun, type RunRow } from './runs.ts'
import { loadSettings } from './settings.ts'
import { findStale } from './stale.ts'
import { recruitmentGaps, supplyAndDemand, type SupplyAndDemand } from './supply.ts'

/** How many recent matches the workspace lists, to be looked at and undone. */
const RECENT_MATCHES = 20

export type WaitingMentee = PersonCard & {
  id: string
  daysWaited: number
  /** Name of the mentor they are proposed to. */
  proposedTo?: string
  /** Why the last run found no mentor for them, in whole sentences. */
  whyNot?: string
  /** What they are grouped by, such as { Country: ['Sudan'] }. */
  groups: Record<string, string[]>
}
export type MentorWithPlaces = PersonCard & { id: string; places: number }

/** What a match says of its two people. */
export type ShownMatch = {
  id: string
  mentee: PersonCard & { id: string }
  mentor: PersonCard & { id: string }
  tier: string
  tierLabel: string
  /** The day of the introduction, in words. */
  introducedDay?: string
}

export type ShownProposal = ShownMatch & {
  /** Days the mentee has waited; nothing once they do not wait any more. */
  daysWaited?: number
  reasons: string[]
  differences: string[]
  /** "83 of 116 points" as numbers; nothing when one of them can't be matched any more. */
  points?: { has: number; most: number }
  isLocked: boolean
  isByHand: boolean
  /** The next best mentor, and what taking them instead would change; a phrase. */
  nextBest?: { name: string; cost: string }
  /**
   * Why a proposal without a lock has no next best: the last run `kept` it and asked for none, the
   * next best is `gone` since, or there was `nobody` else.
   */
  noNextBest?: 'gone' | 'kept' | 'nobody'
  /** What insisting on this pair changes; a phrase. */
  lockCost?: string
  /** What is no longer as it was when the run proposed it. */
  stale?: { sentence: string; isBroken: boolean }
}

/** What the last run did. */
export type ShownRun = {
  /** Was it for some people only, around the proposals of all others? */
  isForSome: boolean
  /** Did it leave pairs out that fit too little? */
  isBestFit: boolean
  seed: number
  unmatched: number
  /** Whose proposal is another one than before it; names. */
  changes: { mentee: string; before?: string; after?: string }[]
  /** How many of its proposals were locked then. */
  locked: number
  before: { proposed: number; total: number }
  after: { proposed: number; total: number }
  /** What all locks together change; a phrase. */
  locksCost?: string
  areLocksFree: boolean
  droppedLocks: string[]
  /** Have the settings been changed since? */
  isOutdated: boolean
}

/** All the workspace shows, as plain data for its client part. */
export type WorkspaceData = {
  words: Words
  /** Longest waiting first. */
  waiting: WaitingMentee[]
  /** Those who take mentees, by name; with no places left too. */
  mentors: MentorWithPlaces[]
  /** In the order of the waiting list. */
  proposals: ShownProposal[]
  recent: ShownMatch[]
  /** Names and labels of the tiers from the highest down. */
  tiers: { name: string; label: string }[]
  /** What one tier is worth in the total score: one more than all points together. */
  tierWorth: number
  supply: SupplyAndDemand[]
  gaps: string[]
  lastRun?: ShownRun
}

/** Reads what the workspace shows. Everything is read with the access of the one who looks. */
export const loadWorkspace = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<WorkspaceData> => {
  const language = inLanguageOf(req, options)
  const { say, words } = language
  const byName = (a: { name: string }, b: { name: string }) =>
    a.name.localeCompare(b.name, say.locale)
  const byWait = (a: Waiting, b: Waiting) =>
    (b.daysWaited ?? 0) - (a.daysWaited ?? 0) || byName(a, b)
  const pool = await loadPool(req, options, new Date())
  const { criteria, settings } = await loadSettings(req, options)
  const run = await findLastRun(req, options)
  const open = await findMatches(
    req,
    options,
    { status: { equals: 'introduced' } },
    { limit: RECENT_MATCHES, sort: '-confirmedAt' },
  )
  const people = await loadPeople(req, options, pool, [
    ...pool.proposals,
    ...open,
    ...(run ? namedBy(run) : []),
  ])
  const toShown = showMatch(options, people, language)
  const daysWaited = new Map(pool.mentees.map((mentee) => [mentee.id, mentee.daysWaited]))
  const mentorsInPool = new Set(pool.mentors.map(({ id }) => id))
  const assessments = new Map(
    pool.proposals
      .filter(({ mentee, mentor }) => daysWaited.has(mentee) && mentorsInPool.has(mentor))
      .map(({ id, mentee, mentor }): [string, Assessment] => [
        id,
        assess(criteria, {
          mentee: people.mentees.get(mentee),
          mentor: people.mentors.get(mentor),
        }),
      ]),
  )
  const stale = findStale(pool, options, people, assessments, language)
  const nameOf = (role: 'mentees' | 'mentors', id: string | undefined) => {
    const person = id === undefined ? undefined : people[role].get(id)
    return person && options[role].describe(person).name
  }
  const proposedTo = new Map(
    pool.proposals.map(({ mentee, mentor }) => [mentee, nameOf('mentors', mentor)]),
  )
  const why = new Map(
    (run?.record.unmatched ?? []).map((entry) => [
      entry.mentee,
      whyNot(entry, { criteria: options.criteria, words }, say),
    ]),
  )
  const wasAsked = new Set(run?.record.mentees.map(({ id }) => id))
  const hasDraft = pool.proposals.length > 0
  const whyNotOf = (id: string) =>
    why.get(id) ?? (hasDraft && run && !wasAsked.has(id) ? say('notAsked') : undefined)
  // As declared: who is missing where does not depend on how pairs are compared today.
  const { ladder } = options.criteria
  const groups = ladder.flatMap(({ group, of }) => (group ? [{ ...group, of }] : []))

  return {
    words,
    waiting: pool.mentees
      .map(({ daysWaited, id, person }) => ({
        id,
        daysWaited,
        proposedTo: proposedTo.get(id),
        whyNot: whyNotOf(id),
        groups: Object.fromEntries(
          groups.map(({ label, nameOf, of }) => [label, of.mentee(person).map(nameOf)]),
        ),
        ...options.mentees.describe(person),
      }))
      .sort(byWait),
    mentors: pool.mentors
      .map(({ id, person, places }) => ({ id, places, ...options.mentors.describe(person) }))
      .sort(byName),
    proposals: pool.proposals
      .map((row): ShownProposal => {
        const { lockCost, nextBest } = row.explanation ?? {}
        const assessment = assessments.get(row.id)
        const next =
          nextBest && mentorsInPool.has(nextBest.mentor)
            ? nameOf('mentors', nextBest.mentor)
            : undefined
        return {
          ...toShown(row),
          daysWaited: daysWaited.get(row.mentee),
          reasons: row.reasons ?? [],
          differences: row.differences ?? [],
          points: assessment && { has: assessment.points, most: assessment.mostPoints },
          isLocked: row.isLocked === true,
          isByHand: row.madeBy === 'coordinator',
          nextBest:
            next && nextBest ? { name: next, cost: costOf(nextBest.change, say) } : undefined,
          noNextBest:
            next || row.isLocked ? undefined : nextBest ? 'gone' : lockCost ? 'kept' : 'nobody',
          lockCost: row.isLocked && lockCost ? costOf(lockCost, say) : undefined,
          stale: stale.get(row.id),
        }
      })
      .sort((a, b) => byWait({ ...a, name: a.mentee.name }, { ...b, name: b.mentee.name })),
    recent: open.map(toShown),
    tiers: tiersOf(options.criteria),
    tierWorth: mostPointsOf(criteria) + 1,
    supply: supplyAndDemand(pool, ladder, say),
    gaps: recruitmentGaps(pool, ladder, words, say),
    lastRun: run && showRun(run, language, nameOf, settings),
  }
}

type Waiting = { daysWaited?: number; name: string }

const showRun = (
  run: RunRow,
  { say, words }: { say: Say; words: Words },
  nameOf: (role: 'mentees' | 'mentors', id: string | undefined) => string | undefined,
  settings: MatchingSettings,
): ShownRun => {
  const { before, changes, droppedLocks, locksCost, unmatched } = run.record
  const gone = say('somebodyOffRecord')
  return {
    isForSome: run.record.isForSome === true,
    isBestFit: run.settings.goal === 'bestFit',
    seed: run.seed,
    locked: run.locked,
    unmatched: unmatched.length,
    changes: changes.map(({ after, before, mentee }) => ({
      mentee: nameOf('mentees', mentee) ?? gone,
      before: before && (nameOf('mentors', before) ?? gone),
      after: after && (nameOf('mentors', after) ?? gone),
    })),
    before,
    after: { proposed: run.proposed, total: run.total },
    locksCost: locksCost && costOf(locksCost, say),
    areLocksFree: locksCost !== undefined && isFree(locksCost),
    droppedLocks: droppedLocks.map((lock) =>
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
    isOutdated: !isDeepStrictEqual(run.settings, settings),
  }
}

type People = { mentees: Map<string, Person>; mentors: Map<string, Person> }

/** Whom the notes of a run name: some of them may have left the pool since. */
const namedBy = ({ record: { changes, droppedLocks } }: RunRow): Partial<PairOfIds>[] => [
  ...droppedLocks,
  ...changes.flatMap(({ after, before, mentee }) => [
    { mentee, mentor: before },
    { mentor: after },
  ]),
]

/** Everybody in the pool, and those in the rows who are not. */
const loadPeople = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  pool: LoadedPool,
  rows: Partial<PairOfIds>[],
): Promise<People> => {
  const load = async (role: 'mentee' | 'mentor') => {
    const side = role === 'mentee' ? 'mentees' : 'mentors'
    const known = new Map(pool[side].map(({ id, person }) => [id, person]))
    const missing = [...new Set(rows.flatMap((row) => row[role] ?? []))].filter(
      (id) => !known.has(id),
    )
    if (missing.length === 0) return known
    const found = await findPeople(req, options[side].slug, { id: { in: missing } })
    for (const person of found) known.set(`${person.id}`, person)
    return known
  }
  return { mentees: await load('mentee'), mentors: await load('mentor') }
}

const showMatch =
  (options: ResolvedOptions, people: People, { day, say }: ReturnType<typeof inLanguageOf>) =>
  ({ confirmedAt, id, mentee, mentor, tier, tierLabel }: MatchRow): ShownMatch => {
    const card = (role: 'mentees' | 'mentors', id: string) => {
      const person = people[role].get(id)
      const shown = person
        ? options[role].describe(person)
        : { name: say('offRecord'), summary: '' }
      return { id, ...shown }
    }
    return {
      id,
      mentee: card('mentees', mentee),
      mentor: card('mentors', mentor),
      tier,
      tierLabel,
      introducedDay: confirmedAt ? day(confirmedAt) : undefined,
    }
  }

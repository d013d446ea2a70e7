import { isDeepStrictEqual } from 'node:util'

import type { PayloadRequest, Where } from 'payload'

import { configOf } from '../local.ts'
import { looksTheSame } from '../pool/numbers.ts'
import { countMatches, countPeople, findMatches, findPeople } from '../store.ts'
import type { Person, ResolvedOptions } from '../types.ts'
import {
  fieldsCompared,
  loadDecided,
  type LoadedPool,
  placesOf,
  type PoolAsRead,
  whereDecided,
} from './load-pool.ts'
import { findLastDraw } from './runs.ts'
import { type InForce, loadSettings } from './settings.ts'

/** What work on the draft was made from, and when its reading began. */
export type WasRead = { at: Date; pool: PoolAsRead; inForce: InForce; lastRun: string | undefined }

/**
 * Is what was read still so, as far as it decides a result? Looked at is only what has been written
 * since. Changes that the criteria do not see, such as of a telephone number, do not matter. Whoever
 * came since does not matter either: they are to a draft that takes long what they are to one that
 * was made a moment before they came.
 */
export const isStillSo = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  was: WasRead,
): Promise<boolean> =>
  isDeepStrictEqual((await loadSettings(req, options)).settings, was.inForce.settings) &&
  (await findLastDraw(req, options))?.id === was.lastRun &&
  (await areStillThere(req, options, 'mentees', was)) &&
  (await areStillThere(req, options, 'mentors', was)) &&
  (await areSameProposals(req, options, was)) &&
  (await isDecidedAlike(req, options, was))

/** Is everybody there who was, with the same to compare? */
const areStillThere = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  side: 'mentees' | 'mentors',
  { at, inForce, pool }: WasRead,
): Promise<boolean> => {
  const { available, slug } = options[side]
  const known = new Map(pool[side].map(({ id, person }) => [id, person]))
  const written = await findPeople(
    req,
    slug,
    writtenSince(req, slug, available, at),
    fieldsCompared(options[side]),
  )
  const came = written.filter(({ id }) => !known.has(`${id}`)).length
  if ((await countPeople(req, slug, available)) - came !== known.size) return false
  const isSame = (before: Person, after: Person) =>
    side === 'mentees'
      ? looksTheSame(inForce.criteria, 'mentee', before, after) &&
        options.mentees.waitingSince(before) === options.mentees.waitingSince(after)
      : looksTheSame(inForce.criteria, 'mentor', before, after) &&
        placesOf(options, before) === placesOf(options, after)
  return written.every((after) => {
    const before = known.get(`${after.id}`)
    return !before || isSame(before, after)
  })
}

/** Do the proposals stand that stood, each as it was? */
const areSameProposals = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { at, pool }: WasRead,
): Promise<boolean> => {
  const proposed = { status: { equals: 'proposed' } }
  if ((await countMatches(req, options, proposed)) !== pool.proposals.length) return false
  const known = new Map(pool.proposals.map(({ id, updatedAt }) => [id, updatedAt]))
  const written = await findMatches(req, options, since(proposed, at), ['updatedAt'])
  return written.every(({ id, updatedAt }) => known.get(id) === updatedAt)
}

/** Has everybody the mentees they had, and are the same pairs left out? */
const isDecidedAlike = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  { at, pool }: WasRead,
): Promise<boolean> => {
  const decided = whereDecided(options)
  const isUntouched =
    (await countMatches(req, options, decided)) === pool.decided &&
    (await countMatches(req, options, since(decided, at))) === 0
  if (isUntouched) return true
  const { leftOut, load } = await loadDecided(req, options)
  const among = pairsAmong(pool)
  return (
    pool.mentors.every((mentor) => (load.get(mentor.id) ?? 0) === mentor.load) &&
    isDeepStrictEqual(among(leftOut), among(pool.leftOut))
  )
}

/** The pairs of people who are both in the pool, whichever order they were read in. */
const pairsAmong = ({ mentees, mentors }: LoadedPool) => {
  const ids = {
    mentee: new Set(mentees.map(({ id }) => id)),
    mentor: new Set(mentors.map(({ id }) => id)),
  }
  return (pairs: LoadedPool['leftOut']) =>
    new Set(
      pairs
        .filter(({ mentee, mentor }) => ids.mentee.has(mentee) && ids.mentor.has(mentor))
        .map(({ mentee, mentor }) => JSON.stringify([mentee, mentor])),
    )
}

/**
 * A record has the time at which its writing began, by the clock of the server that wrote: it may be seen only
 * later. So much longer is looked back, in milliseconds; what is found is compared, so more of it does no harm.
 */
const LONGEST_WRITE = 60_000

const since = (where: Where, at: Date): Where => {
  const earliest = new Date(at.getTime() - LONGEST_WRITE)
  return { and: [where, { updatedAt: { greater_than_equal: earliest.toISOString() } }] }
}

/** Where records do not say when they were written, everybody is looked at again. */
const writtenSince = (
  { payload }: PayloadRequest,
  slug: ResolvedOptions['mentees']['slug'],
  available: Where,
  at: Date,
): Where => (configOf(payload, slug).timestamps ? since(available, at) : available)

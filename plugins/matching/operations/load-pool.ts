import type { PayloadRequest } from 'payload'

import type { PairOfIds, Pool } from '../pool/types.ts'
import { findMatches, findPeople, type MatchRow } from '../store.ts'
import type { Person, ResolvedOptions } from '../types.ts'

const DAY = 24 * 60 * 60 * 1000

/** Days between two moments, rounded down; 0 when one of them is unknown. */
export const daysBetween = (from: string, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - new Date(from).getTime()) / DAY) || 0)

/** Ten years: a longer wait is a slip in a date, and could be too much for the engine's numbers. */
const MOST_DAYS = 3653

/** More places than anybody needs, and few enough for the engine's numbers. */
const MOST_PLACES = 1_000_000

/** Places of a mentor, taken or free. Nobody who left theirs out has any. */
export const placesOf = ({ mentors }: ResolvedOptions, mentor: Person): number =>
  Math.min(MOST_PLACES, Math.max(0, Math.floor(Number(mentors.capacity(mentor))) || 0))

/** All who wait and all who could take them, with the places that are left; and the proposals. */
export type LoadedPool = Pick<Pool<Person, Person>, 'mentees'> & {
  mentors: Required<Pool<Person, Person>['mentors'][number]>[]
  leftOut: PairOfIds[]
  /** Proposals as they stand, the locked ones among them. */
  proposals: MatchRow[]
}

/** Places left, all mentors together. */
export const freePlaces = ({ mentors }: Pick<LoadedPool, 'mentors'>): number =>
  mentors.reduce((sum, { places }) => sum + Math.max(0, places), 0)

/** Reads the pool with the access of the one who asks. */
export const loadPool = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  now: Date,
): Promise<LoadedPool> => {
  const { apart, open, parted } = options.states
  // One after the other: a transaction of MongoDB takes one operation at a time.
  const mentees = await findPeople(req, options.mentees.slug, options.mentees.available)
  const mentors = await findPeople(req, options.mentors.slug, options.mentors.available)
  const proposals = await findMatches(req, options, { status: { equals: 'proposed' } })
  // These only ever get more: no more of each is read than says who is taken or left out.
  const matches = await findMatches(
    req,
    options,
    { status: { in: [...open, ...apart] } },
    { select: { isAllowedAgain: true, mentee: true, mentor: true, status: true } },
  )
  const load = new Map<string, number>()
  for (const { mentor, status } of matches) {
    if (open.includes(status)) load.set(mentor, (load.get(mentor) ?? 0) + 1)
  }
  return {
    mentees: mentees.map((person) => ({
      id: `${person.id}`,
      person,
      daysWaited: Math.min(MOST_DAYS, daysBetween(options.mentees.waitingSince(person), now)),
    })),
    mentors: mentors.map((person) => {
      const id = `${person.id}`
      const taken = load.get(id) ?? 0
      return { id, person, places: placesOf(options, person) - taken, load: taken }
    }),
    leftOut: matches
      .filter(
        ({ isAllowedAgain, status }) =>
          parted.includes(status) || (apart.includes(status) && !isAllowedAgain),
      )
      .map(({ mentee, mentor }) => ({ mentee, mentor })),
    proposals,
  }
}

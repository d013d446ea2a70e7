import type { PayloadRequest, Where } from 'payload'

import type { PairOfIds } from '../pool/numbers.ts'
import { byId } from '../pool/order.ts'
import type { Pool } from '../pool/types.ts'
import { findMatches, findPeople, type MatchRow } from '../store.ts'
import type { Person, DeclaredOptions } from '../types.ts'

const DAY = 24 * 60 * 60 * 1000

/** Days between two moments, rounded down; 0 when one of them is unknown. */
export const daysBetween = (from: string, to: Date): number =>
  Math.max(0, Math.floor((to.getTime() - new Date(from).getTime()) / DAY) || 0)

/** Ten years: a longer wait is a slip in a date, and could be too much for the engine's numbers. */
const MOST_DAYS = 3653

/** Days somebody has waited. */
export const daysWaited = ({ mentees }: DeclaredOptions, mentee: Person, now: Date): number =>
  Math.min(MOST_DAYS, daysBetween(mentees.waitingSince(mentee), now))

/** More places than anybody needs, and few enough for the engine's numbers. */
const MOST_PLACES = 1_000_000

/** Places of a mentor, taken or free. Nobody who left theirs out has any. */
export const placesOf = ({ mentors }: DeclaredOptions, mentor: Person): number =>
  Math.min(MOST_PLACES, Math.max(0, Math.floor(Number(mentors.capacity(mentor))) || 0))

/** What a run writes of a proposal, and what it needs to see whether one has changed since. */
const OF_PROPOSALS = [
  'createdAt',
  'differences',
  'explanation',
  'isLocked',
  'madeBy',
  'reasons',
  'score',
  'status',
  'tier',
  'tierLabel',
  'updatedAt',
] as const satisfies (keyof MatchRow)[]

/** A proposal as it stands. */
export type StandingProposal = Pick<
  MatchRow,
  (typeof OF_PROPOSALS)[number] | keyof PairOfIds | 'id'
>

/** Fields in which people are compared, where a project names all of them; else nothing. */
export const fieldsCompared = ({
  compared,
  standing,
}: DeclaredOptions['mentees' | 'mentors']): string[] | undefined =>
  compared && standing && [...new Set([...standing, ...compared])]

/**
 * All who wait and all who could take them, with the places that are left; and the proposals. Of people no more
 * than {@link fieldsCompared}.
 */
export type LoadedPool = Pick<Pool<Person, Person>, 'mentees'> & {
  mentors: Required<Pool<Person, Person>['mentors'][number]>[]
  leftOut: PairOfIds[]
  /** Proposals as they stand, the locked ones among them. */
  proposals: StandingProposal[]
}

/** A pool, and how many matches said who is taken or left out. */
export type PoolAsRead = LoadedPool & { decided: number }

/** Places left, all mentors together. */
export const freePlaces = ({ mentors }: { mentors: { places: number }[] }): number =>
  mentors.reduce((sum, { places }) => sum + Math.max(0, places), 0)

/**
 * Reads the pool with the access of the one who asks.
 *
 * @param onRead is told how many people there are so far
 */
export const loadPool = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  now: Date,
  onRead?: (people: number) => void,
): Promise<PoolAsRead> => {
  const { mentees: menteeSide, mentors: mentorSide } = options
  const find = (side: typeof menteeSide | typeof mentorSide, before: number) =>
    findPeople(req, side.slug, side.available, fieldsCompared(side), (people) =>
      onRead?.(before + people),
    )
  // One after the other: a transaction of MongoDB takes one operation at a time.
  const mentees = await find(menteeSide, 0)
  const mentors = await find(mentorSide, mentees.length)
  const proposals = await findMatches(req, options, { status: { equals: 'proposed' } }, [
    ...OF_PROPOSALS,
  ])
  const { decided, leftOut, load } = await loadDecided(req, options)
  return {
    mentees: mentees.map((person) => ({
      id: `${person.id}`,
      person,
      daysWaited: daysWaited(options, person, now),
    })),
    mentors: mentors.map((person) => {
      const id = `${person.id}`
      const taken = load.get(id) ?? 0
      return { id, person, places: placesOf(options, person) - taken, load: taken }
    }),
    leftOut,
    // The latest first: of locks that exclude each other it is held.
    proposals: proposals.sort((a, b) => b.createdAt.localeCompare(a.createdAt) || byId(a, b)),
    decided,
  }
}

/** Matches that say who is taken or left out. */
export const whereDecided = ({ states }: DeclaredOptions): Where => ({
  status: { in: [...states.open, ...states.apart] },
})

/** How many mentees each mentor has, and which pairs are left out. */
export const loadDecided = async (req: PayloadRequest, options: DeclaredOptions) => {
  const { apart, open, parted } = options.states
  // These only ever get more: no more of each is read than says who is taken or left out.
  const matches = await findMatches(req, options, whereDecided(options), [
    'isAllowedAgain',
    'status',
  ])
  const load = new Map<string, number>()
  for (const { mentor, status } of matches) {
    if (open.includes(status)) load.set(mentor, (load.get(mentor) ?? 0) + 1)
  }
  const leftOut = matches
    .filter(
      ({ isAllowedAgain, status }) =>
        parted.includes(status) || (apart.includes(status) && !isAllowedAgain),
    )
    .map(({ mentee, mentor }): PairOfIds => ({ mentee, mentor }))
  return { decided: matches.length, leftOut, load }
}

import type { PayloadRequest } from 'payload'

import { inLanguageOf, stateIn } from '../languages/index.ts'
import { tiersOf } from '../pool/criteria.ts'
import type { PairOfIds } from '../pool/types.ts'
import { findMatches, findPeople, type MatchRow } from '../store.ts'
import type { Person, PersonCard, ResolvedOptions, Words } from '../types.ts'
import { daysWaited, placesOf } from './load-pool.ts'

/** Which of the two collections somebody is in. */
export type Role = 'mentee' | 'mentor'

export type PastMatch = {
  id: string
  otherId: string
  other: PersonCard
  state: string
  tierLabel: string
  /** The day it came to this state, in words. */
  day: string
  /** Is it no further than the introduction? */
  canBeUndone: boolean
  /** Are the two kept from being proposed to each other because of it? */
  isExclusion: boolean
  /** Can a coordinator take that back? */
  canBeAllowed: boolean
}

/** What the matching knows of one person, as plain data for the page. */
export type PersonMatching = {
  role: Role
  words: Words
  id: string
  name: string
  /** Why they can't be matched now; a whole sentence. */
  whyUnavailable?: string
  /** A mentee's place in the queue, from 1. */
  queue?: { place: number; of: number; daysWaited: number }
  /** A mentor's places. */
  places?: { free: number; all: number }
  /** Names of those they are proposed to now. */
  proposedTo: string[]
  /** All but proposals, latest first. */
  history: PastMatch[]
  tiers: { name: string; label: string }[]
}

/**
 * What the matching knows of one person. Read with the access of the one who asks.
 *
 * @returns nothing when the person is not there.
 */
export const loadPerson = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  role: Role,
  asked: Person['id'],
): Promise<PersonMatching | undefined> => {
  const id = `${asked}`
  const side = role === 'mentee' ? options.mentees : options.mentors
  const otherSide = role === 'mentee' ? options.mentors : options.mentees
  const otherRole = role === 'mentee' ? 'mentor' : 'mentee'
  const [person] = await findPeople(req, side.slug, { id: { equals: id } })
  if (!person) return undefined
  const rows = await findMatches(req, options, { [role]: { equals: id } }, [
    'createdAt',
    'decidedAt',
    'isAllowedAgain',
    'status',
    'tierLabel',
  ])
  const others = new Map(
    (
      await findPeople(req, otherSide.slug, {
        id: { in: [...new Set(rows.map((row) => row[otherRole]))] },
      })
    ).map((other) => [`${other.id}`, otherSide.describe(other)]),
  )
  const { day, say, words } = inLanguageOf(req, options)
  const card = (row: PairOfIds): PersonCard =>
    others.get(row[otherRole]) ?? { name: say('offRecord'), summary: '' }
  return {
    role,
    words,
    id,
    name: side.describe(person).name,
    whyUnavailable: side.whyUnavailable(person),
    queue: role === 'mentee' ? await findPlaceInQueue(req, options, id) : undefined,
    places: role === 'mentor' ? countPlaces(options, rows, placesOf(options, person)) : undefined,
    proposedTo: rows.filter(({ status }) => status === 'proposed').map((row) => card(row).name),
    history: rows
      .filter(({ status }) => status !== 'proposed')
      .sort((a, b) => decidedAt(b).localeCompare(decidedAt(a)))
      .map((row) => ({
        id: row.id,
        otherId: row[otherRole],
        other: card(row),
        state: stateIn(options, row.status, req.i18n),
        tierLabel: row.tierLabel,
        day: day(decidedAt(row)),
        canBeUndone: row.status === 'introduced',
        ...exclusionOf(options, row),
      })),
    tiers: tiersOf(options.criteria),
  }
}

/** When a match came to its state. */
const decidedAt = ({
  createdAt,
  decidedAt: at,
}: Pick<MatchRow, 'createdAt' | 'decidedAt'>): string => at ?? createdAt

const exclusionOf = (
  { states }: ResolvedOptions,
  { isAllowedAgain, status }: Pick<MatchRow, 'isAllowedAgain' | 'status'>,
): Pick<PastMatch, 'canBeAllowed' | 'isExclusion'> => {
  const canBeAllowed =
    states.apart.includes(status) && !states.parted.includes(status) && !isAllowedAgain
  return { canBeAllowed, isExclusion: canBeAllowed || states.parted.includes(status) }
}

const findPlaceInQueue = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<PersonMatching['queue']> => {
  const { available, slug, standing } = options.mentees
  const now = new Date()
  const waiting = await findPeople(req, slug, available, standing)
  const days = new Map(waiting.map((one) => [`${one.id}`, daysWaited(options, one, now)]))
  const own = days.get(id)
  if (own === undefined) return undefined
  const before = [...days.values()].filter((other) => other > own).length
  return { place: before + 1, of: days.size, daysWaited: own }
}

const countPlaces = (
  { states }: ResolvedOptions,
  rows: Pick<MatchRow, 'status'>[],
  all: number,
): PersonMatching['places'] => ({
  all,
  free: Math.max(0, all - rows.filter(({ status }) => states.open.includes(status)).length),
})

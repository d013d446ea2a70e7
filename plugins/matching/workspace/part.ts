import type { PayloadRequest, Where } from 'payload'

import { assess, type Assessment } from '../pool/criteria.ts'
import { findMatches, findPeople, type MatchRow } from '../store.ts'
import type { Person, DeclaredOptions } from '../types.ts'
import { fieldsCompared, placesOf } from '../operations/load-pool.ts'
import type { PairOfIds } from '../pool/types.ts'
import type { InForce } from '../operations/settings.ts'

/** As much of the pool as some pairs are about. */
export type Part = {
  /** Everybody named who is still on record. */
  mentees: Map<string, Person>
  mentors: Map<string, Person>
  /** Who of them waits. */
  waiting: Set<string>
  /** Places that are left, of those who can be matched now. */
  placesLeft: Map<string, number>
}

/**
 * Reads whom some pairs are about, with the access of the one who asks.
 *
 * @param isCompared are those who can be matched only compared, and not named? Then no more is read of them.
 */
export const loadPart = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  pairs: Partial<PairOfIds>[],
  isCompared = false,
): Promise<Part> => {
  const named = {
    mentees: [...new Set(pairs.flatMap(({ mentee }) => mentee ?? []))],
    mentors: [...new Set(pairs.flatMap(({ mentor }) => mentor ?? []))],
  }
  const find = (side: 'mentees' | 'mentors') => {
    const fields = isCompared ? fieldsCompared(options[side]) : undefined
    return findNamed(req, options[side], named[side], fields)
  }
  const mentees = await find('mentees')
  const mentors = await find('mentors')
  const taken = await countTaken(req, options, mentors.available)
  return {
    mentees: mentees.people,
    mentors: mentors.people,
    waiting: new Set(mentees.available),
    placesLeft: new Map(
      mentors.available.map((id) => [
        id,
        placesOf(options, mentors.people.get(id)!) - (taken.get(id) ?? 0),
      ]),
    ),
  }
}

const findNamed = async (
  req: PayloadRequest,
  { available, slug }: DeclaredOptions['mentees' | 'mentors'],
  ids: string[],
  fields: string[] | undefined,
): Promise<{ people: Map<string, Person>; available: string[] }> => {
  if (ids.length === 0) return { people: new Map(), available: [] }
  const found = await findPeople(req, slug, { and: [available, { id: { in: ids } }] }, fields)
  const people = new Map(found.map((person) => [`${person.id}`, person]))
  const inPool = [...people.keys()]
  const others = ids.filter((id) => !people.has(id))
  if (others.length > 0) {
    for (const person of await findPeople(req, slug, { id: { in: others } })) {
      people.set(`${person.id}`, person)
    }
  }
  return { people, available: inPool }
}

/** How many places of each mentor are taken. @param mentors of whom. @default of all */
export const countTaken = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  mentors?: string[],
): Promise<Map<string, number>> => {
  const taken = new Map<string, number>()
  if (mentors?.length === 0) return taken
  const open: Where = { status: { in: options.states.open } }
  const rows = await findMatches(
    req,
    options,
    mentors ? { and: [{ mentor: { in: mentors } }, open] } : open,
    [],
  )
  for (const { mentor } of rows) taken.set(mentor, (taken.get(mentor) ?? 0) + 1)
  return taken
}

/** What the pairs are worth by the settings in force, by id of the match: those whose people both can be matched. */
export const assessAll = (
  { mentees, mentors, placesLeft, waiting }: Part,
  { criteria }: InForce,
  rows: Pick<MatchRow, 'id' | 'mentee' | 'mentor'>[],
): Map<string, Assessment> =>
  new Map(
    rows
      .filter(({ mentee, mentor }) => waiting.has(mentee) && placesLeft.has(mentor))
      .map(({ id, mentee, mentor }) => [
        id,
        assess(criteria, { mentee: mentees.get(mentee), mentor: mentors.get(mentor) }),
      ]),
  )

/** Pairs among these rows that are not to be proposed, as `mentee mentor`. */
export const findLeftOut = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  rows: PairOfIds[],
): Promise<(pair: PairOfIds) => boolean> => {
  const { apart, parted } = options.states
  const found = await findMatches(
    req,
    options,
    {
      and: [
        { mentee: { in: rows.map(({ mentee }) => mentee) } },
        { mentor: { in: [...new Set(rows.map(({ mentor }) => mentor))] } },
        { status: { in: apart } },
      ],
    },
    ['isAllowedAgain', 'status'],
  )
  const mentors = new Map<string, Set<string>>()
  for (const { isAllowedAgain, mentee, mentor, status } of found) {
    if (!parted.includes(status) && isAllowedAgain) continue
    mentors.set(mentee, (mentors.get(mentee) ?? new Set()).add(mentor))
  }
  return ({ mentee, mentor }) => mentors.get(mentee)?.has(mentor) === true
}

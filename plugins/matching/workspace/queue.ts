import type { PayloadRequest } from 'payload'

import type { Person, DeclaredOptions } from '../types.ts'
import { daysWaited } from '../operations/load-pool.ts'
import { type ListPlace, NEVER } from './pages.ts'
import { findPeople } from '../store.ts'

/** A mentee, as far as lists are ordered by it. */
export type Queued = { id: string; daysWaited: number; place: ListPlace }

/** Everybody who waits, in no order. Read with the access of the one who asks, no more than is needed. */
export const loadQueue = async (req: PayloadRequest, options: DeclaredOptions): Promise<Queued[]> =>
  readQueue(req, options, options.mentees.available)

/** These mentees as if they waited, whether they do or not. */
export const loadNamed = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  ids: string[],
): Promise<Queued[]> => (ids.length > 0 ? readQueue(req, options, { id: { in: ids } }) : [])

const readQueue = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  where: Parameters<typeof findPeople>[2],
): Promise<Queued[]> => {
  const { mentees, menteeTitle } = options
  const fields = mentees.standing && [...mentees.standing, menteeTitle]
  const now = new Date()
  const people = await findPeople(req, mentees.slug, where, fields)
  return people.map((person) => ({
    id: `${person.id}`,
    daysWaited: daysWaited(options, person, now),
    place: placeOf(options, person),
  }))
}

const placeOf = ({ menteeTitle, mentees }: DeclaredOptions, person: Person): ListPlace => {
  const since = new Date(mentees.waitingSince(person)).getTime()
  // The field is named by the project's config.
  const name = (person as Record<string, unknown>)[menteeTitle]
  return {
    since: Number.isNaN(since) ? NEVER : since,
    name: typeof name === 'string' ? name : '',
    id: `${person.id}`,
  }
}

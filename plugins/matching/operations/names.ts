import type { PayloadRequest } from 'payload'

import { findPeople } from '../store.ts'
import type { PersonCard, ResolvedOptions } from '../types.ts'

/** What is shown of these people, by id. Read with the access of the one who asks. */
export const cardsOf = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  side: 'mentees' | 'mentors',
  ids: string[],
): Promise<Map<string, PersonCard>> => {
  const { describe, slug } = options[side]
  const people =
    ids.length > 0 ? await findPeople(req, slug, { id: { in: [...new Set(ids)] } }) : []
  return new Map(people.map((person) => [`${person.id}`, describe(person)]))
}

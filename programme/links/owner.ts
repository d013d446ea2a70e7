import type { PayloadRequest, Where } from 'payload'

import { findFirstRecord, findRecord } from '../../database/records.ts'
import type { Mentee, Mentor } from '../../payload-types.ts'
import type { Role } from '../clock/facts.ts'

/** Somebody who takes part, and which side of the programme they are on. */
export type Participant = { role: 'mentee'; person: Mentee } | { role: 'mentor'; person: Mentor }

/** Whose a link is: a record by its id. Somebody who is mentor and mentee has two. */
export type Owner = { role: Role; id: string }

/** The collection of a side of the programme. */
export const collectionOf = (role: Role) =>
  role === 'mentor' ? ('mentors' as const) : ('mentees' as const)

/** The side of the programme of a collection; nothing for any other collection. */
export const roleOf = (collection: string): Role | undefined =>
  (({ mentors: 'mentor', mentees: 'mentee' }) as const)[collection]

/** Somebody as the owner of links. */
export const ownerOf = ({ person: { id }, role }: Participant): Owner => ({ role, id })

/** Rows of one owner, in every collection with the columns `mentor` and `mentee`. */
export const ownedBy = ({ id, role }: Owner): Where => ({ [role]: { equals: id } })

/** Whose row it is, by its columns `mentor` and `mentee`, of which one is set. */
export const ownerIn = (row: Owned): Owner | undefined => {
  if (row.mentor) return { role: 'mentor', id: idOf(row.mentor) }
  return row.mentee ? { role: 'mentee', id: idOf(row.mentee) } : undefined
}

type Owned = { mentee?: Mentee | string | null; mentor?: Mentor | string | null }

/** The id of what a relationship names, as it was read with any depth. */
export const idOf = (related: { id: string } | string): string =>
  typeof related === 'string' ? related : related.id

/** The person behind an owner; nothing when they are no longer on record. */
export const findParticipant = async (
  req: PayloadRequest,
  owner: Owner | undefined,
): Promise<Participant | undefined> => {
  if (!owner) return undefined
  const { id, role } = owner
  return asParticipant(role, await findRecord(req, collectionOf(role), id))
}

/** Somebody with this address on one side of the programme. */
export const findByEmail = async (
  req: PayloadRequest,
  role: Role,
  email: string,
): Promise<Participant | undefined> =>
  asParticipant(role, await findFirstRecord(req, collectionOf(role), { email: { equals: email } }))

/** A record that was read or written in the collection of a role, with that role. */
export const asParticipant = <Person extends Mentee | Mentor | undefined>(
  role: Role,
  person: Person,
) => (person && { role, person }) as Participant | Extract<Person, undefined>

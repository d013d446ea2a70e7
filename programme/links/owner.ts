import type { PayloadRequest, Where } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { FORMS, formIn, KINDS } from '../../collections/forms.ts'
import { findFirstRecord, findRecord } from '../../database/records.ts'
import type { Mentee, Mentor } from '../../payload-types.ts'
import { isRole, type Role } from '../clock/facts.ts'

/** Somebody who takes part, and which side of the programme they are on. */
export type Participant = { role: 'mentee'; person: Mentee } | { role: 'mentor'; person: Mentor }

/** Somebody who has signed up by any form; `role` is the kind of the form. */
export type SignedUp = { role: string; person: Person }

/** What the record of everybody who has signed up holds. */
type Person = { status: string } & Pick<
  Mentee,
  'answers' | 'askedIn' | 'confirmedAt' | 'consent' | 'email' | 'id' | 'name' | 'updatedAt'
>

/** Whose a link is: a record by its id. Somebody who is mentor and mentee has two. */
export type Owner = { role: string; id: string }

/** Is somebody mentor or mentee? */
export const isParticipant = (somebody: SignedUp): somebody is Participant => isRole(somebody.role)

/** The collection of a side of the programme, or of those who have signed up by another form. */
export const collectionOf = (kind: string) =>
  // Any other has the fields that are read of it; the code knows it by its name only.
  FORMS.forms.find((form) => form.kind === kind)!.collection as 'mentees' | 'mentors'

/** The form of those a collection keeps; nothing for any other collection. */
export const roleOf = (collection: string): string | undefined => formIn(collection)?.kind

/** Somebody as the owner of links. */
export const ownerOf = ({ person: { id }, role }: SignedUp): Owner => ({ role, id })

/** Rows of one owner, in every collection with a column for each form. */
export const ownedBy = ({ id, role }: Owner): Where => ({ [role]: { equals: id } })

/** Whose row it is, by its columns for the forms, of which one is set. */
export const ownerIn = (row: object): Owner | undefined => {
  const owned = row as Record<string, { id: string } | string | null | undefined>
  const role = KINDS.find((kind) => owned[kind])
  return role === undefined ? undefined : { role, id: idOf(owned[role]!) }
}

/** The person behind an owner; nothing when they are no longer on record. */
export const findSignedUp = async (
  req: PayloadRequest,
  owner: Owner | undefined,
): Promise<SignedUp | undefined> => {
  if (!owner) return undefined
  const { id, role } = owner
  return asSignedUp(role, await findRecord(req, collectionOf(role), id))
}

/** One of the two of a match; nothing when they are no longer on record. */
export const findParticipant = async (
  req: PayloadRequest,
  owner: Owner & { role: Role },
): Promise<Participant | undefined> => {
  const found = await findSignedUp(req, owner)
  return found && isParticipant(found) ? found : undefined
}

/** Somebody with this address who has signed up by a form. */
export const findByEmail = async (
  req: PayloadRequest,
  kind: string,
  email: string,
): Promise<SignedUp | undefined> =>
  asSignedUp(kind, await findFirstRecord(req, collectionOf(kind), { email: { equals: email } }))

/** A record that was read or written in the collection of a form, with the kind of that form. */
export const asSignedUp = <Found extends Person | undefined>(role: string, person: Found) =>
  (person && { role, person }) as SignedUp | Extract<Found, undefined>

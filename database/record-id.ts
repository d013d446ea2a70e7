import type { Payload } from 'payload'

// In small letters, as both databases write them: one of them would take capitals for the same.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const OBJECT_ID = /^[0-9a-f]{24}$/

/** Is this text made like the id of a record of this database, whether there is one or not? */
export const isRecordId = ({ db }: Pick<Payload, 'db'>, text: string): boolean =>
  (db.name === 'mongoose' ? OBJECT_ID : UUID).test(text)

/** The id of what a relationship names, as it was read with any depth. */
export const idOf = (related: unknown): string =>
  typeof related === 'object' && related !== null && 'id' in related
    ? String(related.id)
    : String(related)

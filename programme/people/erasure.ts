import type { CollectionBeforeDeleteHook } from 'payload'

import { deleteRows } from '../../database/records.ts'

/** Rows that belong to a match and go with it. */
const OF_MATCH = ['agreements', 'match-steps', 'meetings', 'personal-links', 'surveys'] as const

/** Erasing a match takes its history with it, before the match that this refers to. */
export const eraseMatch: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of OF_MATCH) {
    await deleteRows(req, collection, { match: { equals: id } })
  }
}

/** Erasing somebody takes their places on training days with them. */
export const erasePerson: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (collection.slug !== 'mentors') return
  await deleteRows(req, 'training-places', { mentor: { equals: id } })
}

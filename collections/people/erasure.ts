import type { CollectionBeforeDeleteHook, Where } from 'payload'

import { findRecords } from '../../database/records.ts'

/**
 * Erasure takes the emails to the person, and those about a match of theirs, which carry their details
 * to the other one, in the same transaction. The matching plugin takes their proposals and closed
 * matches, and refuses while a match is open.
 */
export const eraseMails: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const role = collection.slug === 'mentors' ? 'mentor' : 'mentee'
  const matches = await findRecords(req, 'matches', { [role]: { equals: id } })
  await req.payload.delete({
    collection: 'mails',
    where: {
      or: [
        { [role]: { equals: id } },
        ...matches.map((match): Where => ({ match: { equals: match.id } })),
      ],
    },
    overrideAccess: true,
    req,
  })
}

import type { CollectionBeforeDeleteHook, Where } from 'payload'

import { findRecords } from '../../database/records.ts'
import { formIn } from '../forms.ts'

/**
 * Erasure takes the emails to the person, and those about a match of theirs, which carry their details
 * to the other one, in the same transaction. The matching plugin takes their proposals and closed
 * matches, and refuses while a match is open.
 */
export const eraseMails: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { isMatched, kind } = formIn(collection.slug)!
  const matches = isMatched ? await findRecords(req, 'matches', { [kind]: { equals: id } }) : []
  await req.payload.delete({
    collection: 'mails',
    where: {
      or: [
        { [kind]: { equals: id } },
        ...matches.map((match): Where => ({ match: { equals: match.id } })),
      ],
    },
    overrideAccess: true,
    req,
  })
}

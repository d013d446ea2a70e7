import { APIError, type CollectionBeforeDeleteHook, type Where } from 'payload'

import { OPEN_STATES } from '../../plugins/matching/types.ts'

const roleOf = (collection: string) => (collection === 'mentors' ? 'mentor' : 'mentee')

/** Erasing somebody who has an open match would leave the other person without a word. */
export const refuseWhileMatched: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { totalDocs } = await req.payload.count({
    collection: 'matches',
    where: {
      and: [{ [roleOf(collection.slug)]: { equals: id } }, { status: { in: OPEN_STATES } }],
    },
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) {
    throw new APIError(
      'This person has an open match. Undo it in the matching workspace first, so that the other person hears of it.',
      409,
      undefined,
      true,
    )
  }
}

/**
 * Erasure takes everything that names the person: closed matches, proposals, and emails
 * to them and about them.
 * Before the record itself, which the matches refer to; in the same transaction.
 */
export const eraseTraces: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { docs: matches } = await req.payload.delete({
    collection: 'matches',
    where: { [roleOf(collection.slug)]: { equals: id } },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await req.payload.delete({
    collection: 'mails',
    where: {
      or: [
        // By occasion, not by address: somebody can be mentor and mentee. An introduction to the
        // other person names this one too.
        { key: { contains: `:${id}:` } },
        ...matches.map((match): Where => ({ key: { contains: `:${match.id}:` } })),
      ],
    },
    overrideAccess: true,
    req,
  })
}

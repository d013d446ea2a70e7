import { APIError, type CollectionBeforeDeleteHook } from 'payload'

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
 * Erasure takes everything that names the person: closed matches, proposals and emails to them.
 * Before the record itself, which the matches refer to; in the same transaction.
 */
export const eraseTraces: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { email } = await req.payload.findByID({
    collection: collection.slug as 'mentees' | 'mentors',
    id,
    depth: 0,
    overrideAccess: true,
    req,
  })
  await req.payload.delete({
    collection: 'matches',
    where: { [roleOf(collection.slug)]: { equals: id } },
    overrideAccess: true,
    req,
  })
  await req.payload.delete({
    collection: 'mails',
    where: { to: { equals: email } },
    overrideAccess: true,
    req,
  })
}

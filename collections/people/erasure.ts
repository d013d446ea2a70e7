import type { CollectionBeforeDeleteHook, Where } from 'payload'

/**
 * Erasure takes the emails to the person and about them, in the same transaction. The matching
 * plugin takes their proposals and closed matches, and refuses while a match is open.
 */
export const eraseMails: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { docs: matches } = await req.payload.find({
    collection: 'matches',
    where: { [collection.slug === 'mentors' ? 'mentor' : 'mentee']: { equals: id } },
    pagination: false,
    depth: 0,
    select: {},
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

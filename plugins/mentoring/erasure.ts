import type { CollectionBeforeDeleteHook } from 'payload'

/** Rows that belong to a match and go with it. */
const OF_MATCH = ['agreements', 'match-steps', 'meetings', 'personal-links', 'surveys'] as const

/** Erasing a match takes its history with it, before the match that this refers to. */
export const eraseMatch: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of OF_MATCH) {
    await req.payload.db.deleteMany({ collection, where: { match: { equals: id } }, req })
  }
}

/** Erasing somebody takes their links and their places on training days with them. */
export const erasePerson: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const { db } = req.payload
  await db.deleteMany({
    collection: 'personal-links',
    where: { about: { equals: `${collection.slug}:${id}` } },
    req,
  })
  if (collection.slug === 'mentors') {
    await db.deleteMany({
      collection: 'training-places',
      where: { mentor: { equals: id } },
      req,
    })
  }
}

import type { Payload, RequiredDataFromCollectionSlug } from 'payload'

/**
 * Makes a record of a collection that is named by text, or that only another project has: the types
 * know the slugs of this project's config, and Payload itself checks the data.
 */
export const createIn = (
  payload: Payload,
  collection: string,
  data: object,
): Promise<{ id: string }> =>
  payload.create({
    collection: collection as 'users',
    data: data as RequiredDataFromCollectionSlug<'users'>,
    overrideAccess: true,
  })

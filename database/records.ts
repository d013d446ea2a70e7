import { asCode } from '@mentoring/kit/rights'
import type {
  CollectionSlug,
  DataFromCollectionSlug,
  Payload,
  PayloadRequest,
  RequestContext,
  RequiredDataFromCollectionSlug,
  Where,
} from 'payload'

/**
 * How this project's own code reads and writes records: past the access rules, so whoever calls has made
 * sure that the one who asks may. In the transaction of `req`. Related records are ids.
 */

/** The Local API without what it derives for each collection: the functions here say what they take and give. */
type LocalAPI = {
  find: (options: object) => Promise<{ docs: unknown[] }>
  findByID: (options: object) => Promise<unknown>
  create: (options: object) => Promise<unknown>
  update: (options: object) => Promise<unknown>
}

// The same object; only its types are less particular.
const localAPI = (payload: Payload) => payload as unknown as LocalAPI

/** All records that `where` finds. */
export const findRecords = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  where: Where,
  { limit, sort }: { limit?: number; sort?: string } = {},
): Promise<DataFromCollectionSlug<Slug>[]> => {
  const how = { ...asCode(req), collection, where, sort, limit, pagination: false }
  const { docs } = await localAPI(req.payload).find(how)
  return docs as DataFromCollectionSlug<Slug>[]
}

/** The first record that `where` finds, if there is one. */
export const findFirstRecord = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  where: Where,
  sort?: string,
): Promise<DataFromCollectionSlug<Slug> | undefined> =>
  (await findRecords(req, collection, where, { limit: 1, sort }))[0]

/** A record by its id; nothing when it is no longer there. */
export const findRecord = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  id: string,
): Promise<DataFromCollectionSlug<Slug> | undefined> => {
  const which = { ...asCode(req), collection, id, disableErrors: true }
  const found = await localAPI(req.payload).findByID(which)
  return (found ?? undefined) as DataFromCollectionSlug<Slug> | undefined
}

/** How many records `where` finds. */
export const countRecords = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<number> => {
  const { totalDocs } = await req.payload.count({ ...asCode(req), collection, where })
  return totalDocs
}

/**
 * Adds a record.
 *
 * @param context what the hooks of the collection are told
 */
export const createRecord = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  data: RequiredDataFromCollectionSlug<Slug>,
  context?: RequestContext,
): Promise<DataFromCollectionSlug<Slug>> =>
  (await localAPI(req.payload).create({
    ...asCode(req),
    collection,
    data,
    context,
  })) as DataFromCollectionSlug<Slug>

/**
 * Changes a record, and gives it as it is now.
 *
 * @param context what the hooks of the collection are told
 */
export const updateRecord = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  id: string,
  data: Partial<DataFromCollectionSlug<Slug>>,
  context?: RequestContext,
): Promise<DataFromCollectionSlug<Slug>> =>
  (await localAPI(req.payload).update({
    ...asCode(req),
    collection,
    id,
    data,
    context,
  })) as DataFromCollectionSlug<Slug>

/** Adds a record to the database itself: no hook hears of it, and no default is filled in. */
export const createRow = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  data: Partial<DataFromCollectionSlug<Slug>>,
): Promise<void> => {
  await req.payload.db.create({ collection, data, req, returning: false })
}

/** Changes a record in the database itself: no hook hears of it. A number can be counted on by `$inc`. */
export const updateRow = async <Slug extends CollectionSlug>(
  req: PayloadRequest,
  collection: Slug,
  id: string,
  data: Partial<DataFromCollectionSlug<Slug>> | Record<string, { $inc: number }>,
): Promise<void> => {
  await req.payload.db.updateOne({ collection, id, data, req, returning: false })
}

/** Deletes what `where` finds in the database itself: no hook hears of it. */
export const deleteRows = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<void> => {
  await req.payload.db.deleteMany({ collection, where, req })
}

import { setImmediate as nextTurn } from 'node:timers/promises'

import { asAsker } from '@mentoring/kit/rights'
import {
  combineQueries,
  executeAccess,
  type PayloadRequest,
  type SanitizedCollectionConfig,
  type Where,
} from 'payload'

import { configOf, localAPI } from './local.ts'

/** What is read of a collection named by an option. */
export type Reading = {
  collection: string
  where: Where
  /** Fields that will do, the id apart. @default all */
  fields?: readonly string[]
}

/** Whole records that are read before anything else has its turn, some milliseconds of work. */
const WHOLE_AT_ONCE = 50

/** The same where a few fields are read: so many of all records together. */
const FIELDS_AT_ONCE = 1500

/** Of how many rows something is asked before anything else has its turn. */
const PORTION = 200

/**
 * All records that fit, in the order of their ids, a portion at a time, with the access of the one who asks.
 *
 * @param onRead is told how many there are so far
 */
export const readAll = async <T extends { id: number | string }>(
  req: PayloadRequest,
  { collection, fields: wanted, where }: Reading,
  onRead?: (records: number) => void,
): Promise<T[]> => {
  const all: T[] = []
  const config = configOf(req.payload, collection)
  const fields = wanted && (await isPlain(req, config, wanted)) ? wanted : undefined
  const most = fields ? Math.round(FIELDS_AT_ONCE / (fields.length + 1)) : WHOLE_AT_ONCE
  // The first portions are smaller: code that has just been loaded is slower.
  for (let limit = Math.ceil(most / 4); ; limit = Math.min(most, limit * 2)) {
    const last = all.at(-1)
    const onwards: Where = last ? { and: [where, { id: { greater_than: last.id } }] } : where
    const docs = await readSome<T>(req, { collection, fields, where: onwards }, limit)
    all.push(...docs)
    onRead?.(all.length)
    if (docs.length < limit) return all
    await nextTurn()
  }
}

/**
 * May these fields be read as the database has them? Not where Payload would make something else of one for the
 * one who asks, or would leave it out.
 */
const isPlain = async (
  req: PayloadRequest,
  { flattenedFields }: SanitizedCollectionConfig,
  fields: readonly string[],
): Promise<boolean> => {
  for (const field of flattenedFields.filter(({ name }) => fields.includes(name))) {
    if (field.localized || ('virtual' in field && field.virtual)) return false
    const read = 'access' in field ? field.access?.read : undefined
    if (read && (await read({ req })) !== true) return false
  }
  return true
}

/**
 * A few fields are read straight from the database, which takes a fraction of the time that Payload takes to go
 * through each record. The collection's access is asked as Payload asks it.
 */
const readSome = async <T extends object>(
  req: PayloadRequest,
  { collection, fields, where }: Reading,
  limit: number,
): Promise<T[]> => {
  const { payload } = req
  const how = { collection, sort: 'id', limit, pagination: false } as const
  if (!fields) {
    return (await localAPI(payload).find<T>({ ...asAsker(req), ...how, where })).docs
  }
  const { access, trash } = configOf(payload, collection)
  const readable = combineQueries(where, await executeAccess({ req }, access.read))
  const { docs } = await localAPI(payload).db.find<T>({
    ...how,
    where: trash ? { and: [readable, { deletedAt: { exists: false } }] } : readable,
    select: Object.fromEntries(fields.map((name) => [name, true])),
    req,
  })
  return docs
}

/**
 * A list, a portion at a time: what only the project's functions can say of everybody is asked without
 * keeping others waiting.
 */
export async function* inPortions<T>(rows: T[], size = PORTION): AsyncGenerator<T[]> {
  for (let at = 0; at < rows.length; at += size) {
    yield rows.slice(at, at + size)
    await nextTurn()
  }
}

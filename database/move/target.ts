import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import { MongoClient, MongoServerError, ObjectId } from 'mongodb'
import { BasePayload, type Payload, type SanitizedConfig } from 'payload'

import { asMongoDB } from '../adapters.ts'
import { makeCollections, makeIndexes } from '../upgrade/mongodb.ts'
import type { Part, StoredDocument } from './parts.ts'
import { MoveRefused } from './refused.ts'

type Row = Record<string, unknown>

/** A document of Mongoose as far as it is used here; the adapter hands it out without a type. */
type Mongoose = {
  validateSync: () => { errors?: Record<string, Error> } | null
  toObject: (options: object) => Row
}

/** Connects to a MongoDB server without Payload, which would make collections. */
export const connect = async (url: string): Promise<MongoClient> => {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 15_000 })
  try {
    return await client.connect()
  } catch (error) {
    await client.close()
    // The driver's words can hold the address with its password.
    throw new MoveRefused(
      `The MongoDB server could not be reached (${(error as Error).name}). Look at the address after --to, and whether the server runs.`,
    )
  }
}

/**
 * Opens the target as Payload does, with its collections and indexes, but without the content that a
 * new installation starts with.
 *
 * @param isDry only the shape of the documents is needed; nothing is connected or made
 */
export const openTarget = async (
  url: string,
  config: SanitizedConfig,
  isDry: boolean,
): Promise<Payload> => {
  const payload = await new BasePayload().init({
    config: {
      ...config,
      db: mongooseAdapter({
        url,
        transactionOptions: {},
        // Collections and indexes are made below, once; without a connection these would wait for one.
        afterCreateConnection: ({ connection }) => {
          connection.set('autoCreate', false)
          connection.set('autoIndex', false)
        },
      }) as SanitizedConfig['db'],
      typescript: { ...config.typescript, autoGenerate: false },
    },
    disableDBConnect: isDry,
    disableOnInit: true,
  })
  if (!isDry) {
    const adapter = asMongoDB(payload.db)
    await makeCollections(adapter)
    await makeIndexes(adapter)
  }
  return payload
}

/**
 * A document as it is stored: ids and dates in the types of MongoDB, and what the fields have by default,
 * by the same schema that Payload writes by.
 *
 * @throws MoveRefused when a value does not fit its field.
 */
export const toStored = (
  adapter: MongooseAdapter,
  part: Part,
  { id, ...values }: StoredDocument,
): Row => {
  const document = new (part.model(adapter))({
    _id: part.hasOwnIds ? id : new ObjectId(id),
    ...values,
  }) as Mongoose
  // A value that an option list no longer has is kept, as in the embedded database.
  const { errors = {} } = document.validateSync() ?? {}
  const wrong = Object.keys(errors).find((path) => errors[path]!.name === 'CastError')
  if (wrong) throw new MoveRefused(`${part.name} ${id}: "${wrong}" can’t be stored.`)
  const stored = document.toObject({ minimize: false, virtuals: false, getters: false })
  return { ...stored, __v: 0 }
}

/**
 * Writes documents, those of an earlier, broken move left out.
 *
 * @returns how many were written
 * @throws MoveRefused when one breaks a rule of the database, such as two with one address.
 */
export const insertMissing = async (
  adapter: MongooseAdapter,
  part: Part,
  documents: Row[],
): Promise<number> => {
  const collection = part.model(adapter).collection
  const ids = documents.map(({ _id }) => _id)
  const found = await collection.find({ _id: { $in: ids as ObjectId[] } }, idOnly).toArray()
  const there = new Set(found.map(({ _id }) => String(_id)))
  const missing = documents.filter(({ _id }) => !there.has(String(_id)))
  if (missing.length === 0) return 0
  try {
    const { insertedCount } = await collection.insertMany(missing, {
      writeConcern: { w: 'majority' },
    })
    return insertedCount
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error
    const index = Object.keys((error.keyPattern ?? {}) as object).join(', ')
    // Its message repeats values of the record.
    throw new MoveRefused(
      `${part.name}: MongoDB refused a record (code ${error.code}${index && `, index ${index}`}).`,
    )
  }
}

const idOnly = { projection: { _id: 1 } }

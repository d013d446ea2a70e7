import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { ClientSession } from 'mongodb'
import type { CollectionSlug, PayloadRequest } from 'payload'

import { asMongoDB, asSQLite } from './adapters.ts'

/** The id of a record, and what it has in one of its fields. */
export type RecordText = { id: string } & Record<string, unknown>

/**
 * Reads one text of every record of a collection, and nothing else of them. Payload makes a whole record of each
 * row, which takes ten times as long; a search through the subjects of 20,000 emails would hold up
 * everybody for half a second.
 *
 * @param field name of a field of the collection itself, with one text in it
 * @returns nothing when the database keeps that field in another way
 */
export const readTexts = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  field: string,
): Promise<RecordText[] | undefined> => {
  const { db } = req.payload
  const transaction = (await req.transactionID) as string | undefined
  return db.name === 'mongoose'
    ? fromMongoDB(asMongoDB(db), collection, field, transaction)
    : fromSQLite(asSQLite(db), collection, field, transaction)
}

const fromMongoDB = async (
  { collections, sessions }: MongooseAdapter,
  collection: string,
  field: string,
  transaction: string | undefined,
): Promise<RecordText[] | undefined> => {
  const session = transaction === undefined ? undefined : sessions[transaction]
  const found = collections[collection]!.collection.find(
    {},
    { projection: { [field]: true }, session: session as ClientSession | undefined },
  )
  return (await found.toArray()).map(({ _id, ...texts }) => ({ ...texts, id: String(_id) }))
}

const fromSQLite = async (
  { drizzle, sessions, tableNameMap, tables }: SQLiteAdapter,
  collection: string,
  field: string,
  transaction: string | undefined,
): Promise<RecordText[] | undefined> => {
  const name = collection.replaceAll('-', '_')
  const table = tables[tableNameMap.get(name) ?? name] as Record<string, never> | undefined
  if (!table?.id || !table[field]) return undefined
  const open = transaction === undefined ? undefined : sessions[transaction]?.db
  // Found by its name, a table has no type of its own.
  return ((open ?? drizzle) as typeof drizzle)
    .select({ id: table.id, [field]: table[field] })
    .from(table as unknown as SQLiteTable)
}

import { randomUUID } from 'node:crypto'

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { type Column, getTableColumns, is, SQL, sql } from '@payloadcms/db-sqlite/drizzle'
import type { SQLiteTable } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import type { BaseDatabaseAdapter, CollectionSlug, Payload, PayloadRequest } from 'payload'

import { asMongoDB, asSQLite } from './adapters.ts'

type ManyArgs = { collection: CollectionSlug; data: Record<string, unknown>[]; req: PayloadRequest }

/** An adapter that can write many records of one collection at once. */
export type WithCreateMany = { createMany: (args: ManyArgs) => Promise<void> }

/** That of a running installation. */
export const createManyOf = ({ db }: Payload): WithCreateMany =>
  // Payload knows an adapter by what all of them have.
  db as unknown as WithCreateMany

/**
 * Adds `createMany` to an adapter: as its own `create` for each record, but written by one statement for
 * each table. What the statements hold is made by that `create`, which is given a place to put them.
 */
export const withCreateMany = <T extends BaseDatabaseAdapter>(adapter: T): T & WithCreateMany =>
  Object.assign(adapter, {
    createMany:
      adapter.name === 'mongoose'
        ? manyOnMongoDB(asMongoDB(adapter))
        : manyOnSQLite(asSQLite(adapter)),
  })

type Connection = Parameters<SQLiteAdapter['insert']>[0]['db']

const manyOnSQLite = (adapter: SQLiteAdapter): WithCreateMany['createMany'] => {
  // Its own one, which no wrapper has bound to it yet.
  const { create } = adapter
  return async ({ collection, data, req }) => {
    const rows = new Map<string, Record<string, unknown>[]>()
    const insert: SQLiteAdapter['insert'] = async ({ tableName, values }) => {
      const some = [values].flat()
      rows.set(tableName, [...(rows.get(tableName) ?? []), ...some])
      return some
    }
    const collecting = Object.create(adapter, { insert: { value: insert } }) as SQLiteAdapter
    for (const one of data) {
      const args = { collection, data: one, customID: randomUUID(), req, returning: false } as const
      await create.call(collecting, args)
    }
    // A session has the type of any SQL adapter’s connection; this one’s is SQLite’s.
    const { db } = adapter.sessions[`${await req.transactionID}`] as unknown as { db: Connection }
    // Those that others refer to come first, as they were put there.
    for (const [tableName, values] of rows) await insertAll(adapter, db, tableName, values)
  }
}

/**
 * Inserts rows by a statement with one value, a JSON text: a value of its own for each of a hundred
 * thousand cells takes longer to put together than everything else.
 */
const insertAll = async (
  adapter: SQLiteAdapter,
  db: Connection,
  tableName: string,
  rows: Record<string, unknown>[],
): Promise<void> => {
  const table = adapter.tables[tableName] as SQLiteTable
  const columns: [string, Column][] = Object.entries(getTableColumns(table))
  const cells = rows.map((row) => columns.map(([key, column]) => cellOf(column, row[key])))
  // What only the database can fill in is left to the adapter's own way.
  if (cells.some((row) => row.includes(undefined))) {
    await adapter.insert({ db, tableName, values: rows })
    return
  }
  const names = columns.map(([, { name }]) => sql.identifier(name))
  const values = columns.map((_, n) => sql.raw(`value ->> '$[${n}]'`))
  await db.run(
    sql`INSERT INTO ${table} (${sql.join(names, sql`, `)}) SELECT ${sql.join(values, sql`, `)} FROM json_each(${JSON.stringify(cells)})`,
  )
}

/** A value as the database has it; `undefined` when the column has a default only the database knows. */
const cellOf = (column: Column, value: unknown): unknown => {
  if (value === undefined) {
    if (column.default !== undefined) {
      return is(column.default, SQL) ? undefined : column.mapToDriverValue(column.default)
    }
    if (column.defaultFn) return column.mapToDriverValue(column.defaultFn())
    return null
  }
  return value === null ? null : column.mapToDriverValue(value)
}

const manyOnMongoDB = (adapter: MongooseAdapter): WithCreateMany['createMany'] => {
  const { create } = adapter
  return async ({ collection, data, req }) => {
    const documents: object[] = []
    const put = {
      create: async ([document]: object[]) => {
        documents.push(document!)
        return [document]
      },
    }
    const collecting = Object.create(adapter, {
      collections: { value: { ...adapter.collections, [collection]: put } },
    }) as MongooseAdapter
    for (const one of data) {
      await create.call(collecting, { collection, data: one, req, returning: false })
    }
    const session = adapter.sessions[`${await req.transactionID}`]
    // The adapter's own `create` has given them their times.
    const options = { session, timestamps: false }
    await adapter.collections[collection]!.insertMany(documents, options)
  }
}

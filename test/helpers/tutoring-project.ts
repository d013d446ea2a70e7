import { randomUUID } from 'node:crypto'

import { withWriteLock } from '@mentoring/kit/write-lock'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { Field, Payload } from 'payload'

import { asMongoDB } from '../../database/adapters.ts'

/** Do the tests run on MongoDB? */
export const isMongo = process.env.DATABASE_URL?.startsWith('mongodb') ?? false

/** An empty database for another project: on SQLite in this file, which gets its tables by itself. */
export const newDatabase = (file: string, transactionOptions: false | object = {}) => {
  if (isMongo) {
    const url = new URL(process.env.DATABASE_URL!)
    url.pathname = `/test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
    return mongooseAdapter({ url: url.toString(), transactionOptions, ensureIndexes: true })
  }
  const url = `file:${file}`
  return withWriteLock(sqliteAdapter({ client: { url }, transactionOptions, push: true }))
}

/** Ends a project; on SQLite its file stays. */
export const removeDatabase = async (payload: Payload): Promise<void> => {
  if (isMongo) await asMongoDB(payload.db).connection.dropDatabase()
  await payload.destroy()
}

/** Fields of the students of `TUTORING`. */
export const STUDENT_FIELDS: Field[] = [
  { name: 'name', type: 'text', required: true },
  { name: 'state', type: 'select', options: ['waiting', 'matched'], defaultValue: 'waiting' },
  { name: 'joined', type: 'date' },
  { name: 'subjects', type: 'text', hasMany: true },
  { name: 'level', type: 'number' },
  { name: 'campus', type: 'text' },
]

/** Fields of its tutors. */
export const TUTOR_FIELDS: Field[] = [
  { name: 'name', type: 'text', required: true },
  { name: 'isActive', type: 'checkbox', defaultValue: true },
  { name: 'places', type: 'number' },
  { name: 'subjects', type: 'text', hasMany: true },
  { name: 'level', type: 'number' },
  { name: 'campuses', type: 'text', hasMany: true },
]

import { randomUUID } from 'node:crypto'

import { MongoClient } from 'mongodb'

/** The MongoDB server that tests were given by `DATABASE_URL`, if any. */
export const mongoServer = process.env.DATABASE_URL?.startsWith('mongodb')
  ? process.env.DATABASE_URL
  : undefined

/** Name of a group of tests that needs one, saying so where they are left out. */
export const onMongoDB = (name: string): string =>
  mongoServer ? name : `${name} (left out: needs DATABASE_URL of a MongoDB server)`

/** Address of a database of its own on that server. */
export const newMongoURL = (): string => {
  const url = new URL(mongoServer!)
  url.pathname = `/test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  return url.toString()
}

/** Drops the database and closes the connection. */
export const dropMongo = async (url: string): Promise<void> => {
  const client = await MongoClient.connect(url)
  await client.db().dropDatabase()
  await client.close()
}

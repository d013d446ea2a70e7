import { gunzipSync, gzipSync } from 'node:zlib'

import { BSON, type Document, type IndexDescription, MongoClient } from 'mongodb'

type Dump = Record<string, { documents: Document[]; indexes: IndexDescription[] }>

/** Packs a whole MongoDB database, with its indexes. */
export const dump = (url: string): Promise<Buffer> =>
  withDatabase(url, async (database) => {
    const all: Dump = {}
    for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
      const collection = database.collection(name)
      all[name] = {
        documents: await collection.find().toArray(),
        indexes: await collection.indexes(),
      }
    }
    return gzipSync(BSON.EJSON.stringify(all, { relaxed: false }), { level: 9 })
  })

/** Puts a packed database into an empty one. */
export const restore = (packed: Buffer, url: string): Promise<void> =>
  withDatabase(url, async (database) => {
    for (const [name, { documents, indexes }] of Object.entries(read(packed))) {
      const collection = await database.createCollection(name)
      if (documents.length > 0) await collection.insertMany(documents)
      for (const { key, name: index, unique, sparse } of indexes) {
        if (index !== '_id_') {
          await collection.createIndex(key, {
            name: index,
            ...(unique ? { unique } : {}),
            ...(sparse ? { sparse } : {}),
          })
        }
      }
    }
  })

/** All documents, by collection and id, each field as text that compares. */
export const readDocuments = async (
  url: string,
): Promise<Map<string, Map<string, Record<string, string>>>> => {
  const collections = new Map<string, Map<string, Record<string, string>>>()
  for (const [name, { documents }] of Object.entries(read(await dump(url)))) {
    const texts = documents.map((document): [string, Record<string, string>] => [
      String(document._id),
      Object.fromEntries(
        Object.entries(document).map(([field, value]) => [field, BSON.EJSON.stringify({ value })]),
      ),
    ])
    collections.set(name, new Map(texts))
  }
  return collections
}

/** The documents of a packed database, by collection. */
export const unpack = (packed: Buffer): Record<string, Document[]> =>
  Object.fromEntries(Object.entries(read(packed)).map(([name, { documents }]) => [name, documents]))

const read = (packed: Buffer): Dump =>
  BSON.EJSON.parse(gunzipSync(packed).toString(), { relaxed: false }) as Dump

const withDatabase = async <T>(
  url: string,
  what: (database: ReturnType<MongoClient['db']>) => Promise<T>,
): Promise<T> => {
  const client = await MongoClient.connect(url)
  try {
    return await what(client.db())
  } finally {
    await client.close()
  }
}

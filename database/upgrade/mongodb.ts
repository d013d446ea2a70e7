import { randomUUID } from 'node:crypto'

import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { createLocalReq } from 'payload'

import { migrations } from '../../migrations/index.ts'
import { changesOfData } from '../changes/index.ts'
import type { ChangeOfData } from '../changes/types.ts'
import { refuseUnfinishedMove } from '../move/marker.ts'
import { createRecord } from '../records.ts'
import { planUpgrade } from './plan.ts'

/**
 * Brings a MongoDB database to what this version needs: collections first, because they can't be
 * made inside a transaction, then all changes of data it lacks in one transaction, then indexes,
 * because they can depend on the changed data.
 *
 * @throws when the database is of a newer version, or a change failed. No data has been changed then.
 */
export const upgradeMongoDB = async (
  adapter: MongooseAdapter,
  known: readonly string[] = migrations.map(({ name }) => name),
  changes: Readonly<Record<string, ChangeOfData>> = changesOfData,
): Promise<void> => {
  const { payload } = adapter
  const database = adapter.connection.db!
  await refuseUnfinishedMove(database)
  const recorded = await adapter.collections['payload-migrations']!.distinct('name')
  // An installation from before changes were recorded has none, and so have new ones: all changes
  // run, and find what they are for or nothing.
  const { pending } = planUpgrade({ known, successors: {}, recorded })

  await makeCollections(adapter)
  if (pending.length > 0) {
    for (const model of modelsOf(adapter).filter(hasOwnIndexes)) await dropStaleUniqueIndexes(model)
    await adapter.connection.getClient().withSession((session) =>
      session.withTransaction(async () => {
        const transactionID = randomUUID()
        adapter.sessions[transactionID] = session as (typeof adapter.sessions)[string]
        try {
          const req = await createLocalReq({ req: { transactionID } }, payload)
          for (const name of pending) {
            await changes[name]?.({ database, payload, req, session })
            await createRecord(req, 'payload-migrations', { name, batch: 1 })
          }
        } finally {
          delete adapter.sessions[transactionID]
        }
      }),
    )
    payload.logger.info(`The database is up to date: ${pending.join(', ')}`)
  }
  await makeIndexes(adapter)
}

/** Makes every collection that is not there yet. */
export const makeCollections = async (adapter: MongooseAdapter): Promise<void> => {
  for (const model of modelsOf(adapter)) await model.createCollection()
}

/** Makes every index that is not there yet. */
export const makeIndexes = async (adapter: MongooseAdapter): Promise<void> => {
  for (const model of modelsOf(adapter).filter(hasOwnIndexes)) await model.ensureIndexes()
}

type Model = MongooseAdapter['connection']['models'][string]

const modelsOf = ({ connection }: MongooseAdapter): Model[] => Object.values(connection.models)

/**
 * All globals share one collection of a few documents, in which their indexes of the same name
 * exclude each other; none is needed there.
 */
const hasOwnIndexes = (model: Model): boolean => !model.baseModelName

/** An index that no longer belongs to a field would take two documents without it for the same. */
const dropStaleUniqueIndexes = async (model: Model) => {
  const toDrop: unknown[] = (await model.diffIndexes()).toDrop
  const indexes = (await model.listIndexes()) as { name?: string; unique?: boolean }[]
  for (const { name, unique } of indexes) {
    if (unique && name && toDrop.includes(name)) await model.collection.dropIndex(name)
  }
}

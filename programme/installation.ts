import type { Payload } from 'payload'

import { isMongoURL } from '../database/index.ts'
import { writeStarterContent } from '../globals/starter.ts'
import { migrations } from '../migrations/index.ts'
import { databaseURL } from '../settings.ts'

/**
 * Brings the database to the state this version needs, at every start. In production Payload itself
 * has run the migrations by now; elsewhere this does, so that there is one way to a schema.
 */
export const prepareInstallation = async (payload: Payload): Promise<void> => {
  if (!isMongoURL(databaseURL) && process.env.NODE_ENV !== 'production') {
    await payload.db.migrate({ migrations: migrations as never })
  }
  await writeStarterContent(payload)
}

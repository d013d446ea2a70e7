import type { Payload } from 'payload'

import { prepareDatabase } from '../database/index.ts'
import { writeStarterContent } from '../globals/starter.ts'

/** Brings an installation to the state this version needs, at every start. */
export const prepareInstallation = async (payload: Payload): Promise<void> => {
  await prepareDatabase(payload)
  await writeStarterContent(payload)
}

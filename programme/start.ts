import config from '@payload-config'
import { createLocalReq, getPayload } from 'payload'

import { cleanPictures } from '../collections/clean-pictures.ts'
import { withoutValues } from '../logger.ts'
import { queuePublication } from '../plugins/publication/publish.ts'

/**
 * Starts the installation with the server: connects, brings the database up to date, runs jobs from
 * now on, and builds the site with this version's templates. Ends the process when that fails, so
 * that a process manager sees it; Next would go on without jobs.
 */
export const start = async (): Promise<void> => {
  try {
    const payload = await getPayload({ config, cron: true })
    await cleanPictures(payload)
    await queuePublication(await createLocalReq({}, payload), true)
  } catch (error) {
    console.error('The server could not start:', withoutValues(error as Error))
    process.exit(1)
  }
}

import { freeLeftJobs } from '@mentoring/kit/jobs'
import { startRounds } from '@mentoring/kit/rounds'
import { queueFirstPublication } from '@mentoring/publication'
import { createLocalReq, type Payload } from 'payload'

import { cleanPictures } from '../collections/clean-pictures.ts'
import { makeFirstAdministratorCode } from '../collections/first-administrator.ts'
import { withoutValues } from '../logger.ts'
import { serverURL } from '../settings.ts'

/**
 * Starts the installation with the server: connects, brings the database up to date, does rounds from
 * now on, and builds the site with this version's templates. Ends the process when that fails, so
 * that a process manager sees it; Next would go on without jobs.
 */
export const start = async (connect: () => Promise<Payload>): Promise<void> => {
  try {
    const payload = await connect()
    await cleanPictures(payload)
    await freeLeftJobs(payload)
    const code = await makeFirstAdministratorCode(payload)
    if (code) {
      console.log(
        `There is no staff yet. Make the first administrator at ${serverURL}/admin with this code: ${code}`,
      )
    }
    await queueFirstPublication(await createLocalReq({}, payload))
    startRounds(payload)
  } catch (error) {
    const { code, message, type } = withoutValues(error as Error)
    console.error(`The server could not start: ${message}`)
    // What was refused with a sentence has no code; for the rest, where it happened.
    if (code !== undefined || type !== 'Error') console.error(error)
    process.exit(1)
  }
}

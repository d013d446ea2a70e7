import type { Round } from '@mentoring/kit/rounds'
import { createLocalReq } from 'payload'

import { publishSite } from './publish.ts'
import type { PublicationOptions } from './types.ts'

/**
 * Looks now and then whether what is published is up, and publishes it if not. Whatever a publication
 * was lost by, such as a disk that was full when its job was to be noted, or failed by and is mended
 * now, such as a folder of pictures that was away: nobody has to press a button.
 */
export const keepUpRound = (options: PublicationOptions): Round => {
  // The start publishes by itself.
  let isStart = true
  return {
    name: 'keepSiteUpToDate',
    everySeconds: 300,
    lateAfterSeconds: 1200,
    run: async (payload) => {
      if (!isStart) await publishSite(await createLocalReq({}, payload), options, false, true)
      isStart = false
    },
  }
}

import type { Round } from '@mentoring/kit/rounds'
import { createLocalReq } from 'payload'

import { publishSite, secondsSinceBuild } from './publish.ts'
import { PUBLICATION_QUEUE } from './queue.ts'
import type { DeclaredOptions } from './types.ts'

/**
 * Looks now and then whether what is published is up, and publishes it if not. Whatever a publication
 * was lost by, such as a disk that was full when its job was to be noted, or failed by and is mended
 * now, such as a folder of pictures that was away: nobody has to press a button.
 */
export const keepUpRound = (options: DeclaredOptions): Round => {
  // The start publishes by itself.
  let isStart = true
  return {
    name: 'keepSiteUpToDate',
    everySeconds: 300,
    lateAfterSeconds: 1200,
    run: async (payload) => {
      const look = { cause: 'publish', isLook: true } as const
      if (!isStart) await publishSite(await createLocalReq({}, payload), options, look)
      isStart = false
    },
  }
}

/** From the beginning of one build to that of the next, in seconds. */
const PAUSE = 3

/**
 * The round that runs the jobs. The first of many changes goes up at once; those of the next seconds wait for one
 * another and go up together.
 */
export const publishRound: Round = {
  name: PUBLICATION_QUEUE,
  everySeconds: 1,
  lateAfterSeconds: 180,
  run: async ({ jobs }) => {
    if (secondsSinceBuild() < PAUSE) return
    const silent = { info: true }
    // All that wait: one build shows what they are about.
    await jobs.run({ queue: PUBLICATION_QUEUE, limit: 200, silent, overrideAccess: true })
  },
}

import type { Round } from '@mentoring/kit/rounds'
import { createLocalReq, type Payload, type TaskConfig } from 'payload'

import { forgetOldLinks } from '../links/end-links.ts'
import type { ResolvedOptions } from './types.ts'
import { followMatches } from './follow-matches.ts'

/**
 * Follows all matches, every minute: see `followMatches`. What is due depends on the present time
 * alone, so this is no job, which would be a row with a time of its own.
 */
export const followRound = (options: ResolvedOptions): Round => ({
  name: 'followMatches',
  everySeconds: 60,
  // Many matches can be due at once.
  lateAfterSeconds: 600,
  run: async (payload) => {
    const now = new Date()
    const req = await createLocalReq({}, payload)
    await followMatches(req, options, now)
    await forgetOldLinks(req, now)
  },
})

const FOLLOW_MATCHES = 'followMatches'

/**
 * The job that followed all matches before the round did. Nothing queues or runs it. It is declared because Payload
 * has a table for schedules as long as one task has one: the next change of the schema can take both away.
 */
export const formerTask: TaskConfig<{ input: object; output: object }> = {
  slug: FOLLOW_MATCHES,
  label: 'Follow the matches',
  inputSchema: [],
  schedule: [{ cron: '0 0 1 1 *', queue: 'former' }],
  handler: async () => ({ output: {} }),
}

/** Removes rows of the job that there was, planned by a clock that may have been wrong. */
export const forgetFormerJobs = async (payload: Payload): Promise<void> => {
  await payload.db.deleteMany({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: FOLLOW_MATCHES } },
  })
}

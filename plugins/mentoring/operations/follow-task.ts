import { createLocalReq, type Payload, type TaskConfig } from 'payload'

import { forgetOldLinks } from '../../links/end-links.ts'
import type { ResolvedOptions } from '../types.ts'
import { followMatches } from './follow-matches.ts'

export const FOLLOW_MATCHES = 'followMatches'

/** The queue the clock's job runs on. */
export const CLOCK_QUEUE = 'clock'

/** The job that follows all matches, every minute: see `followMatches`. */
export const followTask = (
  options: ResolvedOptions,
): TaskConfig<{ input: object; output: object }> => ({
  slug: FOLLOW_MATCHES,
  label: 'Follow the matches',
  inputSchema: [],
  schedule: [{ cron: '0 * * * * *', queue: CLOCK_QUEUE }],
  // The next one comes in a minute and finds all that is due.
  retries: 0,
  handler: async ({ req }) => {
    const now = new Date()
    await followMatches(req, options, now)
    await forgetOldLinks(req, now)
    return { output: {} }
  },
})

/**
 * Forgets a job that a process left behind when it died: it counts as running, and no other would
 * ever be scheduled.
 */
export const forgetInterrupted = async (payload: Payload): Promise<void> => {
  await payload.delete({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: FOLLOW_MATCHES } },
    overrideAccess: true,
    req: await createLocalReq({}, payload),
  })
}

import { readOutage } from '@mentoring/outbox'

import { remembered } from './remembered.ts'

/** How long the mail server may be away, and a message that is due may wait, in milliseconds. */
const LONGEST_WAIT = 15 * 60_000

/** Has the mail server taken nothing for a quarter of an hour, or do messages wait that long without a try? */
export const isMailStuck = remembered(async (payload) => {
  const longAgo = new Date(Date.now() - LONGEST_WAIT).toISOString()
  const outage = await readOutage(payload)
  if (outage && outage.since < longAgo) return true
  const { totalDocs } = await payload.count({
    collection: 'mails',
    where: {
      and: [
        { status: { equals: 'queued' } },
        { createdAt: { less_than: longAgo } },
        { or: [{ nextTryAt: { exists: false } }, { nextTryAt: { less_than: longAgo } }] },
      ],
    },
    overrideAccess: true,
  })
  return totalDocs > 0
})

import type { Payload } from 'payload'

import { readOutage } from '../plugins/mail-outbox/outage.ts'

/** How long the mail server may be away, and a message that is due may wait, in milliseconds. */
const LONGEST_WAIT = 15 * 60_000

/** What was found is good for this long, in milliseconds. */
const PAUSE = 5_000

let last: { at: number; answer: Promise<boolean> } | undefined

/** Has the mail server taken nothing for a quarter of an hour, or do messages wait that long without a try? */
export const isMailStuck = (payload: Payload): Promise<boolean> => {
  if (!last || performance.now() - last.at > PAUSE) {
    last = { at: performance.now(), answer: look(payload) }
    last.answer.catch(() => undefined)
  }
  return last.answer
}

const look = async (payload: Payload): Promise<boolean> => {
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
}

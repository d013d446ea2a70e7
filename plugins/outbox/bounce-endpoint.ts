import { createHash, timingSafeEqual } from 'node:crypto'

import { readText } from '@mentoring/kit/read-text'
import type { Endpoint, PayloadRequest } from 'payload'

import { senderHost } from './message-id.ts'
import { readBounce } from './read-bounce.ts'
import { changeMailIf } from './store.ts'
import type { OutboxOptions } from './types.ts'

/** Reports repeat the message they are about. */
const LARGEST = 1024 * 1024

/**
 * `POST /api/mails/bounces`: a mail server hands over what came back to the sender's address. A
 * message that is refused for good after it was taken is marked, so that coordinators see it.
 * Whoever posts has the token in `Authorization: Bearer …`; without one, the door is closed.
 */
export const bounceEndpoint = ({ bounceToken, formerHosts = [] }: OutboxOptions): Endpoint => ({
  path: '/bounces',
  method: 'post',
  handler: async (req) => {
    if (!bounceToken || !isSame(req.headers.get('authorization'), `Bearer ${bounceToken}`)) {
      return Response.json({ message: 'Not found' }, { status: 404 })
    }
    const report = await readText(req, LARGEST)
    if (report === undefined) {
      return Response.json({ message: 'The report is too large.' }, { status: 413 })
    }
    const bounce = readBounce(report, [senderHost(req.payload), ...formerHosts])
    const isOurs = bounce !== undefined && (await markBounced(req, bounce))
    return Response.json({ bounced: isOurs ? 1 : 0 })
  },
})

/** In the same time, however much of it is right. */
const isSame = (given: string | null, expected: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given ?? ''), hash(expected))
}

const markBounced = async (
  req: PayloadRequest,
  { code, id }: { code: string; id: string },
): Promise<boolean> => {
  const changed = await changeMailIf(
    req,
    { and: [{ id: { equals: id } }, { status: { equals: 'sent' } }] },
    { status: 'bounced', lastError: `it came back from the address (${code})` },
  )
  return changed !== undefined
}

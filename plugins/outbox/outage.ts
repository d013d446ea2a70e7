import { Mutex } from 'async-mutex'
import type { Payload } from 'payload'

import type { Failure } from './transports/transport.ts'
import { hurryMails } from './store.ts'
import { isTime, nextTry } from './tries.ts'

/** The mail server takes no message. */
export type Outage = {
  /** Since when, as an ISO date. */
  since: string
  /** How often it was tried meanwhile. */
  tries: number
  nextTryAt: string
  /** Is it sure, or were a few messages in a row put off? */
  isCertain: boolean
}

const KEY = 'mail-outage'

/** So many messages put off in a row, and none taken, are the mail server's fault. */
const PUT_OFF = 3

/** One after the other: twenty messages that fail at once are one outage. */
const turn = new Mutex()

/** What is known of an outage, told or not yet. */
const read = (payload: Payload) => payload.kv.get<Outage>(KEY)

/**
 * The outage of the mail server, if there is one. It is kept in the database, so a restart does not
 * forget it.
 */
export const readOutage = async (payload: Payload): Promise<Outage | undefined> => {
  const outage = await read(payload)
  return outage?.isCertain ? outage : undefined
}

/** Has the time come to try a mail server again that was away? */
export const isProbeDue = ({ nextTryAt }: Outage, now: Date): boolean => isTime(nextTryAt, now)

/** Notes that the mail server did not take a message, for reasons that may pass. */
export const noteFailure = (payload: Payload, failure: Failure, now: Date): Promise<void> =>
  turn.runExclusive(async () => {
    const known = await read(payload)
    // Of several messages under way at once the first counts.
    if (known?.isCertain && !isTime(known.nextTryAt, now)) return
    const tries = (known?.tries ?? 0) + 1
    const isCertain = known?.isCertain || failure === 'away' || tries >= PUT_OFF
    await payload.kv.set(KEY, {
      since: known?.since ?? now.toISOString(),
      tries,
      nextTryAt: nextTry(tries, now).toISOString(),
      isCertain,
    } satisfies Outage)
    if (isCertain && !known?.isCertain) {
      payload.logger.warn({ msg: 'The mail server takes no messages. They wait until it does.' })
    }
  })

/** Notes that the mail server is there. After an outage, everything that waited is tried at once. */
export const noteSuccess = (payload: Payload): Promise<void> =>
  turn.runExclusive(async () => {
    const known = await read(payload)
    if (!known) return
    await payload.kv.delete(KEY)
    if (!known.isCertain) return
    await hurryMails(payload)
    payload.logger.info({ msg: 'The mail server takes messages again.' })
  })

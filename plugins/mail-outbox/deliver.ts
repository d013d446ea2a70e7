import { setTimeout as sleep } from 'node:timers/promises'

import type { Round } from '@mentoring/kit/rounds'
import { isStopping, whenStopping } from '@mentoring/kit/stopping'
import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'

import { isProbeDue, readOutage } from './outage.ts'
import { leftBehind, noteTwice, sendMail } from './send-mail.ts'
import { LONGEST_PAUSE, nextTry } from './tries.ts'
import { optionsOf } from './types.ts'

/** How many messages are under way at one moment. */
const MOST_AT_ONCE = 20

/** A pause that has just ended is no wrong time, in milliseconds. */
const LEEWAY = 1000

/** Messages that this process is sending, each with the end of it. */
type InHand = Map<string, Promise<boolean>>

/**
 * Sends everything that is due, and waits until it has gone or was put off. While the mail server is
 * away one message is tried at a time, now and then; when it is taken, the others follow.
 */
export const deliverMails = async (payload: Payload, inHand: InHand = new Map()): Promise<void> => {
  for (;;) {
    await startDue(payload, inHand)
    if (inHand.size === 0) return
    await Promise.all(inHand.values())
  }
}

/** How long a stop waits for messages that are with the mail server, in milliseconds. */
const PATIENCE = 8000

/**
 * The round that sends messages as they become due, each second. What a process before this one left
 * half sent is sent at once: there is one for each installation. When the server stops, messages in
 * hand are waited for; those that take too long are set back, so that the next start sends them.
 */
export const deliveryRound = (): Round => {
  const inHand: InHand = new Map()
  let looking: Promise<void> | undefined
  const stop = async (payload: Payload) => {
    const finish = async () => {
      await looking?.catch(() => undefined)
      await Promise.all(inHand.values())
    }
    await Promise.race([finish(), sleep(PATIENCE)])
    if (inHand.size === 0) return
    const isStillInHand: Where = { id: { in: [...inHand.keys()] } }
    await setBack(payload, { and: [isStillInHand, { status: { equals: 'sending' } }] })
  }
  let isPrepared = false
  return {
    name: 'outbox',
    everySeconds: 1,
    lateAfterSeconds: 180,
    run: async (payload) => {
      if (!isPrepared) {
        await setBack(payload, { status: { equals: 'sending' } })
        whenStopping(() => stop(payload))
        isPrepared = true
      }
      looking = startDue(payload, inHand)
      await looking
    },
  }
}

/** Takes messages in hand that are due, as many as there is room for. */
const startDue = async (payload: Payload, inHand: InHand): Promise<void> => {
  const outage = await readOutage(payload)
  if (!outage) {
    const room = MOST_AT_ONCE - inHand.size
    if (room <= 0) return
    for (const id of await findIds(payload, isDue(new Date()), room, {
      besides: [...inHand.keys()],
    })) {
      if (!isStopping()) void take(payload, inHand, id)
    }
    return
  }
  if (!isProbeDue(outage, new Date()) || inHand.size > 0) return
  const waiting: Where = { status: { equals: 'queued' } }
  // Those put off last come last: many that may not go now, at night, do not stand before all others.
  for (const id of await findIds(payload, waiting, MOST_AT_ONCE, { sort: 'nextTryAt' })) {
    // One that may not go now says nothing about the mail server.
    if (isStopping() || (await take(payload, inHand, id))) break
  }
  if (!(await readOutage(payload))) await startDue(payload, inHand)
}

const take = (payload: Payload, inHand: InHand, id: string): Promise<boolean> => {
  const sending = send(payload, id).finally(() => inHand.delete(id))
  inHand.set(id, sending)
  return sending
}

/** With a request of its own, which would else keep everything that all messages have read. */
const send = async (payload: Payload, id: string): Promise<boolean> => {
  try {
    return await sendMail(id, await createLocalReq({}, payload), optionsOf(payload))
  } catch (error) {
    payload.logger.error({ msg: 'An email could not be sent', mail: id, err: error })
    const nextTryAt = nextTry(1, new Date()).toISOString()
    await payload.db
      .updateOne({ collection: 'mails', id, data: { nextTryAt }, returning: false })
      .catch(() => undefined)
    return false
  }
}

/** A time further off than any pause was written by a clock that was wrong. */
const isDue = (now: Date): Where => {
  const latest = new Date(now.getTime() + LONGEST_PAUSE + LEEWAY).toISOString()
  return {
    or: [
      {
        and: [
          { status: { equals: 'queued' } },
          {
            or: [
              { nextTryAt: { exists: false } },
              { nextTryAt: { less_than_equal: now.toISOString() } },
              { nextTryAt: { greater_than: latest } },
            ],
          },
        ],
      },
      leftBehind(now),
    ],
  }
}

/** Those tried least come first, so that one bad message does not stand for all. */
const findIds = async (
  payload: Payload,
  where: Where,
  limit: number,
  { besides = [], sort = 'attempts' }: { besides?: string[]; sort?: 'attempts' | 'nextTryAt' } = {},
): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'mails',
    where: besides.length > 0 ? { and: [where, { id: { not_in: besides } }] } : where,
    sort: [sort, 'createdAt'],
    limit,
    pagination: false,
    depth: 0,
    select: {},
    overrideAccess: true,
    req: await createLocalReq({}, payload),
  })
  return docs.map(({ id }) => id)
}

/** Lets messages that were being sent be sent again at once. */
const setBack = async (payload: Payload, where: Where): Promise<void> => {
  const req: PayloadRequest = await createLocalReq({}, payload)
  for (const id of await findIds(payload, where, 0)) {
    await payload.db.updateOne({
      collection: 'mails',
      id,
      data: { status: 'queued', nextTryAt: null },
      returning: false,
    })
    await noteTwice(req, id)
  }
}

import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Round } from '@mentoring/kit/rounds'
import { isStopping, whenStopping } from '@mentoring/kit/stopping'
import type { Payload, Where } from 'payload'

import { isProbeDue, readOutage } from './outage.ts'
import { leftBehind, noteTwice, sendMail } from './send-mail.ts'
import { changeMail, findMailIds, ownRequest } from './store.ts'
import { LONGEST_PAUSE, nextTry } from './tries.ts'
import { optionsOf } from './types.ts'

/** How many messages are under way at one moment. */
const MOST_AT_ONCE = 20

/** The same while this process has hardly a moment to itself: nobody waits for a message as for an answer. */
const MOST_WHILE_BUSY = 2

/** From this part of its time on a process is busy. */
const BUSY = 0.8

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
    await startDue(payload, inHand, MOST_AT_ONCE)
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
  let before = performance.eventLoopUtilization()
  const most = () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    return utilization > BUSY ? MOST_WHILE_BUSY : MOST_AT_ONCE
  }
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
      looking = startDue(payload, inHand, most())
      await looking
    },
  }
}

/** Takes messages in hand that are due, as many as there is room for. */
const startDue = async (payload: Payload, inHand: InHand, most: number): Promise<void> => {
  const outage = await readOutage(payload)
  if (!outage) {
    const room = most - inHand.size
    if (room <= 0) return
    const others = without([...inHand.keys()], isDue(new Date()))
    const options = { limit: room, sort: LEAST_TRIED }
    for (const id of await findMailIds(await ownRequest(payload), others, options)) {
      if (!isStopping()) void take(payload, inHand, id)
    }
    return
  }
  if (!isProbeDue(outage, new Date()) || inHand.size > 0) return
  const waiting: Where = { status: { equals: 'queued' } }
  const options = { limit: MOST_AT_ONCE, sort: LEAST_PUT_OFF }
  for (const id of await findMailIds(await ownRequest(payload), waiting, options)) {
    // One that may not go now says nothing about the mail server.
    if (isStopping() || (await take(payload, inHand, id))) break
  }
  if (!(await readOutage(payload))) await startDue(payload, inHand, most)
}

const take = (payload: Payload, inHand: InHand, id: string): Promise<boolean> => {
  const sending = send(payload, id).finally(() => inHand.delete(id))
  inHand.set(id, sending)
  return sending
}

const send = async (payload: Payload, id: string): Promise<boolean> => {
  try {
    return await sendMail(id, await ownRequest(payload), optionsOf(payload))
  } catch (error) {
    payload.logger.error({ msg: 'An email could not be sent', mail: id, err: error })
    const nextTryAt = nextTry(1, new Date()).toISOString()
    const req = await ownRequest(payload)
    await changeMail(req, id, { nextTryAt }).catch(() => undefined)
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
const LEAST_TRIED = ['attempts', 'createdAt']

/** Those put off last come last: many that may not go now, at night, do not stand before all others. */
const LEAST_PUT_OFF = ['nextTryAt', 'createdAt']

const without = (ids: string[], where: Where): Where =>
  ids.length > 0 ? { and: [where, { id: { not_in: ids } }] } : where

/** Lets messages that were being sent be sent again at once. */
const setBack = async (payload: Payload, where: Where): Promise<void> => {
  const req = await ownRequest(payload)
  for (const id of await findMailIds(req, where)) {
    await changeMail(req, id, { status: 'queued', nextTryAt: null })
    await noteTwice(req, id)
  }
}

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { readOutage } from '../../plugins/outbox/outage.ts'
import { queueMail } from '../../plugins/outbox/queue-mail.ts'
import { loadAttention } from '../../programme/coordinators/load-attention.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** A mail server that is away for hours or days, in a time that is what the test says. */

const START = new Date('2026-11-28T14:02:00.000Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let app: Installation
let postbox: Postbox
beforeAll(async () => {
  postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  app = await boot()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterAll(async () => {
  vi.useRealTimers()
  await app.close()
  await postbox.close()
})
beforeEach(async () => {
  vi.setSystemTime(START)
  postbox.messages.length = 0
  postbox.setAway(false)
  postbox.refuse(0)
  for (const collection of ['mails', 'payload-kv'] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})

const write = async (many: number) => {
  for (let i = 0; i < many; i += 1) {
    await queueMail({
      req: await app.reqAs('admin'),
      template: 'alreadySignedUp',
      about: {},
      to: `person.${i}@example.org`,
      values: { name: 'Amina', role: 'mentor', contact: 'team@example.org' },
    })
  }
}

/** Lets time pass, with the outbox looked at often. */
const pass = async (milliseconds: number, step: number) => {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    vi.setSystemTime(Math.min(end, Date.now() + step))
    await deliverMails(app.payload)
  }
}

const states = async () => {
  const { docs } = await app.payload.find({
    collection: 'mails',
    pagination: false,
    overrideAccess: true,
  })
  return [...new Set(docs.map(({ status }) => status))]
}

const attention = async () =>
  (await loadAttention(await app.reqAs('coordinator'), new Date())).rows.map(
    ({ action, kind, who }) => `${kind}: ${who} (${action.label})`,
  )

describe('while the mail server is away', () => {
  it('messages wait, one of them asks now and then, and all go by themselves when it is back', async () => {
    await write(10)
    postbox.setAway(true)
    await deliverMails(app.payload)
    expect(await states()).toEqual(['queued'])
    const first = postbox.visits()
    expect(first).toBeLessThanOrEqual(10)

    await pass(HOUR, MINUTE)
    // After 30 seconds, 1, 2, 4, 8, 16 minutes.
    expect(postbox.visits() - first).toBeLessThanOrEqual(7)
    await pass(70 * HOUR, 10 * MINUTE)
    expect(postbox.visits() - first).toBeLessThanOrEqual(7 + 71)
    expect(postbox.visits() - first).toBeGreaterThan(60)
    expect(await states()).toEqual(['queued'])

    postbox.setAway(false)
    // The one that asks is taken, and the others follow at once.
    while (postbox.messages.length === 0) {
      vi.setSystemTime(Date.now() + MINUTE)
      await deliverMails(app.payload)
    }
    expect(await states()).toEqual(['sent'])
    expect(postbox.messages).toHaveLength(10)
    expect(await readOutage(app.payload)).toBeUndefined()
  })

  it('that is told once, as one thing', async () => {
    await write(10)
    postbox.setAway(true)
    await deliverMails(app.payload)
    await pass(2 * HOUR, 10 * MINUTE)
    expect(await attention()).toEqual([
      'outage: The mail server has not taken any message since Saturday 28 November 2026, 2:02pm; 10 wait (See what waits)',
    ])
    postbox.setAway(false)
    await pass(HOUR, 10 * MINUTE)
    expect(await attention()).toEqual([])
  })

  it('many messages that must wait for the morning do not stand before the others', async () => {
    vi.setSystemTime('2026-11-28T23:02:00.000Z')
    for (let i = 0; i < 30; i += 1) {
      await queueMail({
        req: await app.reqAs('admin'),
        template: 'matchCompleted',
        about: {},
        to: `sleeper.${i}@example.org`,
        values: { name: 'Amina', role: 'mentor', other: 'Omar', contact: 'team@example.org' },
      })
    }
    await write(1)
    postbox.setAway(true)
    await deliverMails(app.payload)
    expect(await readOutage(app.payload)).toBeDefined()
    postbox.setAway(false)
    await pass(2 * MINUTE, 10_000)
    expect(postbox.messages.map(({ to }) => to)).toEqual(['person.0@example.org'])
    expect(await readOutage(app.payload)).toBeUndefined()
  })

  it('a restart forgets neither the outage nor the messages', async () => {
    await write(3)
    postbox.setAway(true)
    await deliverMails(app.payload)
    await app.payload.config.onInit(app.payload)
    expect((await readOutage(app.payload))?.since).toBe(START.toISOString())
    postbox.setAway(false)
    await pass(2 * MINUTE, MINUTE)
    expect(await states()).toEqual(['sent'])
  })

  it.each([
    ['while the mail server was away', () => postbox.setAway(true)],
    ['while one message was put off', () => postbox.refuse(1)],
  ])('a clock that was months ahead %s parks nothing', async (_what, refuse) => {
    vi.setSystemTime('2027-06-01T12:00:00.000Z')
    await write(3)
    refuse()
    await deliverMails(app.payload)
    expect(await states()).toContain('queued')
    vi.setSystemTime(START)
    postbox.setAway(false)
    await deliverMails(app.payload)
    expect(await states()).toEqual(['sent'])
  })
})

describe('a mail server that puts off', () => {
  it('every message (451) is away too: it is not asked for each', async () => {
    await write(10)
    postbox.refuse(1000)
    await deliverMails(app.payload)
    const before = postbox.visits()
    await pass(10 * HOUR, 10 * MINUTE)
    expect(postbox.visits() - before).toBeLessThan(20)
    expect((await attention())[0]).toMatch(/10 wait/)
    postbox.refuse(0)
    await pass(HOUR + MINUTE, 10 * MINUTE)
    expect(await states()).toEqual(['sent'])
  })

  it('one message for five days gives it up; all that were given up can be sent again at once', async () => {
    await write(2)
    await app.payload.db.updateMany({
      collection: 'mails',
      where: {},
      data: { attempts: 200, queuedAt: new Date(START.getTime() - 121 * HOUR).toISOString() },
    })
    postbox.refuse(2)
    await deliverMails(app.payload)
    expect(await states()).toEqual(['failed'])
    expect(await attention()).toEqual([
      'mail: 2 emails were tried for days and given up (Send all again)',
    ])
    const again = (as?: 'comms' | 'coordinator') =>
      app.rest('POST', '/mails/send-all-again', { as })
    expect((await again()).status).toBe(403)
    expect((await again('comms')).status).toBe(403)
    expect((await again('coordinator')).json).toEqual({
      message: '2 emails are on their way.',
      emails: 2,
    })
    await deliverMails(app.payload)
    expect(await states()).toEqual(['sent'])
    expect(await attention()).toEqual([])
  })

  it('one message for now does not hold up the others', async () => {
    await write(3)
    postbox.refuse(1)
    await deliverMails(app.payload)
    expect(postbox.messages).toHaveLength(2)
    expect(await readOutage(app.payload)).toBeUndefined()
    expect(await attention()).toEqual([])
    await pass(MINUTE, 10_000)
    expect(postbox.messages).toHaveLength(3)
  })
})

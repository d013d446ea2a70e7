import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { queueMail } from '../../plugins/outbox/queue-mail.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** What an operator says the mail server can bear, by the settings and at a real mail server. */

const CONNECTIONS = 2
const PER_SECOND = 2

let app: Installation
let postbox: Postbox
beforeAll(async () => {
  postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  process.env.SMTP_POOL = String(CONNECTIONS)
  process.env.SMTP_RATE = String(PER_SECOND)
  app = await boot()
})
afterAll(async () => {
  await app?.close()
  await postbox?.close()
})
beforeEach(async () => {
  await app.payload.db.deleteMany({ collection: 'mails', where: {} })
  postbox.messages.length = 0
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

const states = async () => {
  const { docs } = await app.payload.find({
    collection: 'mails',
    pagination: false,
    overrideAccess: true,
  })
  return [...new Set(docs.map(({ status }) => status))]
}

it('many messages go over the connections that are kept, no more in a second than are allowed', async () => {
  const many = 7 * PER_SECOND
  await write(many)
  const before = postbox.visits()
  const began = performance.now()
  await deliverMails(app.payload)
  const seconds = (performance.now() - began) / 1000
  expect(postbox.messages).toHaveLength(many)
  expect(await states()).toEqual(['sent'])
  expect(postbox.visits() - before).toBeLessThanOrEqual(CONNECTIONS)
  // The first of them go at once, the others second by second. A slow machine only takes longer.
  expect(seconds).toBeGreaterThan(many / PER_SECOND - 1.1)
})

it('a connection that was kept and is cut off meanwhile loses no message', async () => {
  await write(1)
  await deliverMails(app.payload)
  postbox.disconnect()
  await write(2)
  await deliverMails(app.payload)
  await app.payload.kv.delete('mail-outage')
  await app.payload.db.updateMany({ collection: 'mails', where: {}, data: { nextTryAt: null } })
  await deliverMails(app.payload)
  expect(await states()).toEqual(['sent'])
  expect(new Set(postbox.messages.map(({ to }) => to)).size).toBe(2)
})

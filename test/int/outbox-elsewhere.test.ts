import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { stopWork } from '@mentoring/kit/stopping'
import { withWriteLock } from '@mentoring/kit/write-lock'
import { cancelMail, type MailTemplate, outbox, queueMail, smtpTransport } from '@mentoring/outbox'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig, type CollectionSlug, createLocalReq, getPayload, type Payload } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * The outbox in another project: other records, other words, no jobs, and nothing wired by hand. On
 * SQLite the ids are numbers, as Payload makes them there.
 */

const isMongo = process.env.DATABASE_URL?.startsWith('mongodb') ?? false
const CUSTOMERS = 'customers' as CollectionSlug

const database = (folder: string) => {
  if (isMongo) {
    const url = new URL(process.env.DATABASE_URL!)
    url.pathname = `/test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
    return mongooseAdapter({ url: url.toString(), ensureIndexes: true })
  }
  const url = `file:${path.join(folder, 'shop.db')}`
  return withWriteLock(sqliteAdapter({ client: { url }, transactionOptions: {}, push: true }))
}

const orderSent: MailTemplate = {
  name: 'orderSent',
  label: 'Your order is on its way',
  group: 'Orders',
  description: 'To a customer whose parcel has left.',
  placeholders: {
    name: { says: 'the customer’s name', sample: 'Amina Example' },
    track: {
      says: 'the link that follows the parcel',
      sample: 'https://example.org',
      isLink: true,
    },
  },
  isOptional: true,
  subject: 'Your order is on its way',
  body: 'Hello {{name}},\n\nFollow your parcel:\n\n{{track}}',
}

let folder: string
let payload: Payload
let postbox: Postbox
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'outbox-'))
  postbox = await openPostbox()
  const config = buildConfig({
    secret: 'only for tests',
    telemetry: false,
    logger: { options: { level: 'silent' } },
    db: database(folder),
    collections: [
      { slug: CUSTOMERS, fields: [{ name: 'name', type: 'text' }] },
      { slug: 'staff', auth: true, fields: [] },
    ],
    plugins: [
      outbox({
        from: { name: 'Shop', address: 'shop@example.org' },
        transport: smtpTransport(postbox.url),
        templates: [orderSent],
        about: { customer: CUSTOMERS },
        access: {
          readMails: ({ req }) => Boolean(req.user),
          editWording: ({ req }) => Boolean(req.user),
        },
        overrides: {
          mails: ({ defaultCollection }) => ({
            ...defaultCollection,
            access: { read: () => true },
            admin: { ...defaultCollection.admin, group: 'Post' },
          }),
        },
        secretLinks: {
          track: ({ nonce }) => `https://example.org/track?id=${nonce}`,
          stop: ({ nonce }) => `https://example.org/stop?id=${nonce}`,
        },
      }),
    ],
  })
  // As Next does with the first request.
  payload = await getPayload({ config, cron: true })
})
afterAll(async () => {
  await stopWork()
  if (isMongo) await asMongoDB(payload.db).connection.dropDatabase()
  await payload.destroy()
  await postbox.close()
  await rm(folder, { recursive: true })
})

const makeCustomer = async (): Promise<number | string> => {
  const data = { name: 'Amina' } as object
  const { id } = await payload.create({ collection: CUSTOMERS, data, overrideAccess: true })
  return id
}

const write = async (customer: number | string, occasion?: string) =>
  queueMail({
    req: await createLocalReq({}, payload),
    template: 'orderSent',
    about: { customer },
    occasion,
    to: 'amina@example.org',
    values: { name: 'Amina' },
    links: { track: { purpose: 'track', nonce: 'abc' } },
    unsubscribe: { purpose: 'stop', nonce: 'def' },
  })

it('a message goes by itself, in the words of the project', async () => {
  const customer = await makeCustomer()
  const id = await write(customer, 'order 1')
  const mail = await postbox.wait('amina@example.org')
  expect(mail.subject).toBe('Your order is on its way')
  expect(mail.from?.text).toBe('"Shop" <shop@example.org>')
  expect(mail.messageId).toBe(`<${id}@example.org>`)
  expect(mail.text).toContain('https://example.org/track?id=abc')
  expect(mail.text).toContain('You can stop emails like this one')
  expect(mail.html).toContain('<html lang="en">')
})

it('a message is written once for one occasion, and can be cancelled until it goes', async () => {
  const [one, other] = [await makeCustomer(), await makeCustomer()]
  postbox.setAway(true)
  const id = await write(one, 'order 2')
  expect(await write(one, 'order 2')).toBe(id)
  expect(await write(other, 'order 2')).not.toBe(id)
  const req = await createLocalReq({}, payload)
  expect(await cancelMail(req, 'orderSent', { customer: one })).toBe(true)
  expect(await cancelMail(req, 'orderSent', { customer: one })).toBe(false)
  expect(await cancelMail(req, 'orderSent', { customer: other })).toBe(true)
  postbox.setAway(false)
})

it('a collection can be changed, but not who may see it', async () => {
  const { access, admin, slug } = payload.collections.mails.config
  expect([admin.group, slug]).toEqual(['Post', 'mails'])
  expect(await access.read({ req: await createLocalReq({}, payload) })).toBe(false)
})

it('brings what it needs: its words, the limits of its buttons, and no jobs', async () => {
  const { docs } = await payload.find({ collection: 'mail-words', overrideAccess: true })
  expect(docs).toMatchObject([{ name: 'orderSent', label: 'Your order is on its way' }])
  expect(Object.keys(payload.collections)).toContain('limits')
  expect(Object.keys(payload.collections)).not.toContain('payload-jobs')
})

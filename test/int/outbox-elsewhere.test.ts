import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { stopWork } from '@mentoring/kit/stopping'
import { withWriteLock } from '@mentoring/kit/write-lock'
import {
  cancelMail,
  deliverMails,
  mailState,
  type MailTemplate,
  outbox,
  type OutboxOptions,
  queueMail,
  smtpTransport,
} from '@mentoring/outbox'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  buildConfig,
  type CollectionSlug,
  type Config,
  createLocalReq,
  getLocalI18n,
  getPayload,
  type Payload,
  type PayloadRequest,
  type SelectField,
  type TypedUser,
} from 'payload'
import { ar } from 'payload/i18n/ar'
import { en } from 'payload/i18n/en'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { asMongoDB } from '../../database/adapters.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/**
 * The outbox in another project: other records, other words, no jobs, and nothing wired by hand. On
 * SQLite the ids are numbers, as Payload makes them there.
 */

const isMongo = process.env.DATABASE_URL?.startsWith('mongodb') ?? false
const CUSTOMERS = 'customers' as CollectionSlug

const database = (file: string) => {
  if (isMongo) {
    const url = new URL(process.env.DATABASE_URL!)
    url.pathname = `/test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
    return mongooseAdapter({ url: url.toString(), ensureIndexes: true })
  }
  return withWriteLock(
    sqliteAdapter({ client: { url: `file:${file}` }, transactionOptions: {}, push: true }),
  )
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
const made: Payload[] = []
const openShop = async (
  name: string,
  change: Pick<Config, 'i18n'> & Pick<OutboxOptions, 'language'> = {},
  start: { cron?: boolean } = {},
): Promise<Payload> => {
  const { i18n, language } = change
  const config = buildConfig({
    secret: 'only for tests',
    telemetry: false,
    logger: { options: { level: 'silent' } },
    db: database(path.join(folder, `${name}.db`)),
    i18n,
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
        language,
      }),
    ],
  })
  const shop = await getPayload({ config, key: name, ...start })
  made.push(shop)
  return shop
}

beforeAll(async () => {
  // Two databases of one schema: both get it.
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  folder = await mkdtemp(path.join(tmpdir(), 'outbox-'))
  postbox = await openPostbox()
  // As Next does with the first request.
  payload = await openShop('shop', {}, { cron: true })
})
afterAll(async () => {
  await stopWork()
  for (const shop of made) {
    if (isMongo) await asMongoDB(shop.db).connection.dropDatabase()
    await shop.destroy()
  }
  await postbox.close()
  await rm(folder, { recursive: true })
})

const makeCustomer = async (shop = payload): Promise<number | string> => {
  const data = { name: 'Amina' } as object
  const { id } = await shop.create({ collection: CUSTOMERS, data, overrideAccess: true })
  return id
}

const write = async (customer: number | string, occasion?: string, shop = payload) =>
  queueMail({
    req: await createLocalReq({}, shop),
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
  // Without a look of its own: the sender's name, and nothing that is of another project.
  expect(mail.html).toContain('>Shop</div>')
  expect(mail.html).toContain('<p style="margin:0 0 8px">Shop</p>')
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

describe('in Arabic', () => {
  let shop: Payload
  let req: PayloadRequest
  beforeAll(async () => {
    shop = await openShop('arabic', { i18n: { supportedLanguages: { ar, en } }, language: 'ar' })
    const i18n = await getLocalI18n({ config: shop.config, language: 'ar' })
    // Of this shop's own collection, which the types of the programme do not know.
    const user = { collection: 'staff', email: 'staff@example.org', id: 1 } as unknown as TypedUser
    req = await createLocalReq({ user, req: { i18n } }, shop)
  })

  it('whoever edits the words is told what is wrong, and sees how they read', async () => {
    const { docs } = await shop.find({ collection: 'mail-words', overrideAccess: true })
    const save = (data: object) =>
      shop.update({ collection: 'mail-words', id: docs[0]!.id, data, overrideAccess: true, req })
    await expect(save({ body: '{{nmae}} {{order}}' })).rejects.toMatchObject({
      data: {
        errors: [
          {
            message:
              'لا يمكن استخدام {{nmae}} و{{order}} هنا. تبيّن القائمة أعلاه ما يمكنك استخدامه.',
          },
        ],
      },
    })
    await expect(save({ _status: 'draft' })).rejects.toThrow('لا بد لكل رسالة من نص.')

    const { endpoints } = shop.collections['mail-words'].config
    const ask = async (path: string, words: object) => {
      const { handler } = (endpoints || []).find((endpoint) => endpoint.path === path)!
      const json = async () => ({ ...orderSentWords, ...words })
      return (await handler({ ...req, json })).json() as Promise<Record<string, string>>
    }
    const orderSentWords = { template: 'orderSent', subject: 'Order', body: 'Hello {{name}}' }
    expect((await ask('/preview', { subject: '{{track}}' })).message).toBe(
      'ضع {{track}} في نص الرسالة، لا في الموضوع',
    )
    expect((await ask('/preview', {})).html).toContain(
      '<a href="https://example.org/stop" class="link" style="color:#3f525f">إيقاف الرسائل المماثلة لهذه الرسالة</a>',
    )
    expect((await ask('/test', {})).message).toBe('رسالة تجريبية في طريقها إلى staff@example.org.')
    expect((await postbox.wait('staff@example.org')).subject).toBe('[تجربة] Order')
  })

  it('a message says how to stop those like it, in its own language', async () => {
    await write(await makeCustomer(shop), 'order 1', shop)
    await deliverMails(shop)
    const { html, text } = postbox.messages.at(-1)!.mail
    expect(text).toContain('يمكنك إيقاف الرسائل المماثلة لهذه الرسالة:')
    expect(html).toContain('<html lang="ar" dir="rtl">')
  })

  it('a state is called the same in lists and by the code', async () => {
    const status = shop.collections.mails.config.fields.find(
      (field): field is SelectField => 'name' in field && field.name === 'status',
    )!
    const { label } = status.options[0] as { label: (args: PayloadRequest) => string }
    expect(label(req)).toBe('في انتظار الإرسال')
    expect(mailState('queued', req.i18n)).toBe('في انتظار الإرسال')
    expect(mailState('bounced', { language: 'en', translations: {} })).toBe(
      'Refused by the address',
    )
  })
})

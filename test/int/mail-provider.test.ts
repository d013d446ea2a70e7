import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

import { deliverMails, queueMail, readOutage } from '@mentoring/outbox'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'

/** Mail that leaves by the API of a provider: one file, named by a setting, and a real HTTP server. */

type Letter = { to: string; subject: string; html: string; messageId: string; headers: object }

const KEY = 'known to the provider'
let answer: (response: ServerResponse, letter: Letter) => void
const taken: Letter[] = []
const take = (response: ServerResponse, letter: Letter) => {
  taken.push(letter)
  response.writeHead(202).end()
}

const server = createServer((request, response) => {
  void json(request).then((letter) => {
    if (request.headers.authorization !== `Bearer ${KEY}`) response.writeHead(401).end()
    else answer(response, letter as Letter)
  })
})

let app: Installation
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  process.env.LETTER_API_URL = `http://127.0.0.1:${port}`
  process.env.LETTER_API_KEY = KEY
  process.env.MAIL_TRANSPORT = 'test/helpers/transports/letter-api.ts'
  app = await boot()
})
afterAll(async () => {
  await app?.close()
  server.close()
})
beforeEach(async () => {
  taken.length = 0
  answer = take
  for (const collection of ['mails', 'payload-kv'] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})

const write = async (to = 'amina@example.org') =>
  queueMail({
    req: await app.reqAs('admin'),
    template: 'alreadySignedUp',
    about: {},
    to,
    values: { name: 'Amina', role: 'mentor', contact: 'team@example.org' },
  })

const row = (id: string) => app.payload.findByID({ collection: 'mails', id, overrideAccess: true })

describe('a provider with an HTTP API', () => {
  it('gets whole messages, each with an id that stays', async () => {
    const id = await write()
    await deliverMails(app.payload)
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 })
    expect(taken).toEqual([
      expect.objectContaining({
        to: 'amina@example.org',
        subject: 'You have already signed up to the peer mentor programme',
        from: { name: 'Peer mentor programme', address: 'img-mentoring@example.org' },
        html: expect.stringMatching(/<p[^>]*>Hello Amina,<\/p>/),
        text: expect.stringContaining('Hello Amina,'),
        messageId: `<${id}@example.org>`,
        replyTo: expect.stringContaining('@example.org'),
        headers: { 'Auto-Submitted': 'auto-generated' },
      }),
    ])
  })

  it.each([
    [404, { status: 'bounced', lastError: 'the provider answered 404' }, false],
    [422, { status: 'failed', lastError: 'the provider answered 422' }, false],
    [429, { status: 'queued', lastError: 'the provider answered 429' }, false],
    [401, { status: 'queued', lastError: 'the provider answered 401' }, true],
    [503, { status: 'queued', lastError: 'the provider answered 503' }, true],
  ])('that answers %i is understood', async (status, expected, isAway) => {
    answer = (response) => response.writeHead(status).end('amina@example.org')
    const id = await write()
    await deliverMails(app.payload)
    expect(await row(id)).toMatchObject({ ...expected, attempts: 1, mayHaveGoneTwice: false })
    expect((await readOutage(app.payload)) !== undefined).toBe(isAway)
  })

  it('that breaks off before it has answered may get a message twice, under one id', async () => {
    answer = (response, letter) => {
      taken.push(letter)
      response.destroy()
    }
    const id = await write()
    await deliverMails(app.payload)
    const broken = await row(id)
    expect(broken).toMatchObject({ status: 'queued', mayHaveGoneTwice: true })
    expect(broken.lastError).toMatch(/^the provider did not answer \(\w+\)$/)
    answer = take
    await app.payload.db.updateOne({ collection: 'mails', id, data: { nextTryAt: null } })
    await app.payload.kv.delete('mail-outage')
    await deliverMails(app.payload)
    expect(await row(id)).toMatchObject({ status: 'sent' })
    expect(new Set(taken.map(({ messageId }) => messageId))).toEqual(
      new Set([`<${id}@example.org>`]),
    )
    expect(taken).toHaveLength(2)
  })

  it('is asked by one message for all while it is away', async () => {
    let asked = 0
    answer = (response) => {
      asked += 1
      response.writeHead(503).end()
    }
    for (const n of [1, 2, 3]) await write(`person.${n}@example.org`)
    await deliverMails(app.payload)
    const first = asked
    await deliverMails(app.payload)
    expect(asked).toBe(first)
  })

  it('tells whoever tests the words of an email what it answered', async () => {
    answer = (response) => response.writeHead(422).end()
    const words = { template: 'alreadySignedUp', subject: 'Hello', body: 'Hello {{name}}' }
    const { json: body, status } = await app.rest('POST', '/mail-words/test', {
      as: 'comms',
      body: words,
    })
    expect({ status, body }).toEqual({
      status: 502,
      body: { message: 'The test email was not sent: the provider answered 422.' },
    })
  })
})

it.each([
  ['package.json', 'has no function as its default export'],
  ['nowhere.ts', 'nowhere.ts'],
])('a file that is no transport (%s) stops the start', async (file, said) => {
  const { transportIn } = await import('../../programme/messages/transport.ts')
  await expect(transportIn(file)).rejects.toThrow(said)
})

import type { inTransaction as InTransaction } from '@mentoring/kit/in-transaction'
import { roundsStanding } from '@mentoring/kit/rounds'
import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { deliverMails as DeliverMails } from '../../plugins/outbox/deliver.ts'
import type { queueMail as QueueMail } from '../../plugins/outbox/queue-mail.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentor } from '../helpers/people.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

let app: Installation
let postbox: Postbox
let queueMail: typeof QueueMail
let sendMail: (id: string) => Promise<boolean>
let inTransaction: typeof InTransaction
let deliverMails: typeof DeliverMails
beforeAll(async () => {
  postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  process.env.BOUNCE_TOKEN = 'known to the mail server'
  app = await boot()
  ;({ queueMail } = await import('../../plugins/outbox/queue-mail.ts'))
  ;({ inTransaction } = await import('@mentoring/kit/in-transaction'))
  const send = await import('../../plugins/outbox/send-mail.ts')
  const options = { secretLinks: {}, from: { name: 'Programme' } } as Parameters<
    typeof send.sendMail
  >[2]
  sendMail = async (id) => send.sendMail(id, await app.reqAs('admin'), options)
  ;({ deliverMails } = await import('../../plugins/outbox/deliver.ts'))
})
afterAll(async () => {
  await app.close()
  await postbox.close()
})
beforeEach(async () => {
  postbox.messages.length = 0
  for (const collection of ['mails', 'payload-kv'] as const) {
    await app.payload.db.deleteMany({ collection, where: {} })
  }
})

const write = (req: PayloadRequest, occasion: string, name = 'Amina') =>
  queueMail({
    req,
    template: 'alreadySignedUp',
    about: {},
    occasion,
    to: 'amina@example.org',
    values: { name, role: 'mentor', contact: 'team@example.org' },
  })

const row = (id: string) => app.payload.findByID({ collection: 'mails', id, overrideAccess: true })

/** Sends what is due, and what waits for its next try. */
const deliver = async () => {
  await app.payload.db.updateMany({ collection: 'mails', where: {}, data: { nextTryAt: null } })
  await app.payload.kv.delete('mail-outage')
  await deliverMails(app.payload)
}

it('is looked at by one of the rounds, each of which is watched', () =>
  expect(Object.keys(roundsStanding(app.payload)).sort()).toEqual([
    'default',
    'followMatches',
    'forgetAnswers',
    'forgetDrafts',
    'introductions',
    'keepSiteUpToDate',
    'links',
    'outbox',
    'publication',
    'reviews',
    'tidy',
    'wake',
  ]))

describe('a message', () => {
  it('reaches the mail server as text and HTML, from one source', async () => {
    const id = await write(await app.reqAs('admin'), 'one', '<b>Amina</b>')
    await deliver()
    const mail = await postbox.wait('amina@example.org')
    expect(mail.text).toContain('Hello <b>Amina</b>,')
    expect(mail.html).toContain('Hello &lt;b&gt;Amina&lt;/b&gt;,')
    expect(mail.html).toContain('<html lang="en-GB">')
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('is not written when the transaction it belongs to fails', async () => {
    const req = await app.reqAs('admin')
    await expect(
      inTransaction(req, async () => {
        await write(req, 'rolled back')
        throw new Error('later')
      }),
    ).rejects.toThrow('later')
    await deliver()
    expect(postbox.messages).toHaveLength(0)
    expect((await app.payload.count({ collection: 'mails', overrideAccess: true })).totalDocs).toBe(
      0,
    )
  })

  it('goes out once, however many runners pick it up at once', async () => {
    const id = await write(await app.reqAs('admin'), 'once')
    await Promise.all(Array.from({ length: 10 }, () => sendMail(id)))
    await deliver()
    expect(postbox.messages).toHaveLength(1)
  })

  it('is written once for one occasion', async () => {
    const req = await app.reqAs('admin')
    expect(await write(req, 'same')).toBe(await write(req, 'same'))
  })

  it('is tried again after the server refused it, and keeps no address in the reason', async () => {
    postbox.refuse(1)
    const id = await write(await app.reqAs('admin'), 'refused')
    await sendMail(id)
    const refused = await row(id)
    expect(refused).toMatchObject({ status: 'queued', attempts: 1 })
    expect(refused.lastError).toMatch(/451/)
    expect(refused.lastError).not.toContain('@')
    await sendMail(id)
    expect(await row(id)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('that may have gone before the process died says so, in the log and on the row', async () => {
    const id = await write(await app.reqAs('admin'), 'perhaps twice')
    await app.payload.db.updateOne({
      collection: 'mails',
      id,
      data: { status: 'sending', updatedAt: '2026-01-01T00:00:00.000Z' },
    })
    const warn = vi.spyOn(app.payload.logger, 'warn')
    await sendMail(id)
    expect(await row(id)).toMatchObject({ status: 'sent', mayHaveGoneTwice: true })
    expect(JSON.stringify(warn.mock.calls)).toContain(id)
    expect(JSON.stringify(warn.mock.calls)).not.toContain('@')
    warn.mockRestore()
  })
})

describe('an address that does not exist', () => {
  it('is not tried again; once it is corrected, the message goes to the new one', async () => {
    const mentor = await createMentor(app.payload, { email: 'old.address@example.org' })
    postbox.refuseAddress(mentor.email)
    const id = await queueMail({
      req: await app.reqAs('admin'),
      template: 'alreadySignedUp',
      about: { mentor: mentor.id },
      to: mentor.email,
      values: { name: 'Amina', role: 'mentor', contact: 'team@example.org' },
    })
    await deliver()
    const refused = await row(id)
    expect(refused).toMatchObject({ status: 'bounced', attempts: 1 })
    expect(refused.lastError).toBe('the mail server answered 550 (EENVELOPE)')
    await deliver()
    expect(await row(id)).toMatchObject({ status: 'bounced', attempts: 1 })

    await app.payload.update({
      collection: 'mentors',
      id: mentor.id,
      data: { email: 'new.address@example.org' },
      overrideAccess: true,
    })
    const again = await app.rest('POST', `/mails/${id}/send-again`, { as: 'coordinator' })
    expect(again.status).toBe(202)
    await deliver()
    expect(await row(id)).toMatchObject({ status: 'sent', to: 'new.address@example.org' })
    expect(postbox.messages.map(({ to }) => to)).toEqual(['new.address@example.org'])
  })
})

describe('mail that comes back after the mail server took it', () => {
  const report = (id: string) =>
    `Message-ID: <${id}@example.org>\r\nAction: failed\r\nStatus: 5.1.1\r\n`
  const handOver = (text: string, token?: string) =>
    app.rest('POST', '/mails/bounces', {
      body: text,
      headers: {
        'content-type': 'message/rfc822',
        ...(token && { authorization: `Bearer ${token}` }),
      },
    })

  it('is marked, so that coordinators see it', async () => {
    const id = await write(await app.reqAs('admin'), 'comes back')
    const early = await handOver(report(id), process.env.BOUNCE_TOKEN)
    expect(early.json).toEqual({ bounced: 0 })
    await deliver()
    const answer = await handOver(report(id), process.env.BOUNCE_TOKEN)
    expect(answer).toMatchObject({ status: 200, json: { bounced: 1 } })
    expect(await row(id)).toMatchObject({
      status: 'bounced',
      lastError: 'it came back from the address (5.1.1)',
    })
    expect((await handOver('Out of office', process.env.BOUNCE_TOKEN)).json).toEqual({ bounced: 0 })
  })

  it('is taken only from who knows the word for it', async () => {
    const id = await write(await app.reqAs('admin'), 'forged')
    await deliver()
    for (const token of [undefined, '', 'guessed']) {
      expect((await handOver(report(id), token)).status).toBe(404)
    }
    expect(await row(id)).toMatchObject({ status: 'sent' })
  })
})

describe('the words of an email', () => {
  const words = {
    template: 'contactGentle',
    subject: 'Have you written to {{other}}?',
    body: '**Hello {{name}}**\n\n{{link}}',
  }
  const ask = (action: string, data: object, as: 'comms' | 'coordinator' | undefined = 'comms') =>
    app.rest('POST', `/mail-words/${action}`, { as, body: data })

  it('can be looked at before they are saved, about invented people', async () => {
    const { json: body, status } = await ask('preview', words)
    expect(status).toBe(200)
    expect(body.subject).toBe('Have you written to Omar Example?')
    expect(body.html).toContain('<strong>Hello Amina Example</strong>')
    expect(body.html).toMatch(
      /class="button".*<a class="button-link" href="https:\/\/example\.org\/the-link"[^>]*>Tell us that you have written</,
    )
    // The names that the site has.
    expect(body.html).toContain('>IMG Peer Mentor Programme</div>')
    expect(body.html).toContain('because you have signed up')
    expect(body.html).toContain('stop reminders like this one')
    expect(postbox.messages).toEqual([])
  })

  it('can be sent as a test to whoever edits them, and to nobody else', async () => {
    const { json: body, status } = await ask('test', words)
    expect({ status, body }).toEqual({
      status: 200,
      body: { message: 'A test email is on its way to comms@example.org.' },
    })
    expect(postbox.messages.map(({ mail, to }) => [to, mail.subject])).toEqual([
      ['comms@example.org', '[Test] Have you written to Omar Example?'],
    ])
  })

  it('are not previewed or sent when they could not be saved', async () => {
    for (const action of ['preview', 'test']) {
      const { json: body, status } = await ask(action, {
        ...words,
        body: 'Hello {{nmae}} {{link}}',
      })
      expect(status).toBe(400)
      expect(body.message).toContain('{{nmae}} can’t be used here')
      expect((await ask(action, { ...words, template: 'toString' })).status).toBe(400)
    }
    expect(postbox.messages).toEqual([])
  })

  it('are previewed and tested only by those who edit them', async () => {
    for (const action of ['preview', 'test']) {
      expect((await ask(action, words, 'coordinator')).status).toBe(403)
      expect((await app.rest('POST', `/mail-words/${action}`, { body: words })).status).toBe(403)
    }
  })

  it('are put back as they came, as a draft: what goes out changes when that is published', async () => {
    const own = { subject: 'Ours', body: 'Hello {{name}}, see {{contact}}' }
    const saved = async () =>
      (await app.rest('GET', '/mail-words?where[name][equals]=alreadySignedUp', { as: 'comms' }))
        .json.docs[0]
    const { id, subject } = await saved()
    const versions = `/mail-words/versions?where[parent][equals]=${id}&sort=-updatedAt`
    const newest = async () =>
      (await app.rest('GET', versions, { as: 'comms' })).json.docs[0].version
    const put = (as?: 'comms' | 'coordinator', template = 'alreadySignedUp') =>
      app.rest('POST', '/mail-words/put-back', { as, body: { template } })

    expect((await put('comms')).status).toBe(409)
    const publish = { as: 'comms', body: { ...own, _status: 'published' } } as const
    expect((await app.rest('PATCH', `/mail-words/${id}`, publish)).status).toBe(200)
    expect((await put('coordinator')).status).toBe(403)
    expect((await put()).status).toBe(403)
    expect((await put('comms', 'toString')).status).toBe(404)

    expect((await put('comms')).status).toBe(200)
    expect(await newest()).toMatchObject({ subject, _status: 'draft' })
    expect(await saved()).toMatchObject({ ...own, _status: 'published' })
    await write(await app.reqAs('admin'), 'put back')
    await deliver()
    expect((await postbox.wait('amina@example.org')).subject).toBe('Ours')

    const back = { as: 'comms', body: { ...(await newest()), _status: 'published' } } as const
    expect((await app.rest('PATCH', `/mail-words/${id}`, back)).status).toBe(200)
    expect((await saved()).subject).toBe(subject)
  })

  it('tell whoever tests them when the mail server does not take the email', async () => {
    postbox.refuse(1)
    const { json: body, status } = await ask('test', words)
    expect(status).toBe(502)
    expect(body.message).toBe(
      'The test email was not sent: the mail server answered 451 (EMESSAGE).',
    )
  })
})

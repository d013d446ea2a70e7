import crypto from 'node:crypto'

import { makeLimit } from '@mentoring/kit/limit'
import { mailboxOf } from '@mentoring/kit/mail-limits'
import type { Where } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { hiddenInputs } from '../helpers/links.ts'
import { mongoServer } from '../helpers/mongodb.ts'
import { openBrowser } from '../helpers/visitor.ts'
import { menteeForm } from '../helpers/people.ts'
import { stopTheClock } from '../helpers/stop-the-clock.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(stopTheClock)
afterEach(() => vi.restoreAllMocks())

const from = (client: string) => ({ 'x-client-address': client, accept: 'text/html' })
const post = (form: Record<string, string | string[]>, client: string) =>
  app.rest('POST', '/sign-up/mentee', { form, headers: from(client) })
const countMails = async (where: Where) =>
  (await app.payload.count({ collection: 'mails', where, overrideAccess: true })).totalDocs

describe('a limit', () => {
  it('is kept in the database, for all processes, and counts each of many at once', async () => {
    const req = await app.reqAs('admin')
    const options = { name: 'test', uses: 30, seconds: 3600 }
    // As two processes would have it: nothing of one is known to the other.
    const [one, other] = [makeLimit(options), makeLimit(options)]
    const uses = Array.from({ length: 40 }, (_, i) =>
      (i % 2 ? one : other).use(req, 'a@example.org'),
    )
    const waits = await Promise.all(uses)
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(30)
    for (const wait of waits.filter((wait) => wait !== undefined)) {
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(3600)
    }
    expect(await one.use(req, 'b@example.org')).toBeUndefined()
    const rows = await app.payload.db.find({ collection: 'limits', pagination: false, where: {} })
    expect(rows.docs.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows.docs)).not.toContain('example.org')
  })

  it('counts anew in the next window', async () => {
    const req = await app.reqAs('admin')
    const limit = makeLimit({ name: 'window', uses: 1, seconds: 60 })
    expect(await limit.use(req, 'k')).toBeUndefined()
    const wait = (await limit.use(req, 'k')) ?? 60
    vi.useFakeTimers({ now: Date.now() + wait * 1000 + 1000, toFake: ['Date'] })
    expect(await limit.use(req, 'k')).toBeUndefined()
  })
})

describe('a mailbox', () => {
  it.each([
    ['Victim+7@Example.org', 'victim@example.org'],
    ['victim+a+b@example.org', 'victim@example.org'],
    ['o.brien@example.org', 'o.brien@example.org'],
    ['+7@example.org', '+7@example.org'],
  ])('of %s is %s', (email, mailbox) => expect(mailboxOf(email)).toBe(mailbox))

  it('is not filled by one address after the other', async () => {
    for (let i = 0; i < 12; i += 1) {
      const client = `203.0.113.${i}`
      const answer = await post(menteeForm({ email: `victim+${i}@example.org` }), client)
      // Who asks is not told that somebody has asked before.
      expect(answer.status).toBe(303)
    }
    expect(await countMails({ to: { contains: 'victim' } })).toBe(3)
  })
})

describe('an induction day', () => {
  // A minute of sign-ups: how uses are counted on each database, the other tests say.
  it.skipIf(mongoServer)(
    'of 200 doctors behind one address, with mailboxes at one domain, signs up in a morning',
    async () => {
      const client = '198.51.100.1'
      const doctors = Array.from({ length: 200 }, (_, i) =>
        menteeForm({ email: `doctor.${i}@nhs.example.org` }),
      )
      for (let i = 0; i < doctors.length; i += 10) {
        const answers = await Promise.all(
          doctors.slice(i, i + 10).map(async (form) => {
            const slip = await post({ ...form, 'arrival-month': '13', step: 'check' }, client)
            const check = await post({ ...form, step: 'check' }, client)
            const send = await post({ ...form, step: 'send' }, client)
            return [slip.status, check.status, send.status]
          }),
        )
        for (const statuses of answers) expect(statuses).toEqual([422, 200, 303])
      }
      expect(await countMails({ to: { contains: '@nhs.example.org' } })).toBe(200)

      await deliverMails(app.payload)
      const tokens = await sentTokens()
      expect(tokens.length).toBeGreaterThanOrEqual(200)
      for (const token of tokens) {
        const browser = openBrowser(app.rest)
        const opened = await browser('GET', `/sign-up/confirm?token=${token}`, {
          headers: from(client),
        })
        expect(opened.status).toBe(200)
        const confirmed = await browser('POST', '/sign-up/confirm', {
          form: hiddenInputs(opened.text),
          headers: from(client),
        })
        expect(confirmed.status, confirmed.text.slice(0, 300)).toBe(303)
      }
      const { totalDocs } = await app.payload.count({
        collection: 'mentees',
        where: { and: [{ status: { equals: 'waiting' } }, { email: { contains: '@nhs.' } }] },
        overrideAccess: true,
      })
      expect(totalDocs).toBe(200)
    },
    300_000,
  )

  it.each([
    ['to a domain', 'mail to a domain', 500, 'full.example.org', 'name@full.example.org'],
    ['in all', 'mail in all', 1000, '', 'name@other.example.org'],
  ])(
    'has an end %s, from however many clients',
    async (_what, name, uses, key, email) => {
      const req = await app.reqAs('admin')
      const limit = makeLimit({ name, uses, seconds: 3600 })
      for (let i = 0; i < uses; i += 1) await limit.use(req, key)
      const answer = await post({ ...menteeForm({ email }), step: 'send' }, '198.51.100.77')
      expect(answer.status).toBe(429)
      expect(await countMails({ to: { equals: email } })).toBe(0)
      // Back to what it was, for the tests after this.
      for (let i = 0; i < uses; i += 1) await limit.giveBack(req, key)
    },
    240_000,
  )

  it('has an end: who comes after the limit keeps their answers and one button', async () => {
    const req = await app.reqAs('admin')
    const client = '198.51.100.2'
    // As if 400 had sent theirs already.
    const limit = makeLimit({ name: 'mail for a client', uses: 400, seconds: 3600 })
    for (let i = 0; i < 400; i += 1) await limit.use(req, client)
    const form = menteeForm({ name: 'Late Doctor', about: 'I like "quotes" & <b>.' })
    const late = await post({ ...form, step: 'send' }, client)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(late.text).toContain('Send again')
    expect(late.text).toContain('name="name" value="Late Doctor"')
    expect(late.text).not.toContain('<b>.')
    expect(await countMails({ to: { equals: form.email } })).toBe(0)
    // What the page posts again is the whole sign-up.
    const inputs = [...late.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
    const again: Record<string, string[]> = {}
    for (const [, name, value] of inputs) {
      ;(again[name!] ??= []).push(
        value!
          .replaceAll('&quot;', '"')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&amp;', '&'),
      )
    }
    expect((await post(again, '198.51.100.3')).status).toBe(303)
    expect(await countMails({ to: { equals: form.email } })).toBe(1)
    const asJSON = await app.rest('POST', '/sign-up/mentee', {
      form: menteeForm(),
      headers: { 'x-client-address': client, accept: 'application/json' },
    })
    expect(asJSON.status).toBe(429)
    expect(asJSON.json.message).toMatch(/again/)
    // Reading and checking go on.
    expect((await post({ ...menteeForm(), step: 'check' }, client)).status).toBe(200)
  }, 240_000)
})

const sentTokens = async (): Promise<string[]> => {
  const { readdir, readFile } = await import('node:fs/promises')
  const path = await import('node:path')
  const { simpleParser } = await import('mailparser')
  const folder = path.join(app.dataDir, 'mail')
  const tokens = []
  for (const file of await readdir(folder)) {
    const { text, to } = await simpleParser(await readFile(path.join(folder, file)))
    if (![to].flat()[0]?.text.endsWith('@nhs.example.org')) continue
    const token = /\/sign-up\/confirm\/\?token=([\w-]+)/.exec(text ?? '')?.[1]
    if (token) tokens.push(token)
  }
  return tokens
}

describe('logging in', () => {
  const logIn = (email: string, password: string, client: string) =>
    app.rest('POST', '/users/login', {
      body: { email, password },
      headers: { 'x-client-address': client },
    })

  it('fails for a stranger ten times, and goes on for the owner, even from the same address', async () => {
    for (let i = 0; i < 10; i += 1) {
      expect((await logIn('coordinator@example.org', 'wrong', '192.0.2.1')).status).toBe(401)
    }
    expect((await logIn('coordinator@example.org', app.password, '192.0.2.2')).status).toBe(200)
    expect((await logIn('coordinator@example.org', app.password, '192.0.2.1')).status).toBe(200)
  })

  it('stops a stranger after twenty tries, and not the owner elsewhere', async () => {
    const statuses = []
    for (let i = 0; i < 25; i += 1)
      statuses.push((await logIn('comms@example.org', `wrong ${i}`, '192.0.2.3')).status)
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401))
    expect(statuses.slice(20)).toEqual(Array(5).fill(429))
    expect((await logIn('comms@example.org', app.password, '192.0.2.4')).status).toBe(200)
  })

  it('stops a client that tries one account after the other, and nobody elsewhere', async () => {
    const req = await app.reqAs('admin')
    const limit = makeLimit({ name: 'log-ins of a client', uses: 60, seconds: 600 })
    for (let i = 0; i < 60; i += 1) await limit.use(req, '192.0.2.77')
    expect((await logIn('comms@example.org', app.password, '192.0.2.77')).status).toBe(429)
    expect((await logIn('comms@example.org', app.password, '192.0.2.78')).status).toBe(200)
  })

  it('is slowed down for an account that many clients try, but not where its owner has logged in', async () => {
    expect((await logIn('admin@example.org', app.password, '192.0.2.5')).status).toBe(200)
    const req = await app.reqAs('admin')
    const limit = makeLimit({ name: 'log-ins to an account', uses: 100, seconds: 3600 })
    for (let i = 0; i < 101; i += 1) await limit.use(req, 'admin@example.org')
    await vi.waitFor(async () => {
      expect((await logIn('admin@example.org', app.password, '192.0.2.5')).status).toBe(200)
    }, 30_000)
    expect((await logIn('admin@example.org', 'wrong', '192.0.2.6')).status).toBe(429)
  })

  it('answers the same, for the same work, whether an account exists, is deactivated, or not', async () => {
    const gone = {
      email: 'gone@example.org',
      name: 'Gone',
      role: 'comms',
      password: app.password,
    } as const
    const { id } = await app.payload.create({
      collection: 'users',
      data: gone,
      overrideAccess: true,
    })
    await app.payload.update({
      collection: 'users',
      id,
      data: { isDeactivated: true },
      overrideAccess: true,
    })
    const spy = vi.spyOn(crypto, 'pbkdf2')
    const told = []
    for (const [email, password] of [
      ['coordinator@example.org', 'wrong'],
      ['nobody@example.org', 'wrong'],
      ['gone@example.org', 'wrong'],
      ['gone@example.org', app.password],
    ] as const) {
      spy.mockClear()
      const { headers, status, text } = await logIn(email, password, '192.0.2.9')
      const work = spy.mock.calls.map(([, , rounds, length, digest]) => [rounds, length, digest])
      told.push(JSON.stringify({ status, text, work, headers: [...headers].sort() }))
    }
    expect(new Set(told).size, told.join('\n')).toBe(1)
    expect(told[0]).toContain('600000')
  })

  it('counts nothing against whoever logs in often', async () => {
    for (let i = 0; i < 25; i += 1) {
      expect((await logIn('coordinator@example.org', app.password, '192.0.2.10')).status).toBe(200)
    }
  })
})

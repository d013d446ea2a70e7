import { LEAST_TIME } from '@mentoring/kit/least-time'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** Mail to staff about their own accounts: it goes by the outbox, like all mail. */

let app: Installation
let postbox: Postbox
beforeAll(async () => {
  postbox = await openPostbox()
  process.env.SMTP_URL = postbox.url
  app = await boot()
})
afterAll(async () => {
  await app.close()
  await postbox.close()
  delete process.env.SMTP_URL
})
afterEach(() => {
  vi.useRealTimers()
  postbox.setAway(false)
})

const HOUR = 60 * 60 * 1000
const BETTER = 'seven purple tractors humming'

let count = 0
const makeStaff = async () => {
  const email = `staff.${(count += 1)}@example.org`
  const data = { email, name: 'Robin', role: 'comms' as const, password: app.password }
  const { id } = await app.payload.create({ collection: 'users', data, overrideAccess: true })
  const headers = { 'x-client-address': `192.0.2.${count}` }
  const logIn = (password = app.password, address = email) =>
    app.rest('POST', '/users/login', { body: { email: address, password }, headers })
  return { id, email, logIn }
}

let client = 0
const ask = (email: unknown, as: 'body' | 'parts' = 'body') =>
  app.rest('POST', '/users/forgot-password', {
    [as]: { email },
    headers: { 'x-client-address': `198.51.100.${(client += 1)}` },
  })

/** The tokens in the mails that came to an address, the first one first. */
const tokensTo = async (email: string): Promise<string[]> => {
  await deliverMails(app.payload)
  return postbox.messages
    .filter(({ to }) => to === email)
    .map(
      ({ mail }) => /\/(?:admin\/reset\/|new-address\?token=)([\w-]{43})$/m.exec(mail.text!)![1]!,
    )
}

const choose = (token: unknown, password = BETTER) =>
  app.rest('POST', '/users/reset-password', { body: { token, password } })

const mailsTo = async (email: string) =>
  (
    await app.payload.find({
      collection: 'mails',
      where: { to: { equals: email } },
      showHiddenFields: true,
      overrideAccess: true,
    })
  ).docs

const kept = (id: string) =>
  app.payload.db.findOne({ collection: 'users', where: { id: { equals: id } } })

describe('a new password', () => {
  it.each(['body', 'parts'] as const)(
    'is chosen once by a link that nothing on disk holds (asked by %s)',
    async (as) => {
      const staff = await makeStaff()
      expect((await ask(staff.email.toUpperCase(), as)).status).toBe(200)
      const [token] = (await tokensTo(staff.email)) as [string]
      const held = JSON.stringify([await kept(staff.id), await mailsTo(staff.email)])
      expect(held).not.toContain(token)
      // What the account keeps of the link opens nothing.
      const { resetPasswordToken } = (await kept(staff.id)) as { resetPasswordToken?: string }
      expect((await choose(resetPasswordToken)).status).toBe(403)
      expect((await choose(token, 'passwordpassword')).status).toBe(400)
      expect((await choose(token)).status).toBe(200)
      expect((await staff.logIn()).status).toBe(401)
      expect((await staff.logIn(BETTER)).status).toBe(200)
      expect((await choose(token, `${BETTER} again`)).status).toBe(403)
    },
  )

  it('is chosen within a day, by the link that came last', async () => {
    const staff = await makeStaff()
    await ask(staff.email)
    const [first] = (await tokensTo(staff.email)) as [string]
    await ask(staff.email)
    const [, last] = (await tokensTo(staff.email)) as [string, string]
    expect((await choose(first)).status).toBe(403)
    vi.useFakeTimers({ now: Date.now() + 25 * HOUR, toFake: ['Date'] })
    expect((await choose(last)).status).toBe(403)
  })

  it('is asked for without end in vain: three mails an hour, and the last link goes on to work', async () => {
    const staff = await makeStaff()
    for (let i = 0; i < 6; i += 1) {
      expect((await ask(staff.email)).status).toBe(200)
      await deliverMails(app.payload)
    }
    const tokens = await tokensTo(staff.email)
    expect(tokens).toHaveLength(3)
    expect((await choose(tokens.at(-1))).status).toBe(200)
  })

  it('is answered alike, in the same least time, whoever asks for whom', async () => {
    const staff = await makeStaff()
    const gone = await makeStaff()
    await app.payload.update({
      collection: 'users',
      id: gone.id,
      data: { isDeactivated: true },
      overrideAccess: true,
    })
    const told = []
    for (const email of [staff.email, gone.email, 'nobody@example.org', 'no address']) {
      const start = performance.now()
      const { headers, status, text } = await ask(email)
      // Timers may fire up to a millisecond early.
      expect(performance.now() - start, email).toBeGreaterThanOrEqual(LEAST_TIME - 5)
      told.push(JSON.stringify({ status, text, headers: [...headers].sort() }))
    }
    expect(new Set(told).size, told.join('\n')).toBe(1)
    expect(await tokensTo(staff.email)).toHaveLength(1)
    expect(await tokensTo(gone.email)).toEqual([])
    for (const email of [undefined, '', ' ', 7, { equals: staff.email }, [staff.email]]) {
      expect((await ask(email)).status).toBe(400)
    }
  })

  it('can’t be asked for with an end or without a mail of the stranger’s choice', async () => {
    const staff = await makeStaff()
    const body = { email: staff.email, expiration: 1e12, disableEmail: true, token: 'x' }
    await app.rest('POST', '/users/forgot-password', {
      body,
      headers: { 'x-client-address': '203.0.113.200' },
    })
    expect(await tokensTo(staff.email)).toHaveLength(1)
    const { resetPasswordExpiration } = (await kept(staff.id)) as Record<string, string>
    expect(Date.parse(resetPasswordExpiration!)).toBeLessThan(Date.now() + 25 * HOUR)
  })
})

describe('while the mail server is away', () => {
  /** Asked in an outage that lasts so many hours; the tokens that come after it. */
  const outlast = async (hours: number, email: string, work: () => Promise<unknown>) => {
    postbox.setAway(true)
    const start = Date.now()
    await work()
    for (let hour = 0; hour < hours; hour += 1) {
      vi.useFakeTimers({ now: start + hour * HOUR, toFake: ['Date'] })
      await deliverMails(app.payload)
    }
    postbox.setAway(false)
    vi.useFakeTimers({ now: start + (hours + 1) * HOUR, toFake: ['Date'] })
    return tokensTo(email)
  }

  it('a link to a new password waits', async () => {
    const staff = await makeStaff()
    const [token] = await outlast(12, staff.email, () => ask(staff.email))
    expect((await choose(token)).status).toBe(200)
  })

  it('one that would come too late is not sent', async () => {
    const staff = await makeStaff()
    expect(await outlast(30, staff.email, () => ask(staff.email))).toEqual([])
    expect((await mailsTo(staff.email))[0]).toMatchObject({ status: 'cancelled' })
  })

  it('a link to a new address waits for days', async () => {
    const staff = await makeStaff()
    const email = `moved.${count}@example.org`
    const { token } = (await staff.logIn()).json
    const [link] = await outlast(72, email, () =>
      app.rest('PATCH', `/users/${staff.id}`, {
        body: { email, currentPassword: app.password },
        headers: { authorization: `JWT ${token}` },
      }),
    )
    const form = { token: link! }
    expect((await app.rest('POST', '/users/new-address', { form })).status).toBe(200)
    expect((await staff.logIn(app.password, email)).status).toBe(200)
  })
})

describe('a new address', () => {
  const move = async (staff: Awaited<ReturnType<typeof makeStaff>>, body: object) =>
    app.rest('PATCH', `/users/${staff.id}`, {
      body: { currentPassword: app.password, ...body },
      headers: { authorization: `JWT ${(await staff.logIn()).json.token}` },
    })

  it('is not written to when the account could not be saved', async () => {
    const staff = await makeStaff()
    const email = `moved.${count}@example.org`
    expect((await move(staff, { email, name: '' })).status).toBe(400)
    expect(await mailsTo(email)).toEqual([])
  })

  it('that somebody else was given meanwhile is refused with a sentence', async () => {
    const staff = await makeStaff()
    const email = `moved.${count}@example.org`
    await move(staff, { email })
    const [token] = (await tokensTo(email)) as [string]
    const data = { email, name: 'Other', role: 'comms' as const, password: app.password }
    await app.payload.create({ collection: 'users', data, overrideAccess: true })
    const answer = await app.rest('POST', '/users/new-address', { form: { token } })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Another member of staff has this address')
    expect((await staff.logIn()).status).toBe(200)
  })
})

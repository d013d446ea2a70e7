import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

import { simpleParser } from 'mailparser'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { deliverMails } from '../../plugins/outbox/deliver.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { hiddenInputs } from '../helpers/links.ts'
import { stopTheClock } from '../helpers/stop-the-clock.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
afterEach(() => vi.useRealTimers())

let count = 0
/** A member of staff of their own, logged in. */
const makeStaff = async (role: Role = 'comms') => {
  const email = `staff.${(count += 1)}@example.org`
  const data = { email, name: 'Robin', role, password: app.password }
  const { id } = await app.payload.create({ collection: 'users', data, overrideAccess: true })
  const logIn = (address = email, password = app.password) =>
    app.rest('POST', '/users/login', {
      body: { email: address, password },
      headers: { 'x-client-address': `192.0.2.${count}` },
    })
  const { token } = (await logIn()).json
  const headers = { authorization: `JWT ${token}` }
  return {
    id,
    email,
    logIn,
    headers,
    me: async () => (await app.rest('GET', '/users/me', { headers })).json.user,
    patch: (body: object) => app.rest('PATCH', `/users/${id}`, { headers, body }),
  }
}

type Staff = Awaited<ReturnType<typeof makeStaff>>

/** Sends what waits; the links of a kind that came to an address, in the order they came. */
const linksTo = async (email: string, kind = /\/api(\/users\/new-address\?token=[\w-]+)/) => {
  await deliverMails(app.payload)
  const { docs } = await app.payload.find({
    collection: 'mails',
    where: { to: { equals: email } },
    sort: 'createdAt',
    overrideAccess: true,
  })
  const folder = path.join(app.dataDir, 'mail')
  const mails = await Promise.all(
    (await readdir(folder)).map(async (file) =>
      simpleParser(await readFile(path.join(folder, file))),
    ),
  )
  return docs.flatMap(({ id }) => {
    const mail = mails.find(({ messageId }) => messageId?.includes(id))
    const link = kind.exec(mail?.text ?? '')?.[1]
    return link ? [link] : []
  })
}

const BETTER = 'seven purple tractors humming'

describe('one’s own password', () => {
  it('is changed only with the current one', async () => {
    const staff = await makeStaff()
    for (const currentPassword of [undefined, '', 'wrong', BETTER, { a: 1 }]) {
      const answer = await staff.patch({ password: BETTER, currentPassword })
      expect(answer.status).toBe(400)
      // The admin shows this and nothing else of the answer for long.
      expect(answer.json.errors[0].message).toContain('Enter your current password')
    }
    expect((await staff.logIn()).status).toBe(200)
    expect((await staff.patch({ password: BETTER, currentPassword: app.password })).status).toBe(
      200,
    )
    expect((await staff.logIn(staff.email, BETTER)).status).toBe(200)
    expect((await staff.logIn()).status).toBe(401)
    const row = await app.payload.db.findOne({
      collection: 'users',
      where: { id: { equals: staff.id } },
    })
    expect(JSON.stringify(row)).not.toContain(app.password)
  })

  it('is guessed at twenty times at most, also by whoever knows it in the end', async () => {
    stopTheClock()
    const staff = await makeStaff()
    const guess = (currentPassword: string) => staff.patch({ password: BETTER, currentPassword })
    for (let i = 0; i < 20; i += 1) expect((await guess(`wrong ${i}`)).status).toBe(400)
    const late = await guess(app.password)
    expect(late.status).toBe(429)
    expect(late.text).toMatch(/Wait \d+ minutes? and try again/)
    expect((await staff.logIn()).status).toBe(200)
    const other = await makeStaff()
    expect((await other.patch({ password: BETTER, currentPassword: app.password })).status).toBe(
      200,
    )
  }, 240_000)

  it('is not changed by a change of many', async () => {
    const staff = await makeStaff('admin')
    for (const body of [
      { password: BETTER },
      { email: 'x@example.org', currentPassword: app.password },
    ]) {
      const answer = await app.rest('PATCH', `/users?where[id][equals]=${staff.id}`, {
        headers: staff.headers,
        body,
      })
      expect(answer.status).toBe(400)
    }
    expect((await staff.logIn()).status).toBe(200)
  })

  it.each([
    'passwordpassword',
    'qwertyuiop123',
    '123456789012',
    'Password1234!',
    'aaaaaaaaaaaa',
    'P@ssw0rd2026',
    'letmeinletmein',
    'short one',
  ])('is not %s', async (password) => {
    const staff = await makeStaff()
    const answer = await staff.patch({ password, currentPassword: app.password })
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].message).toMatch(/easy to guess|at least 12/)
    const data = { email: `new.${(count += 1)}@example.org`, name: 'N', role: 'comms', password }
    expect((await app.rest('POST', '/users', { as: 'admin', body: data })).status).toBe(400)
  })

  it('may be anything else changed without it', async () => {
    const staff = await makeStaff()
    expect((await staff.patch({ name: 'Robin Two', email: staff.email })).status).toBe(200)
  })
})

describe('a new address', () => {
  it('counts once the link in the email to it is used, and then only once', async () => {
    const staff = await makeStaff()
    const email = `moved.${count}@example.org`
    expect((await staff.patch({ email })).status).toBe(400)
    const answer = await staff.patch({ email, currentPassword: app.password })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json.doc).toMatchObject({ email: staff.email, newEmail: email })
    expect((await staff.logIn(email)).status).toBe(401)
    expect((await staff.me()).email).toBe(staff.email)

    const [link] = (await linksTo(email)) as [string]
    const opened = await app.rest('GET', link)
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'no-store'])
    // In the layout of the site, with its way to ask for help.
    expect(opened.text).toContain('nhsuk-header')
    expect(opened.text).toContain(email)
    expect((await app.rest('HEAD', link)).status).toBe(200)
    expect((await staff.me()).email).toBe(staff.email)
    const confirm = () =>
      app.rest('POST', '/users/new-address', { form: hiddenInputs(opened.text) })
    const confirmed = await confirm()
    expect([confirmed.status, confirmed.text.includes('nhsuk-header')]).toEqual([200, true])
    expect((await staff.logIn(email)).status).toBe(200)
    expect((await staff.logIn()).status).toBe(401)
    expect((await confirm()).status).toBe(404)
    expect((await app.rest('GET', link)).status).toBe(404)
  })

  it('that is too late or made up does not count', async () => {
    const staff = await makeStaff()
    const email = `late.${count}@example.org`
    await staff.patch({ email, currentPassword: app.password })
    const [link] = (await linksTo(email)) as [string]
    vi.useFakeTimers({ now: Date.now() + 8 * 24 * 60 * 60 * 1000, toFake: ['Date'] })
    for (const token of [link.split('token=')[1]!, 'a'.repeat(43), '']) {
      expect((await app.rest('POST', '/users/new-address', { form: { token } })).status).toBe(404)
    }
  })
})

describe('an account in two windows at once', () => {
  it('loses neither a session nor what was saved', async () => {
    for (let i = 0; i < 3; i += 1) {
      const staff = await makeStaff()
      const name = `Robin ${i}`
      const [saved, refreshed, ...logIns] = await Promise.all([
        staff.patch({ name }),
        app.rest('POST', '/users/refresh-token', { headers: staff.headers }),
        staff.logIn(),
        staff.logIn(),
      ])
      const statuses = [saved, refreshed, ...logIns].map(({ status }) => status)
      expect(statuses).toEqual([200, 200, 200, 200])
      const tokens = [refreshed.json.refreshedToken, ...logIns.map(({ json }) => json.token)]
      for (const token of tokens) {
        const headers = { authorization: `JWT ${token}` }
        expect((await app.rest('GET', '/users/me', { headers })).json.user?.name).toBe(name)
      }
    }
  })

  it.each([
    [
      'changed by its owner',
      (staff: Staff) => staff.patch({ password: BETTER, currentPassword: app.password }),
      (staff: Staff) => staff.logIn(staff.email, BETTER),
    ],
    [
      'changed by an administrator, with others',
      (staff: Staff) =>
        app.rest('PATCH', `/users?where[id][in]=${staff.id}`, {
          as: 'admin',
          body: { isDeactivated: true },
        }),
      undefined,
    ],
  ])('is %s for good, also while somebody logs in', async (_what, change, logInAfter) => {
    for (let i = 0; i < 3; i += 1) {
      const staff = await makeStaff()
      const [, changed] = await Promise.all([staff.logIn(), change(staff), staff.logIn()])
      expect(changed.status, changed.text).toBe(200)
      expect((await staff.logIn()).status).toBe(401)
      if (logInAfter) expect((await logInAfter(staff)).status).toBe(200)
    }
  })
})

describe('a session', () => {
  it('ends 12 hours after its log-in, however often it is refreshed', async () => {
    const staff = await makeStaff()
    const start = Date.now()
    let headers = staff.headers
    for (let hours = 1; hours < 12; hours += 1) {
      vi.useFakeTimers({ now: start + hours * 60 * 60 * 1000, toFake: ['Date'] })
      const { json, status } = await app.rest('POST', '/users/refresh-token', { headers })
      expect(status, String(hours)).toBe(200)
      headers = { authorization: `JWT ${json.refreshedToken}` }
    }
    vi.useFakeTimers({ now: start + 12 * 60 * 60 * 1000 + 1000, toFake: ['Date'] })
    expect((await app.rest('GET', '/users/me', { headers })).json.user).toBeNull()
    expect((await app.rest('POST', '/users/refresh-token', { headers })).status).toBe(403)
  })
})

describe('staff who leave', () => {
  it('are deactivated: no session and no log-in is left, and what they decided keeps their name', async () => {
    const staff = await makeStaff('coordinator')
    const run = await app.payload.create({
      collection: 'matching-runs',
      data: {
        mentees: 0,
        mentors: 0,
        places: 0,
        proposed: 0,
        total: 0,
        startedBy: staff.id,
      },
      overrideAccess: true,
    })
    expect((await staff.me()).id).toBe(staff.id)
    expect((await staff.patch({ isDeactivated: true })).status).toBe(400)
    const answer = await app.rest('PATCH', `/users/${staff.id}`, {
      as: 'admin',
      body: { isDeactivated: true },
    })
    expect(answer.status).toBe(200)
    expect(await staff.me()).toBeNull()
    expect((await app.rest('GET', '/mentees', { headers: staff.headers })).status).toBe(403)
    expect((await staff.logIn()).status).toBe(401)
    const { json } = await app.rest('GET', `/matching-runs/${run.id}`, { as: 'admin' })
    expect(json.startedBy).toMatchObject({ name: 'Robin' })
    await app.rest('PATCH', `/users/${staff.id}`, { as: 'admin', body: { isDeactivated: false } })
    // A session of before, perhaps in other hands, stays ended.
    expect(await staff.me()).toBeNull()
    expect((await staff.logIn()).status).toBe(200)
  })

  it('are never deleted', async () => {
    const { id } = await makeStaff()
    expect((await app.rest('DELETE', `/users/${id}`, { as: 'admin' })).status).toBe(403)
    expect(
      (await app.rest('DELETE', `/users?where[id][equals]=${id}`, { as: 'admin' })).json.docs ?? [],
    ).toEqual([])
    await expect(
      app.payload.delete({
        collection: 'users',
        id,
        overrideAccess: false,
        user: (await app.reqAs('admin')).user,
      }),
    ).rejects.toThrow()
  })

  it('are not the last administrator, active ones being counted only', async () => {
    const { docs } = await app.payload.find({
      collection: 'users',
      where: { role: { equals: 'admin' } },
      pagination: false,
      overrideAccess: true,
    })
    const [last, ...others] = docs.sort((a) => (a.email === 'admin@example.org' ? -1 : 1))
    for (const { id } of others) {
      expect(
        (await app.rest('PATCH', `/users/${id}`, { as: 'admin', body: { isDeactivated: true } }))
          .status,
      ).toBe(200)
    }
    for (const body of [{ isDeactivated: true }, { role: 'comms' }]) {
      const answer = await app.rest('PATCH', `/users/${last!.id}`, { as: 'admin', body })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('last administrator')
    }
  })
})

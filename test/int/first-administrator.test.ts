import { inTransaction } from '@mentoring/kit/in-transaction'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { makeFirstAdministratorCode } from '../../collections/first-administrator.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { stopTheClock } from '../helpers/stop-the-clock.ts'

/** The first account of an installation. */

let app: Installation
let code: string
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.payload.db.deleteMany({ collection: 'users', where: {} })
  code = (await makeFirstAdministratorCode(app.payload))!
})

let client = 0
const register = (
  body: object,
  from = `192.0.2.${(client += 1)}`,
  route = '/users/first-register',
) =>
  app.rest('POST', route, {
    body: {
      email: 'first@example.org',
      name: 'Alex',
      password: 'seven lanterns on a quiet canal',
      ...body,
    },
    headers: { 'x-client-address': from },
  })

const staff = async () =>
  (
    await app.payload.find({ collection: 'users', pagination: false, overrideAccess: true })
  ).docs.map(({ email, role }) => [email, role])

describe('the first account', () => {
  it.each([undefined, 'comms', 'coordinator', 'admin'])(
    'is an administrator’s, also when %s is asked for',
    async (role) => {
      const answer = await register({ code, ...(role && { role }) })
      expect(answer.status, answer.text).toBe(200)
      expect(await staff()).toEqual([['first@example.org', 'admin']])
    },
  )

  it('is not made without the code that the server has printed', async () => {
    for (const wrong of [undefined, '', 'AAAA-AAAA-AAAA', code.slice(0, -1), `${code}A`, [code]]) {
      for (const route of ['/users/first-register', '/users']) {
        const { status } = await register({ code: wrong }, undefined, route)
        // A list of the one code is read as it.
        if (!Array.isArray(wrong)) expect(status, `${String(wrong)} ${route}`).toBe(403)
      }
    }
  })

  it('takes the code however it is typed', async () => {
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
    expect((await register({ code: typed })).status).toBe(200)
  })

  it('is not guessed: a client has ten tries', async () => {
    stopTheClock()
    const guess = () => register({ code: 'AAAA-AAAA-AAAA' }, '198.51.100.1')
    for (let i = 0; i < 10; i += 1) expect((await guess()).status).toBe(403)
    expect((await guess()).status).toBe(429)
    expect((await register({ code }, '198.51.100.1')).status).toBe(429)
    expect((await register({ code })).status).toBe(200)
  })

  it('has a good password', async () => {
    expect((await register({ code, password: 'passwordpassword' })).status).toBe(400)
    expect(await staff()).toEqual([])
  })

  it('is one, also when several are made at once or later with the same code', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((i) => register({ code, email: `first.${i}@example.org` })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await staff()).toHaveLength(1)
    for (const route of ['/users/first-register', '/users']) {
      const late = await register({ code, email: 'late@example.org' }, undefined, route)
      expect(late.status, route).toBe(403)
    }
    expect(await staff()).toHaveLength(1)
    expect(await makeFirstAdministratorCode(app.payload)).toBeUndefined()
  })

  it('makes one administrator, also when code makes two at once without asking for the code', async () => {
    const create = async (name: string) => {
      const req = await createLocalReq({}, app.payload)
      return inTransaction(req, () =>
        app.payload.create({
          collection: 'users',
          data: { name, email: `${name}@example.org`, role: 'comms', password: app.password },
          overrideAccess: true,
          req,
        }),
      )
    }
    const both = await Promise.all([create('alex'), create('robin')])
    expect(both.map(({ role }) => role).sort()).toEqual(['admin', 'comms'])
  })
})

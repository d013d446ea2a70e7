import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { makeFirstAdministratorCode } from '../../collections/first-administrator.ts'
import { inTransaction } from '../../plugins/in-transaction.ts'
import { boot, type Installation } from '../helpers/boot.ts'

/** An installation without staff; who may make the first account is in `test/faults/data-folder.test.ts`. */

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())
beforeEach(() => app.payload.db.deleteMany({ collection: 'users', where: {} }))

/** As a request does, which is tried again when another was first. */
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

it('the first user becomes administrator, whatever the form says, and no other', async () => {
  expect((await create('alex')).role).toBe('admin')
  expect((await create('robin')).role).toBe('comms')
})

it('of two who come at the same moment one becomes administrator', async () => {
  const both = await Promise.all([create('alex'), create('robin')])
  expect(both.map(({ role }) => role).sort()).toEqual(['admin', 'comms'])
})

it('nobody becomes the first user without the code that the start prints', async () => {
  const code = await makeFirstAdministratorCode(app.payload)
  const register = (data: object) =>
    app.rest('POST', '/users/first-register', {
      body: { name: 'Alex', email: 'alex@example.org', password: app.password, ...data },
    })
  for (const wrong of [undefined, '', 'AAAA-AAAA-AAAA']) {
    expect((await register({ code: wrong })).status).toBe(403)
  }
  expect((await register({ code })).status).toBe(200)
})

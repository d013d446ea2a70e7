import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { createMentee } from '../helpers/people.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

/** What Payload's form does when somebody opens a record: it notes it, whoever asks. */
const open = async (role: 'comms' | 'coordinator', data: object) => {
  const req = await app.reqAs(role)
  const user = { relationTo: 'users' as const, value: req.user!.id }
  return app.payload.create({
    collection: 'payload-locked-documents',
    data: { user, ...data },
    overrideAccess: true,
    req,
  })
}

/** What Payload's form does by itself: past all rules of the collection. */
const openByForm = async (role: 'comms' | 'coordinator', data: object) => {
  const { user } = await app.reqAs(role)
  return app.payload.db.create({
    collection: 'payload-locked-documents',
    data: { user: { relationTo: 'users', value: user!.id }, ...data },
  })
}

describe.each([
  ['the form', openByForm],
  ['the API', open],
])('by %s', (_door, open) => {
  it('nobody keeps others from a record or settings that they may not read', async () => {
    const { id } = await createMentee(app.payload)
    const mentee = { document: { relationTo: 'mentees', value: id } }
    await expect(open('comms', mentee)).rejects.toThrow()
    await expect(open('comms', { globalSlug: 'matching-settings' })).rejects.toThrow()
    const own = await open('comms', {
      document: { relationTo: 'pages', value: await pagesOf(app).idOf('home') },
    })
    const moved = await app.rest('PATCH', `/payload-locked-documents/${own.id}`, {
      as: 'comms',
      body: mentee,
    })
    expect(moved.status).toBeGreaterThanOrEqual(400)
    const edit = await app.rest('PATCH', `/mentees/${id}`, {
      as: 'coordinator',
      body: { teamName: 'Ward 9' },
    })
    expect(edit.status).toBe(200)
    expect((await open('coordinator', mentee)).id).toBeTruthy()
  })
})

import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { logger } from '../../logger.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentee } from '../helpers/people.ts'

/** Whatever goes wrong, on whichever database: the log says nothing about anybody. */
let app: Installation
let said = ''
beforeAll(async () => {
  app = await boot()
  app.payload.logger = pino(
    { ...logger.options, enabled: true },
    {
      write: (line: string) => void (said += line),
    },
  )
})
afterAll(() => app.close())

const EMAIL = 'amina.secret@example.org'
const NAME = 'Amina Secretperson'

it('when a value is taken, an id or a filter is none, or a query fails', async () => {
  const one = await createMentee(app.payload, { name: NAME, email: EMAIL })
  const other = await createMentee(app.payload)
  const as = { as: 'coordinator' } as const
  const provoke = [
    app.rest('PATCH', `/mentees/${other.id}`, { ...as, body: { email: EMAIL } }),
    app.rest('PATCH', `/mentees/${EMAIL}`, { ...as, body: { name: NAME } }),
    app.rest('GET', `/mentees/${EMAIL}`, as),
    app.rest('DELETE', `/mentees/${encodeURIComponent(NAME)}`, as),
    app.rest('GET', `/mentees?where[email][nonsense]=${EMAIL}`, as),
    app.rest('GET', `/mentees?where[waitingSince][greater_than]=${EMAIL}`, as),
    app.rest('GET', `/mentees?where[${EMAIL}][equals]=1`, as),
    app.rest('GET', `/mentees?sort=${EMAIL}`, as),
    app.rest('PATCH', `/mentees/${one.id}`, {
      ...as,
      body: { keepApartFrom: [EMAIL], arrival: NAME },
    }),
    app.rest('PATCH', `/mentees/${one.id}`, { ...as, body: `{"name": ${NAME}` }),
    app.rest('POST', '/matching/match', { ...as, body: { mentee: EMAIL, mentor: NAME } }),
    app.rest('POST', '/users/login', { body: { email: { EMAIL }, password: NAME } }),
    app.rest('POST', '/users/forgot-password', { body: { email: EMAIL } }),
    // Past all checks, straight at the database.
    app.payload.db
      .create({ collection: 'mentees', data: { ...one, id: undefined, name: NAME, email: EMAIL } })
      .catch((err: Error) => app.payload.logger.error({ err, msg: `failed: ${err.message}` })),
    app.payload.db
      .updateOne({
        collection: 'mentees',
        where: { id: { equals: one.id } },
        data: { arrival: { [EMAIL]: NAME } },
      })
      .catch((err: Error) => app.payload.logger.error(err)),
    app.payload.db
      .find({ collection: 'mentees', where: { [EMAIL]: { equals: NAME } } })
      .catch((err: Error) => app.payload.logger.error({ err, msg: String(err) })),
  ]
  await Promise.allSettled(provoke)
  expect(said.split('\n').length).toBeGreaterThan(3)
  expect(said).not.toMatch(/amina|secret/i)
})

import { inspect } from 'node:util'

import fc from 'fast-check'
import pino from 'pino'
import { describe, expect, it, vi } from 'vitest'

import { cleanForLog, guardConsole, logger, withoutValues } from './logger.ts'

const MESSAGES = [
  'Failed query: insert into "mentees" ("name") values (?)\nparams: Amina,amina@example.org',
  'E11000 duplicate key error collection: mentees index: email_1 dup key: { email: "amina@example.org" }',
  'Cast to ObjectId failed for value "Amina" (type string) at path "_id"',
  'Unexpected token \'A\', "Amina" is not valid JSON',
  'No user amina@example.org',
  'GET /api/mentees?where[email][equals]=amina%40example.org failed',
  "select * from mentees where name = 'Amina'",
  'the name “Amina” is taken',
]

/** What a logger of the server would write. */
const written = (log: (to: pino.Logger) => void): string => {
  let text = ''
  log(pino(logger.options, { write: (line: string) => void (text += line) }))
  return text
}

describe('a log line', () => {
  it.each(MESSAGES)('holds no value of a record in any part: %s', (message) => {
    const cause = Object.assign(new Error(message), {
      params: ['Amina'],
      code: 'amina@example.org',
    })
    const error = new Error(message, { cause: new Error(message, { cause }) })
    const all = [
      written((to) => to.error(message)),
      written((to) => to.error(error)),
      written((to) => to.error(error, message)),
      written((to) => to.error({ err: error, msg: message })),
      written((to) =>
        to.warn({ msg: 'x', deep: { list: [message, error, { [message]: message }] } }),
      ),
      written((to) => to.info('said %s', message)),
      JSON.stringify(withoutValues(error)),
      JSON.stringify(cleanForLog([error, { error }])),
    ]
    for (const line of all) {
      expect(line.length).toBeGreaterThan(5)
      expect(line).not.toMatch(/amina/i)
    }
  })

  it('holds no phone number', () =>
    expect(written((to) => to.error('no +44 7700 900 123 here'))).not.toContain('7700'))

  it('still says what happened, to which record, and where', () => {
    const logged = withoutValues(new Error('Failed query: select 1\nparams: x'))
    expect(logged.message).toBe('Failed query: select 1')
    expect(logged.stack).toContain('logger.test.ts')
    const id = '0d8dbc88-bfac-43cf-8de5-0267a0f4ffab'
    const line = written((to) => to.error({ msg: 'A match could not be followed', match: id }))
    expect(line).toContain('A match could not be followed')
    expect(line).toContain(id)
    expect(written((to) => to.error('SQLITE_FULL: disk is full'))).toContain('disk is full')
  })

  it.each(['uuid', 'objectid', 'time'])('says which record whatever its digits: %s', (kind) => {
    // Ids that are all digits look like phone numbers most.
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 24 })
    const ids = {
      uuid: fc.uuid(),
      objectid: digits.map((text) => text.slice(0, 24)),
      time: fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') })
        .map((at) => at.toISOString()),
    }[kind]!
    fc.assert(
      fc.property(ids, (id) => {
        expect(written((to) => to.warn({ msg: 'An email may go out twice', mail: id }))).toContain(
          id,
        )
        expect(written((to) => to.warn(`mail ${id}, match ${id}: failed`))).toContain(
          `match ${id}:`,
        )
      }),
      { examples: kind === 'uuid' ? [['f97aa1f6-d7db-4065-8096-c9ca8c57fb80']] : [] },
    )
  })

  it('holds no value that has one of our ids in it', () => {
    const id = '11111111-1111-4111-8111-111111111111'
    for (const text of [`"${id}x"`, `‘’${id}@example.org`, `${id}%40example.org`]) {
      expect(written((to) => to.error(`no ${text} here`))).not.toMatch(/1111@|1111%40|1111x/)
    }
  })

  it('says nothing of what was thrown and is no error: it may be a record', () => {
    const record = { name: 'Amina Yusuf', notes: ['Amina'] }
    for (const thrown of [record, [record], new Map([['Amina', 1]]), Object.create(record)]) {
      const line = written((to) => to.error({ msg: 'It failed', err: thrown, error: thrown }))
      expect(line).toContain('It failed')
      expect(line).not.toMatch(/amina/i)
      const write = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const before = console.error
      guardConsole()
      console.error('uncaughtException:', thrown)
      expect(inspect(write.mock.calls, { depth: 9 })).toContain('uncaughtException')
      expect(inspect(write.mock.calls, { depth: 9 })).not.toMatch(/amina/i)
      console.error = before
      vi.restoreAllMocks()
    }
  })

  it('is the same when a package writes to the console', () => {
    const write = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const before = console.error
    guardConsole()
    console.error(`⨯ ${MESSAGES[0]}`, new Error(MESSAGES[1]))
    expect(JSON.stringify(write.mock.calls)).not.toMatch(/amina/i)
    console.error = before
    vi.restoreAllMocks()
  })
})

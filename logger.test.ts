import { describe, expect, it } from 'vitest'

import { withoutValues } from './logger.ts'

describe('a logged error', () => {
  it.each([
    'Failed query: insert into "mentees" ("name") values (?)\nparams: Amina,amina@example.org',
    'E11000 duplicate key error collection: mentees index: email_1 dup key: { email: "amina@example.org" }',
  ])('holds no value of a record: %s', (message) => {
    const logged = withoutValues(Object.assign(new Error(message), { params: ['Amina'] }))
    expect(JSON.stringify(logged)).not.toMatch(/amina/i)
  })

  it('still says what happened and where', () => {
    const logged = withoutValues(new Error('Failed query: select 1\nparams: x'))
    expect(logged.message).toBe('Failed query: select 1')
    expect(logged.stack).toContain('logger.test.ts')
  })
})

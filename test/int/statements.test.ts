import { afterAll, expect, beforeAll, it } from 'vitest'

import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor, menteeForm } from '../helpers/people.ts'
import { publicationsOf } from '../helpers/publications.ts'
import { statementsOf } from '../helpers/statements.ts'

/**
 * What is done many times asks the database for little. The numbers are those of today, and may only get
 * smaller: `npm run bench:statements` lists what they are made of.
 */

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
  // As it is when people sign up: the site is up, and says what it asks.
  await publicationsOf(app).publish()
})
afterAll(() => app.close())

const most = {
  sqlite: { introduction: 34, signUp: 27 },
  mongoose: { introduction: 30, signUp: 20 },
}
const bounds = () => most[app.payload.db.name as keyof typeof most]

const ofThese = (statements: { text: string }[], kind: string) =>
  statements.filter(({ text }) => text === kind).length

it('an introduction asks for no more than this, in one transaction', async () => {
  for (let n = 0; n < 2; n += 1) {
    await createMentor(app.payload)
    await createMentee(app.payload)
  }
  await app.act('run', {})
  for (const { id } of await app.matches('proposed')) {
    const { result, statements } = await statementsOf(app.payload, () =>
      app.act('confirm', { matches: [id] }),
    )
    expect(result.status).toBe(200)
    expect(statements.length, list(statements)).toBeLessThanOrEqual(bounds().introduction)
    if (app.payload.db.name === 'sqlite') expect(ofThese(statements, 'COMMIT')).toBe(1)
  }
})

it('a sign-up asks for no more than this, in two transactions', async () => {
  const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
  const { result, statements } = await statementsOf(app.payload, () =>
    app.rest('POST', '/sign-up/mentee', { body: { ...form, arrival: '2024-08' } }),
  )
  expect(result.status).toBe(202)
  // Seldom one more, which takes old counts away.
  expect(statements.length, list(statements)).toBeLessThanOrEqual(bounds().signUp + 1)
  if (app.payload.db.name === 'sqlite') expect(ofThese(statements, 'COMMIT')).toBe(2)
})

const list = (statements: { text: string }[]) => statements.map(({ text }) => text).join('\n')

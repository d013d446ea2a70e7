import type * as Timers from 'node:timers/promises'

import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { LEAST_TIME } from '@mentoring/kit/least-time'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentor, menteeForm } from '../helpers/people.ts'

/** The deliberate pause, and no other, lasts until it is let go. */
const { pause } = vi.hoisted(() => {
  const pause = { begun: 0, letGo: () => {}, gate: Promise.resolve() }
  pause.gate = new Promise<void>((resolve) => (pause.letGo = resolve))
  return { pause }
})
vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof Timers>()
  const setTimeout = (milliseconds: number, ...rest: unknown[]) => {
    if (milliseconds !== LEAST_TIME) {
      return (timers.setTimeout as (...all: unknown[]) => Promise<unknown>)(milliseconds, ...rest)
    }
    pause.begun += 1
    return pause.gate
  }
  return { ...timers, setTimeout, default: { ...timers, setTimeout } }
})

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

it('the least time of an answer is waited for outside every transaction and lock', async () => {
  let isAnswered = false
  const answers = Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const answer = await app.rest('POST', '/sign-up/mentee', {
        form: menteeForm({ email: `patient.${n}@example.org` }),
      })
      isAnswered = true
      return answer
    }),
  )
  const where = { email: { contains: 'patient' } }
  const kept = () => app.payload.count({ collection: 'mentees', where, overrideAccess: true })
  // All of them are kept, and whoever else writes is served, while nobody has an answer yet.
  await vi.waitFor(async () => expect((await kept()).totalDocs).toBe(20), { timeout: 60_000 })
  await vi.waitFor(() => expect(app.payload.db.sessions).toEqual({}), { timeout: 10_000 })
  await createMentor(app.payload)
  expect(pause.begun).toBe(20)
  expect(isAnswered).toBe(false)
  pause.letGo()
  for (const { status } of await answers) expect(status).toBe(303)
}, 120_000)

import path from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { menteeForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { signUp } from '../helpers/sign-up.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** The machine's clock is half a year ahead, then it is set back while the server runs. */

const HALF_A_YEAR = 182 * 24 * 60 * 60 * 1000

let postbox: Postbox
let server: RunningServer
beforeAll(async () => {
  postbox = await openPostbox()
  const preload = pathToFileURL(path.resolve('test/helpers/wrong-clock.js'))
  server = await startServer({
    SMTP_URL: postbox.url,
    NODE_OPTIONS: `--import ${preload}`,
    CLOCK_AHEAD: String(HALF_A_YEAR),
  })
})
afterAll(async () => {
  await server?.stop()
  await postbox?.close()
})

describe('a clock that was ahead and is set back', () => {
  it('holds up neither mail nor the following of matches, without a restart', async () => {
    await signUp(server, postbox, 'mentor', { email: 'mentor@example.org' })
    // Refused once: what tries it again was planned by the wrong clock.
    postbox.refuse(1)
    const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
    await fetch(`${server.url}/api/sign-up/mentee`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...form, arrival: '2024-08', email: 'early@example.org' }),
    })
    await expect
      .poll(async () => (await mailsTo('early@example.org'))[0]?.attempts, { timeout: 20_000 })
      .toBe(1)
    const [mail] = await mailsTo('early@example.org')
    expect(Date.parse(mail!.createdAt) - Date.now()).toBeGreaterThan(HALF_A_YEAR / 2)

    process.kill(server.pid(), 'SIGUSR2')
    await signUp(server, postbox, 'mentee', { email: 'now@example.org' })
    await postbox.wait('early@example.org', /Confirm/, 45_000)
    await expect
      .poll(health, { timeout: 80_000 })
      .toMatchObject({ status: 'ok', matchesFollowed: true })
  }, 180_000)
})

const mailsTo = async (to: string): Promise<{ attempts: number; createdAt: string }[]> =>
  (await server.api('coordinator', 'GET', `/mails?where[to][equals]=${to}`)).docs

const health = async () => (await fetch(`${server.url}/healthz`)).json()

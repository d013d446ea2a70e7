import path from 'node:path'

import { createClient } from '@libsql/client'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { menteeForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { openPostbox, type Postbox } from '../helpers/smtp.ts'

/** The server is killed again and again while people sign up. */

const KILLS = 15

let postbox: Postbox
let server: RunningServer
beforeAll(async () => {
  postbox = await openPostbox()
  server = await startServer({ SMTP_URL: postbox.url })
})
afterAll(async () => {
  await server?.stop()
  await postbox?.close()
})

const signUp = (email: string): Promise<number | undefined> => {
  const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
  return fetch(`${server.url}/api/sign-up/mentee`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...form, arrival: '2024-08', email }),
  }).then(
    ({ status }) => status,
    () => undefined,
  )
}

it('keeps everything it has said yes to, and leaves no job behind', async () => {
  const promised: string[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const waves = [0, 1, 2].map(async (each) => {
      const email = `kill.${kill}.${each}@example.org`
      if ((await signUp(email)) === 202) promised.push(email)
    })
    await new Promise((resolve) => setTimeout(resolve, 200 + 150 * (kill % 8)))
    await server.kill()
    await Promise.all(waves)
    await server.restart()
  }
  const { docs } = await server.api('coordinator', 'GET', '/mentees?limit=0&depth=0')
  const kept = new Set((docs as { email: string }[]).map(({ email }) => email))
  expect(promised.filter((email) => !kept.has(email))).toEqual([])
  for (const email of kept) await postbox.wait(email, /Confirm/, 60_000)

  const client = createClient({ url: `file:${path.join(server.dataDir, 'mentoring.db')}` })
  const count = async () =>
    Number((await client.execute('SELECT count(*) FROM payload_jobs')).rows[0]![0])
  await expect.poll(count, { timeout: 60_000 }).toBe(0)
  client.close()
}, 900_000)

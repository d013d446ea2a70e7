import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { menteeForm } from '../helpers/people.ts'
import { type RunningServer, startServer } from '../helpers/server.ts'
import { openPostbox, type Postbox, type Stage } from '../helpers/smtp.ts'

/** The server is told to stop while the mail server has a message in its hands. */

let postbox: Postbox
let server: RunningServer
let meet: (stage: Stage) => Promise<void> = async () => {}
beforeAll(async () => {
  postbox = await openPostbox({ before: (stage) => meet(stage) })
  server = await startServer({ SMTP_URL: postbox.url })
})
afterAll(async () => {
  meet = async () => {}
  postbox?.disconnect()
  await server?.stop()
  await postbox?.close()
})

/** Signs somebody up; resolves when the mail server is asked to take their message, and does not answer. */
const signUpSlowly = async (email: string): Promise<{ answer: () => void }> => {
  let answer!: () => void
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const asked = new Promise<void>((resolve) => {
    meet = async (stage) => {
      if (stage !== 'addressed') return
      resolve()
      await answered
    }
  })
  const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
  const { status } = await fetch(`${server.url}/api/sign-up/mentee`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...form, arrival: '2024-08', email }),
  })
  expect(status).toBe(202)
  await asked
  return { answer }
}

/** Resolves when the server takes no more connections: it has begun to stop. */
const untilStopping = () =>
  expect
    .poll(
      async () => {
        const socket = connect(Number(new URL(server.url).port), 'localhost')
        const [what] = await Promise.race([
          once(socket, 'connect').then(() => ['open']),
          once(socket, 'error').then(() => ['closed']),
        ]).catch(() => ['closed'])
        socket.destroy()
        return what
      },
      { timeout: 5000, interval: 50 },
    )
    .toBe('closed')

const restart = async () => {
  meet = async () => {}
  postbox.disconnect()
  await server.restart()
}

const copies = (email: string) => postbox.messages.filter(({ to }) => to === email).length

const rowOf = async (email: string): Promise<{ status: string; mayHaveGoneTwice: boolean }> =>
  (await server.api('coordinator', 'GET', `/mails?where[to][equals]=${email}`)).docs[0]

describe('a stop, while a message is with a slow mail server,', () => {
  it('waits for the answer: the message is sent, once', async () => {
    const email = 'slow@example.org'
    const { answer } = await signUpSlowly(email)
    const ended = server.end('SIGTERM')
    await untilStopping()
    answer()
    expect(await ended).toBe(0)
    expect(copies(email)).toBe(1)
    await restart()
    expect(await rowOf(email)).toMatchObject({ status: 'sent', mayHaveGoneTwice: false })
    // The outbox has been looked at since: the next message has gone.
    await signUpSlowly('next@example.org').then(({ answer: now }) => now())
    await postbox.wait('next@example.org')
    expect(copies(email)).toBe(1)
  }, 60_000)

  it('that never answers, sets the message back: the next start sends it at once', async () => {
    const email = 'never@example.org'
    await signUpSlowly(email)
    expect(await server.end('SIGTERM')).toBe(0)
    await restart()
    await postbox.wait(email)
    await expect
      .poll(() => rowOf(email), { timeout: 10_000 })
      .toMatchObject({ status: 'sent', mayHaveGoneTwice: true })
  }, 90_000)

  it('ends at once by a second signal: the next start sends the message all the same', async () => {
    const email = 'hurry@example.org'
    await signUpSlowly(email)
    const ended = server.end('SIGTERM')
    await untilStopping()
    // A second signal within a second counts as the first, passed on by a terminal.
    await sleep(1500)
    process.kill(server.pid(), 'SIGTERM')
    expect(await ended).toBe(1)
    await restart()
    await postbox.wait(email)
  }, 90_000)
})

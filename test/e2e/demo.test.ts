import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tsx } from '../../scripts/run.ts'
import { freePort } from '../helpers/server.ts'

/** `npm run demo` itself, twice on one folder, with a password that is short, as people's are. */

const PASSWORD = 'demo'
let dataDir: string
let url: string
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'mentoring-demo-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 5 }))

/** Runs the demo until it says that it is ready, then `visit`, then stops it. */
const withDemo = async (visit: () => Promise<void>): Promise<string> => {
  const port = await freePort()
  url = `http://localhost:${port}`
  const [program, ...args] = tsx('scripts/demo.ts')
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    SERVER_URL: '',
    SMTP_URL: '',
    PAYLOAD_SECRET: '',
    DEMO_PASSWORD: PASSWORD,
    // Tests ask no other website for anything.
    CHECK_LINKS: 'off',
  }
  const demo = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [demo.stdout, demo.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  }
  try {
    await expect
      .poll(() => said.includes('The demo is ready') || demo.exitCode !== null, {
        timeout: 100_000,
      })
      .toBe(true)
    expect(said).toContain('The demo is ready')
    await visit()
  } finally {
    demo.kill('SIGTERM')
    if (demo.exitCode === null) await once(demo, 'close')
  }
  return said
}

const count = async (role: string, collection: string): Promise<number> => {
  const headers = { 'content-type': 'application/json' }
  const log = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: `${role}@example.org`, password: PASSWORD }),
  })
  const { token } = (await log.json()) as { token: string }
  const answer = await fetch(`${url}/api/${collection}/count`, {
    headers: { authorization: `JWT ${token}` },
  })
  return ((await answer.json()) as { totalDocs: number }).totalDocs
}

const look = async () => {
  expect(await (await fetch(`${url}/resources/`)).text()).toContain('https://')
  expect(await count('coordinator', 'mentors')).toBe(60)
  expect(await count('coordinator', 'mentees')).toBe(45)
  expect(await count('coordinator', 'matches')).toBeGreaterThan(5)
  expect(await count('admin', 'users')).toBe(3)
  expect(await count('comms', 'resource-links')).toBe(6)
}

describe('the demo', () => {
  it('starts with staff, people, matches and resources, and says where and how to log in', async () => {
    const said = await withDemo(look)
    for (const words of [url, `${url}/admin`, 'coordinator@example.org', PASSWORD]) {
      expect(said).toContain(words)
    }
  })

  it('starts again with the same data', async () => {
    await withDemo(look)
  })
})

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { menteeForm } from '../helpers/people.ts'
import {
  codeIn,
  freePort,
  type RunningServer,
  spawnServer,
  startServer,
  untilEnd,
} from '../helpers/server.ts'

/** One data folder, one server, one database: who else wants it is told so. */

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.stop())

/** Starts a server that is expected to end by itself. */
const tryToStart = async (env: Record<string, string>) =>
  untilEnd(spawnServer(await freePort(), { PAYLOAD_SECRET: 'another', ...env }))

describe('a second server', () => {
  it('on the same data folder is refused and told who has it, by any path and at once', async () => {
    const alias = path.join(await mkdtemp(path.join(tmpdir(), 'mentoring-alias-')), 'data')
    await symlink(server.dataDir, alias)
    const others: Record<string, string>[] = [
      { DATA_DIR: server.dataDir },
      { DATA_DIR: alias },
      // The same database from a folder of its own.
      {
        DATA_DIR: path.join(path.dirname(alias), 'own'),
        DATABASE_URL: `file:${path.join(server.dataDir, 'mentoring.db')}`,
      },
    ]
    for (const env of others) {
      const { code, said } = await tryToStart(env)
      expect(code).toBe(1)
      expect(said).toMatch(new RegExp(`in use by process ${server.pid()}, since \\d+ [A-Z]`))
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await rm(path.dirname(alias), { recursive: true })
  })

  it('may start at once when the first was killed', async () => {
    await server.kill()
    await server.restart()
    expect(server.log()).not.toContain('is in use by')
  })
})

describe('another program that holds the write lock for seconds', () => {
  it('makes nobody’s request fail', async () => {
    const client = createClient({ url: `file:${path.join(server.dataDir, 'mentoring.db')}` })
    // Whenever the server, which has just been started, writes nothing itself.
    const theirs = await vi.waitFor(() => client.transaction('write'), { timeout: 20_000 })
    const signUps = [1, 2, 3].map((number) =>
      fetch(`${server.url}/api/sign-up/mentee`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...jsonForm(), email: `patient.${number}@example.org` }),
      }),
    )
    const login = server.api('admin', 'POST', '/users/login', {
      email: 'coordinator@example.org',
      password: server.password,
    })
    await new Promise((resolve) => setTimeout(resolve, 6000))
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await theirs.rollback()
    client.close()
    expect((await Promise.all(signUps)).map(({ status }) => status)).toEqual([202, 202, 202])
    expect((await login).token).toBeTruthy()
    const { totalDocs } = await server.api('coordinator', 'GET', '/mentees')
    expect(totalDocs).toBe(3)
  }, 40_000)
})

const jsonForm = () => {
  const { 'arrival-month': _month, 'arrival-year': _year, ...form } = menteeForm()
  return { ...form, arrival: '2024-08' }
}

describe('a data folder that has lost its database', () => {
  it.each(['missing', 'empty'])('does not start as new: %s', async (how) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mentoring-lost-'))
    await mkdir(path.join(folder, 'media'))
    await writeFile(path.join(folder, 'installation.json'), '{}')
    if (how === 'empty') await writeFile(path.join(folder, 'mentoring.db'), '')
    const { code, said } = await tryToStart({ DATA_DIR: folder })
    expect(code).toBe(1)
    expect(said).toContain('mentoring.db is missing or empty')
    expect(said).toContain('from a backup')
    expect(said).toContain('remove installation.json from the folder')
    expect(said).not.toMatch(/^\s+at /m)
    await rm(folder, { recursive: true })
  })

  it('is what the first start makes it, and the server knows it afterwards', async () => {
    await server.end('SIGTERM')
    await rm(path.join(server.dataDir, 'mentoring.db'))
    const { code, said } = await tryToStart({ DATA_DIR: server.dataDir })
    expect(code).toBe(1)
    expect(said).toContain('installation.json and site')
  })
})

describe('the first administrator', () => {
  it('needs the code that the start has printed, and is the only one', async () => {
    await rm(server.dataDir, { recursive: true })
    const before = server.log().length
    await server.restart()
    const code = codeIn(server.log().slice(before))
    expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/)
    const register = (data: object, address = '/users/first-register') =>
      fetch(`${server.url}/api${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          email: 'first@example.org',
          name: 'First',
          role: 'comms',
          password: server.password,
          ...data,
        }),
      })
    for (const wrong of [undefined, '', 'AAAA-AAAA-AAAA', `${code}A`, ['AAAA'], { a: 1 }]) {
      expect((await register({ code: wrong })).status).toBe(403)
    }
    expect((await register({ code }, '/users')).status).toBe(403)
    const right = await register({ code: code!.toLowerCase() })
    expect(right.status).toBe(200)
    expect((await right.json()).user).toMatchObject({ role: 'admin', email: 'first@example.org' })
    expect((await register({ code, email: 'second@example.org' })).status).toBe(403)
    await server.end('SIGTERM')
    const secondStart = server.log().length
    await server.restart()
    expect(codeIn(server.log().slice(secondStart))).toBeUndefined()
    expect(server.log().split(code!)).toHaveLength(2)
  }, 90_000)
})

import { once } from 'node:events'
import { chmod, lstat, readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type RunningServer, startServer } from '../helpers/server.ts'

/** What strangers do to the doors of the real server. */
let server: RunningServer
const umask = process.umask(0o022)
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => {
  process.umask(umask)
  return server?.stop()
})

const portOf = ({ url }: RunningServer): number => Number(new URL(url).port)

/** Says something to the server by hand; resolves with what it has said when it hangs up. */
const say = async (head: string): Promise<string> => {
  const socket = connect(portOf(server), 'localhost')
  let answer = ''
  socket.setEncoding('latin1').on('data', (text) => (answer += text))
  socket.on('error', () => undefined)
  socket.write(head)
  await once(socket, 'close')
  return answer
}

/** Everything in the data folder that others than its user can open. */
const open = async (place: string): Promise<string[]> => {
  const status = await lstat(place)
  if (status.isSymbolicLink()) return []
  const inside = status.isDirectory() ? await readdir(place) : []
  const found = await Promise.all(inside.map((name) => open(path.join(place, name))))
  return [...((status.mode & 0o077) === 0 ? [] : [place]), ...found.flat()]
}

describe('the data folder', () => {
  it('is for its own user only, and becomes so again at the next start', async () => {
    expect((await readdir(server.dataDir)).length).toBeGreaterThan(1)
    expect(await open(server.dataDir)).toEqual([])
    await server.kill()
    await chmod(path.join(server.dataDir, 'mentoring.db'), 0o644)
    await chmod(path.join(server.dataDir, 'site'), 0o755)
    await server.restart()
    expect(await open(server.dataDir)).toEqual([])
  })
})

describe('the real server', () => {
  it('keeps nothing about people in caches', async () => {
    const { token } = await server.api('admin', 'POST', '/users/login', {
      email: 'coordinator@example.org',
      password: server.password,
    })
    const headers = { authorization: `JWT ${token}` }
    for (const route of [
      '/mentees',
      '/users/me',
      '/mails',
      '/globals/matching-settings',
      '/none',
    ]) {
      const answer = await fetch(`${server.url}/api${route}`, { headers })
      expect(answer.headers.get('cache-control'), route).toContain('no-store')
    }
    for (const route of ['/admin', '/my/', '/sign-up/confirm/']) {
      const answer = await fetch(`${server.url}${route}`)
      expect(answer.headers.get('cache-control'), route).toContain('no-store')
    }
  })

  it('does not read what is too large', async () => {
    const body = JSON.stringify({ email: 'a@example.org', password: 'x'.repeat(5_000_000) })
    const answer = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => undefined)
    // Some clients only see that the server hung up.
    if (answer) expect(answer.status).toBe(413)
    expect(
      await say(
        'POST /api/users/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 150000000\r\n\r\n{',
      ),
    ).toMatch(/^HTTP\/1.1 413/)
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    expect(
      await say(
        `POST /api/users/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk}${chunk}`,
      ),
    ).toMatch(/^HTTP\/1.1 413/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it('hangs up on slow bodies and heads', async () => {
    const began = Date.now()
    const [body, head] = await Promise.all([
      say(
        'POST /api/users/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      ),
      say('GET / HTTP/1.1\r\nhost:'),
    ])
    expect(body).toMatch(/^HTTP\/1.1 408/)
    expect(head).toMatch(/^(HTTP\/1.1 408|$)/)
    expect(Date.now() - began).toBeLessThan(30_000)
  })

  it.each(['/_next/webpack-hmr', '/admin', '/'])('closes an upgrade of %s', async (place) => {
    const answer = await say(
      `GET ${place} HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x3JJHMbDL1EzLkh9GBhXDw==\r\nsec-websocket-version: 13\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 426/)
  })

  it.each(['login', 'logout', 'logout-inactivity', 'unauthorized', 'create-first-user'])(
    'sends nobody elsewhere from /admin/%s',
    async (page) => {
      const query = `redirect=${encodeURIComponent('/admin/../..//evil.example')}`
      const answer = await fetch(`${server.url}/admin/${page}?${query}`, { redirect: 'manual' })
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`/admin/${page}`)
    },
  )

  it('goes on to a page of the admin', async () => {
    const answer = await fetch(`${server.url}/admin/login?redirect=%2Fadmin%2Fmatching`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('matching')
  })

  it('takes a picture of staff', async () => {
    const { token } = await server.api('admin', 'POST', '/users/login', {
      email: 'comms@example.org',
      password: server.password,
    })
    const { pictureFile } = await import('../helpers/pictures.ts')
    const { data, mimetype, name } = await pictureFile()
    const form = new FormData()
    form.append('_payload', JSON.stringify({ alt: 'A' }))
    form.append('file', new Blob([new Uint8Array(data)], { type: mimetype }), name)
    const answer = await fetch(`${server.url}/api/media`, {
      method: 'POST',
      headers: { authorization: `JWT ${token}` },
      body: form,
    })
    expect(answer.status).toBe(201)
    expect(await open(server.dataDir)).toEqual([])
  })
})

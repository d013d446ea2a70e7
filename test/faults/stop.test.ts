import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type RunningServer, spawnServer, startServer, untilEnd } from '../helpers/server.ts'

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.stop())

const portOf = ({ url }: RunningServer): number => Number(new URL(url).port)

describe('a second server', () => {
  it('on the same port ends at once with a sentence, and has touched no data', async () => {
    const dataDir = path.join(server.dataDir, 'of-the-second')
    const began = Date.now()
    const second = spawnServer(portOf(server), { DATA_DIR: dataDir, PAYLOAD_SECRET: 'another' })
    const { code, said } = await untilEnd(second)
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`^Port ${portOf(server)} is in use: .*set PORT`, 'm'))
    expect(said).not.toMatch(/^\s+at /m)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(await readdir(server.dataDir)).not.toContain('of-the-second')
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('a server that is told to stop', () => {
  it('answers the request it has begun, and ends with 0', async () => {
    // The body comes in two halves; the signal between them.
    const body = JSON.stringify({ email: 'admin@example.org', password: server.password })
    const socket = connect(portOf(server), 'localhost')
    socket.setEncoding('utf8')
    let answer = ''
    socket.on('data', (text: string) => (answer += text))
    socket.write(
      `POST /api/users/login HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const ended = server.end('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    socket.write(body.slice(10))
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1.1 200/)
    expect(answer).toContain('"token"')
    expect(await ended).toBe(0)
    await server.restart()
  })

  it('answers its health with 503 meanwhile', async () => {
    const socket = connect(portOf(server), 'localhost')
    socket.setEncoding('utf8')
    let answer = ''
    socket.on('data', (text: string) => (answer += text))
    // Two requests on one connection: what the first waits for keeps the connection open.
    socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n')
    await new Promise((resolve) => setTimeout(resolve, 300))
    const ended = server.end('SIGTERM')
    await new Promise((resolve) => setTimeout(resolve, 300))
    socket.write('\r\n')
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1.1 503/)
    expect(await ended).toBe(0)
  })
})

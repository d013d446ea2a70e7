import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { type AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { closeUpgrades, SERVER_OPTIONS, withBounds } from './bodies.ts'

let server: Server
let read: number
let port: number
beforeEach(async () => {
  read = 0
  server = createServer(
    SERVER_OPTIONS,
    withBounds(async (request, response) => {
      try {
        for await (const chunk of request) read += (chunk as Buffer).length
        response.end(`${read}`)
      } catch {
        if (!response.headersSent) response.writeHead(500).end()
      }
    }),
  )
  closeUpgrades(server)
  server.listen(0)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  vi.useRealTimers()
  server.closeAllConnections()
  server.close()
})

const cookie = 'a=b; payload-token=x'

/** Posts by hand; resolves with all that came back when the connection is over. */
const send = (path: string, size: number, { chunked = false, head = '' } = {}) =>
  new Promise<{ answer: string; sent: number }>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    let sent = 0
    socket.setEncoding('latin1').on('data', (text) => {
      answer += text
      if (/^HTTP\/1.1 200[^]*\r\n\r\n./.test(answer)) socket.destroy()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ answer, sent }))
    socket.on('connect', async () => {
      const length = chunked ? 'transfer-encoding: chunked' : `content-length: ${size}`
      socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\n${length}\r\n${head}\r\n`)
      const piece = Buffer.alloc(16 * 1024, 'x')
      while (sent < size && !socket.destroyed && socket.writable) {
        const part = piece.subarray(0, size - sent)
        if (chunked) socket.write(`${part.length.toString(16)}\r\n`)
        const hasRoom = socket.write(part)
        if (chunked) socket.write('\r\n')
        sent += part.length
        if (!hasRoom)
          await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined)
      }
      if (chunked && socket.writable) socket.write('0\r\n\r\n')
    })
  })

const KB = 1024
const MB = 1024 * KB

describe.each([false, true])('what is sent (in pieces of unstated size: %s)', (chunked) => {
  it.each([
    ['/api/users/login', '', 64 * KB],
    ['/api/sign-up/mentee', '', 64 * KB],
    ['/my/details/', '', 64 * KB],
    ['/my/details/', cookie, 64 * KB],
    ['/api/media', '', 64 * KB],
    ['/api/mentees', cookie, MB],
    ['/admin/collections/mentees', cookie, MB],
    ['/api/mediabc', cookie, MB],
    ['/api/media/1?depth=0', cookie, 20 * MB],
  ])('to %s with cookies "%s" is bounded', async (path, cookies, limit) => {
    const head = cookies && `cookie: ${cookies}\r\n`
    const fits = await send(path, limit, { chunked, head })
    expect(fits.answer).toMatch(new RegExp(`^HTTP/1.1 200[^]*${limit}`))
    read = 0
    const { answer, sent } = await send(path, limit + 5 * MB, { chunked, head })
    expect(answer).toMatch(/^HTTP\/1.1 413/)
    expect(answer).toContain('too large')
    expect(read).toBeLessThanOrEqual(limit + 64 * KB)
    expect(sent).toBeLessThan(limit + 5 * MB + 1)
  })
})

it('what says that it is too large is refused before any of it has come', async () => {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.setEncoding('latin1').on('data', (text) => (answer += text))
  socket.write('POST /api/users/login HTTP/1.1\r\nhost: x\r\ncontent-length: 150000000\r\n\r\n')
  await vi.waitFor(() => expect(answer).toMatch(/^HTTP\/1.1 413/), 10_000)
  socket.destroy()
})

it('who sends all of it before looking for an answer still gets one', async () => {
  const socket = connect(port, '127.0.0.1').pause()
  const over = once(socket, 'close')
  let answer = ''
  socket.setEncoding('latin1').on('error', () => undefined)
  socket.write('POST /api/users/login HTTP/1.1\r\nhost: x\r\ncontent-length: 3000000\r\n\r\n')
  for (let piece = 0; piece < 30; piece++) {
    socket.write(Buffer.alloc(100_000, 'x'))
    await setTimeout(10)
  }
  socket.on('data', (text) => (answer += text)).resume()
  await over
  expect(answer).toMatch(/^HTTP\/1.1 413/)
})

describe('what comes slowly', () => {
  it('is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1').on('data', (text) => (answer += text))
    const arrived = once(server, 'request')
    socket.write('POST /api/users/login HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{')
    await arrived
    await vi.advanceTimersByTimeAsync(19_000)
    expect(answer).toBe('')
    const closed = once(socket, 'close')
    await vi.advanceTimersByTimeAsync(1_500)
    vi.useRealTimers()
    // The time to hang up was set before the clock ran again.
    await vi.waitFor(() => expect(answer).toMatch(/^HTTP\/1.1 408/))
    socket.destroy()
    await closed
  })

  it('is told so, also when more than is allowed comes after that', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const socket = connect(port, '127.0.0.1').pause()
    const over = once(socket, 'close')
    let answer = ''
    socket.setEncoding('latin1').on('error', () => undefined)
    const arrived = once(server, 'request')
    socket.write('POST /api/users/login HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
    await arrived
    await vi.advanceTimersByTimeAsync(20_500)
    for (let piece = 0; piece < 30; piece++) {
      socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`)
      await setTimeout(10)
    }
    socket.on('data', (text) => (answer += text)).resume()
    await vi.advanceTimersByTimeAsync(5_500)
    await over
    expect(answer).toMatch(/^HTTP\/1.1 408/)
  })

  it('has little time for its head and for all of it', () => {
    expect(server.headersTimeout).toBeLessThanOrEqual(10_000)
    expect(server.requestTimeout).toBeLessThanOrEqual(130_000)
  })
})

describe('a request to upgrade', () => {
  it('is refused and hung up on', async () => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.setEncoding('latin1').on('data', (text) => (answer += text))
    socket.write(
      'GET /_next/webpack-hmr HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x3JJHMbDL1EzLkh9GBhXDw==\r\nsec-websocket-version: 13\r\n\r\n',
    )
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1.1 426/)
  })
})

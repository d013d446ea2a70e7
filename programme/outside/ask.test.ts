import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSafeServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterEach, describe, expect, it, vi } from 'vitest'

import { askForLink, type Ways } from './ask.ts'
import { isPublicAddress } from './public-address.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const listening = async (server: Server): Promise<number> => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
const serve = (answer: RequestListener): Promise<number> => listening(createServer(answer))

/** Lets the asking reach the servers of the test on this machine, and nothing else here. */
const here = (...ports: number[]): Ways => ({
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  mayConnect: (address, port) =>
    (address === '127.0.0.1' && ports.includes(port)) || isPublicAddress(address),
  patience: 2000,
})
const ask = (url: string, ways: Ways) => askForLink(url, undefined, ways)

describe('a link to the outside', () => {
  it('is there when it answers, and is asked for without its text, by name', async () => {
    const seen: unknown[] = []
    const port = await serve(({ headers, method, url }, response) => {
      seen.push([method, url, headers['user-agent'], headers.host])
      response.end('hello')
    })
    const url = `http://guide.example.org:${port}/page?a=1#part`
    expect(await ask(url, here(port))).toEqual({ is: 'there', status: 'Answered with 200' })
    expect(seen).toEqual([
      [
        'HEAD',
        '/page?a=1',
        expect.stringMatching(/^MentoringLinkCheck\/1\.0 \(\+http.+\)$/),
        `guide.example.org:${port}`,
      ],
    ])
  })

  it.each([403, 405, 501])('is asked for as a page where it answers %i without', async (status) => {
    const methods: unknown[] = []
    const port = await serve(({ method }, response) => {
      methods.push(method)
      response.writeHead(method === 'HEAD' ? status : 200).end()
    })
    expect((await ask(`http://x.example:${port}/`, here(port))).is).toBe('there')
    expect(methods).toEqual(['HEAD', 'GET'])
  })

  it.each([
    [404, 'broken'],
    [410, 'broken'],
    [500, 'broken'],
    [503, 'broken'],
    [401, 'unclear'],
    [403, 'unclear'],
    [429, 'unclear'],
  ])('that answers %i is %s', async (status, is) => {
    const port = await serve((_, response) => void response.writeHead(status).end())
    const outcome = await ask(`http://x.example:${port}/`, here(port))
    expect(outcome).toEqual({ is, status: `Answered with ${status}` })
  })

  it('is followed where it leads, five times at most', async () => {
    const asked: string[] = []
    const port = await serve(({ url }, response) => {
      asked.push(url!)
      const left = Number(url!.slice(1))
      if (left === 0) response.end()
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    expect((await ask(`http://x.example:${port}/5`, here(port))).is).toBe('there')
    asked.length = 0
    const outcome = await ask(`http://x.example:${port}/6`, here(port))
    const status = 'Leads on from address to address, more than 5 times'
    expect(outcome).toEqual({ is: 'broken', status })
    expect(asked).toHaveLength(6)
  })

  it.each([
    ['itself', { '/a': '/a' }, 1],
    ['itself, at another place of the page', { '/a': '/a#top' }, 1],
    ['one that leads back', { '/a': '/b', '/b': '/a' }, 2],
    ['a circle that it is not part of', { '/a': '/b', '/b': '/c', '/c': '/b' }, 3],
  ])('that leads to %s is broken, and is not asked for again', async (_to, ways, times) => {
    const asked: string[] = []
    const port = await serve(({ url }, response) => {
      asked.push(url!)
      response.writeHead(301, { location: (ways as Record<string, string>)[url!] }).end()
    })
    const outcome = await ask(`http://x.example:${port}/a`, here(port))
    expect(outcome).toEqual({ is: 'broken', status: 'Leads round in a circle, and to no page' })
    expect(asked).toHaveLength(times)
  })

  it('that is slow, or says no end, takes no longer than it may', async () => {
    const slow = await serve(() => {})
    const ways = { ...here(slow), patience: 300 }
    const began = performance.now()
    const late = { is: 'broken', status: 'No answer in time' }
    expect(await ask(`http://x.example:${slow}/`, ways)).toEqual(late)
    const resolve = () => new Promise<never>(() => {})
    expect(await ask('http://x.example/', { ...ways, resolve })).toEqual(late)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('is not read: a body without end is broken off', async () => {
    let sent = 0
    const isClosed = vi.fn()
    const port = await serve(({ method }, response) => {
      if (method === 'HEAD') return void response.writeHead(405).end()
      response.on('close', isClosed)
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384
      }
      response.writeHead(200).on('drain', more)
      more()
    })
    expect((await ask(`http://x.example:${port}/`, here(port))).is).toBe('there')
    await vi.waitFor(() => expect(isClosed).toHaveBeenCalled())
    expect(sent).toBeLessThan(8_000_000)
  })

  it('waits for its turn at a host before each request', async () => {
    const port = await serve((request, response) =>
      request.url === '/' ? response.writeHead(301, { location: '/x' }).end() : response.end(),
    )
    const turn = vi.fn(async () => {})
    await askForLink(`http://x.example:${port}/`, turn, here(port))
    expect(turn.mock.calls).toEqual([['x.example'], ['x.example']])
  })

  it('to no website, with no server, or with a certificate of nobody is told apart', async () => {
    const notThere = Object.assign(new Error('getaddrinfo ENOTFOUND x'), { code: 'ENOTFOUND' })
    const port = await serve(() => {})
    servers[0]!.close()
    const ways = here(port)
    const resolve = () => Promise.reject(notThere)
    expect(await ask('https://x.example/', { ...ways, resolve })).toEqual({
      is: 'broken',
      status: 'There is no such website',
    })
    expect(await ask(`http://x.example:${port}/`, ways)).toEqual({
      is: 'broken',
      status: 'No connection',
    })
    const safe = await listening(
      createSafeServer(ownCertificate(), (_, response) => response.end()),
    )
    expect(await ask(`https://x.example:${safe}/`, here(safe))).toEqual({
      is: 'broken',
      status: 'Its certificate is not valid',
    })
  })
})

const ownCertificate = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'))
  const [key, cert] = [path.join(folder, 'key'), path.join(folder, 'cert')]
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=x.example',
  ]
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const pair = { key: readFileSync(key), cert: readFileSync(cert) }
  rmSync(folder, { recursive: true })
  return pair
}

describe('what is not on the public web', () => {
  const NOT_PUBLIC = { is: 'broken', status: 'Not on the public web' }

  it('is never connected to, however it is written', async () => {
    const asked = vi.fn()
    const port = await serve((_, response) => {
      asked()
      response.end()
    })
    for (const host of [
      ...[
        '127.0.0.1',
        '0x7f000001',
        '2130706433',
        '127.1',
        '0177.0.0.1',
        '0.0.0.0',
        '[::1]',
        '[::]',
      ],
      ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', 'localhost', '169.254.169.254', '10.0.0.1'],
    ]) {
      expect(await askForLink(`http://${host}:${port}/`), host).toEqual(NOT_PUBLIC)
      expect(await askForLink(`http://${host}/`), host).toEqual(NOT_PUBLIC)
    }
    expect(asked).not.toHaveBeenCalled()
  })

  it('is not connected to by a port that is not the web’s', async () => {
    for (const port of [22, 25, 8080, 6379, 27017]) {
      expect(await askForLink(`http://8.8.8.8:${port}/`)).toEqual(NOT_PUBLIC)
    }
  })

  it.each(['http://10.0.0.1/', 'http://127.0.0.1:1/', 'http://[::1]/', '//192.168.0.1/x'])(
    'is not reached by a redirect to %s',
    async (location) => {
      const port = await serve((_, response) => void response.writeHead(302, { location }).end())
      expect(await ask(`http://x.example:${port}/`, here(port))).toEqual(NOT_PUBLIC)
    },
  )

  it('is not reached by a redirect to another kind of address', async () => {
    for (const location of ['file:///etc/passwd', 'ftp://example.org/', 'gopher://x/', 'http://']) {
      const port = await serve((_, response) => void response.writeHead(302, { location }).end())
      const { is, status } = await ask(`http://x.example:${port}/`, here(port))
      expect([is, status], location).toEqual(['broken', 'Leads on to no web address'])
    }
  })

  it('is not reached by a name that has one such address among others', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '192.168.0.1', family: 4 },
    ]
    expect(await ask('http://x.example/', { ...here(), resolve })).toEqual(NOT_PUBLIC)
  })

  it('is not reached by a name that means something else a moment later', async () => {
    const secret = vi.fn()
    const port = await serve((_, response) => {
      secret()
      response.end()
    })
    // The name means a public address when it is looked at and this machine from then on.
    const resolve = vi
      .fn<Ways['resolve']>()
      .mockResolvedValueOnce([{ address: '192.0.2.1', family: 4 }])
      .mockResolvedValue([{ address: '127.0.0.1', family: 4 }])
    const ways: Ways = {
      resolve,
      mayConnect: (address) => address === '192.0.2.1',
      patience: 500,
    }
    const outcome = await ask(`http://localhost:${port}/`, ways)
    expect(outcome.is).toBe('broken')
    expect(resolve).toHaveBeenCalledTimes(1)
    expect(secret).not.toHaveBeenCalled()
  })
})

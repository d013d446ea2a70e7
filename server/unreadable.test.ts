import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { refuseUnreadable } from './unreadable.ts'

const server = createServer((request, response) => {
  if (!refuseUnreadable(request, response)) response.end('read')
})
beforeAll(async () => {
  server.listen(0)
  await once(server, 'listening')
})
afterAll(() => server.close())

const ask = async (method: string, path: string): Promise<number | undefined> => {
  const { port } = server.address() as AddressInfo
  const sent = request({ port, method, path }).end()
  const [answer] = (await once(sent, 'response')) as [{ statusCode?: number; resume: () => void }]
  answer.resume()
  return answer.statusCode
}

describe('a request', () => {
  it.each(['/api/mentees/%E0%A4%A', '/admin/%', '/my/%zz/', '/api/%ff'])(
    'with the address %s is refused',
    async (path) => expect(await ask('GET', path)).toBe(400),
  )

  it.each(['TRACE', 'PROPFIND', 'MKCOL', 'LINK'])('by %s is refused', async (method) =>
    expect(await ask(method, '/admin')).toBe(405),
  )

  it.each(['/admin?a=%', '/api/mentees/%C3%96', '/my/%2F', '/'])('for %s is read', async (path) => {
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'])
      expect(await ask(method, path)).toBe(200)
  })
})

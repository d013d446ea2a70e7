import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isDynamic } from '../../server/addresses.ts'
import { type Build, buildSite, pagesOf } from './build-site.ts'
import { attribute, attributes, parse } from './dom.ts'
import { fixture } from './fixture.ts'
import { serve } from './serve.ts'

/** The built folder on one server, the programme’s own server elsewhere, and a proxy before both. */
let build: Build
let folder: Awaited<ReturnType<typeof serve>>
let server: Server
let proxy: Server
let origin: string
/** What reached the programme’s own server. */
const reached: string[] = []
let isServerUp = true

const listen = async (one: Server): Promise<string> => {
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`
}

beforeAll(async () => {
  build = await buildSite(fixture())
  folder = await serve(build.folder)
  server = createServer((asked, response) => {
    reached.push(`${asked.method} ${asked.url}`)
    if (asked.url === '/old/') response.writeHead(301, { location: '/privacy/' }).end()
    else asked.resume().on('end', () => response.end('by the server'))
  })
  const own = await listen(server)
  proxy = createServer((asked, response) => {
    const { headers, method, url = '/' } = asked
    const send = (to: string, otherwise?: () => void) => {
      const sent = request(to + url, { headers, method }, (answer) => {
        if (answer.statusCode === 404 && otherwise) return otherwise()
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
      })
      sent.on('error', () => response.writeHead(502).end())
      asked.pipe(sent)
    }
    const toServer = () => (isServerUp ? send(own) : void response.writeHead(502).end())
    // What docs/operations.md says: these paths, and what is not in the folder, are the server’s.
    if (isDynamic(url.split('?')[0]!)) toServer()
    else send(folder.origin, toServer)
  })
  origin = await listen(proxy)
})
afterAll(async () => {
  proxy.close()
  server.close()
  await folder.stop()
  await build.remove()
})

describe('the built folder at another server, on one public address', () => {
  it('shows every page with its styles, scripts and pictures while the programme’s server is down', async () => {
    isServerUp = false
    reached.length = 0
    const files = new Set<string>()
    for (const address of Object.keys(await pagesOf(build.folder))) {
      const answer = await fetch(origin + address)
      expect(answer.status, address).toBe(200)
      const page = parse(await answer.text())
      for (const link of page.querySelectorAll('link[rel="stylesheet"], link[rel="icon"]')) {
        files.add(attribute(link, 'href')!)
      }
      for (const src of attributes(page, 'src')) files.add(src)
    }
    const kinds = [/\.css$/, /\.js$/, /\.webp$/]
    for (const kind of kinds) expect([...files].some((file) => kind.test(file))).toBe(true)
    for (const file of files) {
      expect(file, 'it names no server').toMatch(/^\/(?!\/)/)
      const answer = await fetch(origin + file)
      expect(answer.status, file).toBe(200)
      expect((await answer.arrayBuffer()).byteLength, file).toBeGreaterThan(0)
    }
    expect(reached).toEqual([])
    isServerUp = true
  })

  it('sends its forms, and what leads to a form, to the programme’s server', async () => {
    const actions = new Set<string>()
    for (const html of Object.values(await pagesOf(build.folder))) {
      for (const form of parse(html).querySelectorAll('form')) {
        actions.add(attribute(form, 'action')!)
      }
    }
    expect(actions.size).toBeGreaterThan(1)
    for (const action of actions) {
      reached.length = 0
      const answer = await fetch(origin + action, { method: 'POST', body: 'name=A' })
      expect([answer.status, await answer.text()], action).toEqual([200, 'by the server'])
      expect(reached).toEqual([`POST ${action}`])
    }
    for (const address of ['/my/', '/sign-up/mentor/start', '/admin', '/preview/pages/1']) {
      expect(await (await fetch(origin + address)).text(), address).toBe('by the server')
    }
  })

  it('asks the programme’s server where an old address leads', async () => {
    const answer = await fetch(`${origin}/old/`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/privacy/'])
  })
})

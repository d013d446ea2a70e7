import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { siteFiles } from './site-files.ts'

const PAGE = `<p>${'Welcome. '.repeat(200)}</p>`

let root: string
let server: Server
let origin: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'site-files-'))
  const site = siteFiles(root)
  server = createServer((request, response) =>
    site(request, response, () => response.writeHead(404).end('none')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(root, { recursive: true })
})

/** Puts a build up as publishing does: in one step. */
const putUp = async (name: string, files: Record<string, string>) => {
  for (const [file, text] of Object.entries(files)) {
    const at = path.join(root, 'builds', name, 'public', file)
    await mkdir(path.dirname(at), { recursive: true })
    await writeFile(at, text)
    await writeFile(`${at}.br`, brotliCompressSync(text))
    await writeFile(`${at}.gz`, gzipSync(text))
  }
  await symlink(path.join('builds', name), path.join(root, 'next'))
  await rename(path.join(root, 'next'), path.join(root, 'current'))
}
const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(origin + address, { headers: { 'accept-encoding': 'identity', ...headers } })

describe('the files of the site', () => {
  it('are those of the build that is up, from the moment it is', async () => {
    expect((await get('/')).status).toBe(404)
    await putUp('one', { 'index.html': 'one', 'old/index.html': 'old' })
    expect(await (await get('/')).text()).toBe('one')
    expect((await get('/old/')).status).toBe(200)
    await putUp('two', { 'index.html': 'two' })
    expect(await (await get('/')).text()).toBe('two')
    expect((await get('/old/')).status).toBe(404)
  })

  it('are sent as they were compressed, by what the browser takes', async () => {
    await putUp('one', { 'index.html': PAGE })
    for (const [accepts, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const answer = await get('/', { 'accept-encoding': accepts })
      expect(answer.headers.get('content-encoding')).toBe(encoding)
      expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
      expect(await answer.text()).toBe(PAGE)
    }
  })

  it('are kept for ever where their name says their content, else asked for again', async () => {
    await putUp('one', {
      'index.html': PAGE,
      'assets/site.4F0C1A2B.css': 'p{}',
      'assets/site.css': '',
    })
    const kept = (answer: Response) => answer.headers.get('cache-control')
    expect(kept(await get('/assets/site.4F0C1A2B.css'))).toBe('public, max-age=31536000, immutable')
    expect(kept(await get('/assets/site.css'))).toBe('no-cache')
    const page = await get('/')
    expect(kept(page)).toBe('no-cache')
    const again = await get('/', { 'if-none-match': page.headers.get('etag')! })
    expect(again.status).toBe(304)
  })

  it('lead nowhere else, and are sent whole', async () => {
    await writeFile(path.join(root, 'secret.txt'), 'secret')
    await putUp('one', { 'index.html': PAGE })
    for (const address of ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/%2e%2e/secret.txt']) {
      expect(await (await get(address)).text()).not.toBe('secret')
    }
    const part = await get('/', { range: 'bytes=0-3' })
    expect([part.status, await part.text()]).toEqual([200, PAGE])
  })
})

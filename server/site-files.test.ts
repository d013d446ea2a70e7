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

describe('old addresses', () => {
  const putUpWith = (name: string, redirects: object[], files: Record<string, string> = {}) =>
    putUp(name, { ...files, 'redirects.json': JSON.stringify(redirects) })
  const ask = async (address: string, method = 'GET') => {
    const { headers, status } = await fetch(origin + address, { method, redirect: 'manual' })
    return [status, headers.get('location')]
  }

  it('lead on before files are looked for, with or without their slash', async () => {
    await putUpWith(
      'one',
      [
        { from: '/old/', to: '/new/', kind: '301' },
        { from: '/guide.pdf', to: 'https://example.org/guide', kind: '302' },
        { from: '/früher/', to: '/später/', kind: '301' },
      ],
      { 'old/index.html': 'old', 'new/index.html': 'new' },
    )
    for (const method of ['GET', 'HEAD']) {
      expect(await ask('/old/', method)).toEqual([301, '/new/'])
      expect(await ask('/old', method)).toEqual([301, '/new/'])
      expect(await ask('/guide.pdf', method)).toEqual([302, 'https://example.org/guide'])
    }
    expect(await ask('/fr%C3%BCher')).toEqual([301, '/sp%C3%A4ter/'])
    expect(await ask('/older/')).toEqual([404, null])
    expect(await ask('/%')).toEqual([404, null])
    expect((await get('/old/')).headers.get('cache-control')).toBe('no-cache')
    expect(await (await get('/old/')).text()).toBe('new')
  })

  it('keep what is asked for after them', async () => {
    await putUpWith('one', [
      { from: '/old/', to: '/new/?tab=2#part', kind: '301' },
      { from: '/away/', to: 'https://example.org/', kind: '301' },
      { from: '/write/', to: 'mailto:team@example.org', kind: '301' },
    ])
    expect(await ask('/old?a=1&b=?')).toEqual([301, '/new/?tab=2&a=1&b=?#part'])
    expect(await ask('/away/?a=%0d%0aset-cookie:x')).toEqual([
      301,
      'https://example.org/?a=%0d%0aset-cookie:x',
    ])
    expect(await ask('/write/?body=x')).toEqual([301, 'mailto:team@example.org'])
  })

  it('lead there in one step, and never in a circle', async () => {
    await putUpWith('one', [
      { from: '/first/', to: '/second', kind: '302' },
      { from: '/second/', to: '/third/', kind: '301' },
      { from: '/self/', to: '/self', kind: '301' },
      { from: '/here/', to: '/there/', kind: '301' },
      { from: '/there/', to: '/here/', kind: '301' },
    ])
    expect(await ask('/first/')).toEqual([302, '/third/'])
    for (const circle of ['/self', '/here/', '/there/']) {
      expect(await ask(circle)).toEqual([404, null])
    }
  })

  it('are those of the publication that is up', async () => {
    await putUpWith('one', [{ from: '/old/', to: '/new/', kind: '301' }])
    expect(await ask('/old/')).toEqual([301, '/new/'])
    await putUp('two', { 'old/index.html': 'back' })
    expect(await ask('/old/')).toEqual([200, null])
  })
})

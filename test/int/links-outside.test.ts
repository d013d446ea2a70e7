import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { boot, type Installation, type JSONBody } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { publicationsOf } from '../helpers/publications.ts'
import { richText } from '../helpers/rich-text.ts'

const DAY = 24 * 60 * 60 * 1000
const START = new Date('2027-03-01T10:00:00Z')
const after = (days: number) => new Date(START.getTime() + days * DAY)

let app: Installation
let pages: ReturnType<typeof pagesOf>
let site: ReturnType<typeof publicationsOf>
let server: Server
/** What another website answers at its addresses, and how often it was asked. */
const answers = new Map<string, number>()
const leads = new Map<string, string>()
const asked: string[] = []
let origin: string

/** Imported once the settings of the installation are there. */
const load = async () => ({
  ...(await import('../../programme/outside/ask.ts')),
  ...(await import('../../programme/outside/check-links.ts')),
  ...(await import('../../programme/outside/load-broken.ts')),
})
let outside: Awaited<ReturnType<typeof load>>
beforeAll(async () => {
  app = await boot()
  pages = pagesOf(app)
  site = publicationsOf(app)
  outside = await load()
  server = createServer(({ url }, response) => {
    asked.push(url!)
    const location = leads.get(url!)
    if (location) response.writeHead(302, { location }).end()
    else response.writeHead(answers.get(url!) ?? 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://guides.example:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await app.close()
})

/** One round: the server of this test is asked, for all other websites somebody says that they are there. */
const round = async (now: Date) =>
  outside.checkLinks(await app.reqAs('comms'), now, async (url) =>
    url.startsWith(origin)
      ? outside.askForLink(url, undefined, {
          resolve: async () => [{ address: '127.0.0.1', family: 4 }],
          mayConnect: (address, port) => address === '127.0.0.1' && origin.endsWith(`:${port}`),
          patience: 5000,
        })
      : { is: 'there', status: 'Answered with 200' },
  )
const checks = async (): Promise<JSONBody[]> =>
  (await app.rest('GET', '/link-checks?limit=0&sort=url', { as: 'comms' })).json.docs.filter(
    ({ url }: { url: string }) => url.startsWith(origin),
  )
const paths = async () =>
  (await checks()).map(({ url }: { url: string }) => url.slice(origin.length))
const broken = async () => outside.loadBroken(await app.reqAs('comms'))
/** A round asks for no more than it may; those of the starter content are among them. */
const rounds = async (now: Date) => {
  for (let i = 0; i < 4; i += 1) await round(now)
}

describe('links to other websites', () => {
  it('are those of the site that is up, with the records in which they stand', async () => {
    const withLinks = {
      layout: [
        {
          blockType: 'text',
          body: richText('Words', `${origin}/text?a=1&b=2`),
        },
        { blockType: 'actions', actions: [{ text: 'Go', link: { url: `${origin}/action` } }] },
      ],
    }
    const page = await pages.add({ title: 'With links', slug: 'with-links', ...withLinks })
    expect(page.status, page.text).toBe(201)
    const draft = { layout: [{ blockType: 'text', body: richText('W', `${origin}/draft`) }] }
    await pages.add({ title: 'Draft', slug: 'draft-links', ...draft }, { status: 'draft' })
    const resource = await app.rest('POST', '/resource-links', {
      as: 'comms',
      body: {
        title: 'A guide',
        url: `${origin}/guide#top`,
        audience: 'Everyone',
        description: 'What to know',
        _status: 'published',
      },
    })
    const redirect = await app.rest('POST', '/redirects', {
      as: 'comms',
      body: { from: '/guide/', to: { url: `${origin}/guide` }, kind: '302' },
    })
    expect([resource.status, redirect.status]).toEqual([201, 201])
    const foot = { links: [{ title: 'Trust', link: { url: `${origin}/trust` } }] }
    const part = await pages.savePart('footer', foot)
    expect(part.status, part.text).toBe(200)
    await site.publish()
    await rounds(START)
    expect(await paths()).toEqual(['/action', '/guide', '/text?a=1&b=2', '/trust'])
    const [action, guide, , trust] = await checks()
    const stands = { collection: 'pages', id: page.json.doc.id, title: 'With links' }
    expect(action.usedIn).toEqual([stands])
    expect(guide.usedIn).toEqual([
      { collection: 'resource-links', id: resource.json.doc.id, title: 'A guide' },
      { collection: 'redirects', id: redirect.json.doc.id, title: '/guide/' },
    ])
    expect(trust.usedIn).toMatchObject([{ collection: 'site-parts', title: 'Foot of the page' }])
    expect(trust.usedIn[0].id).toBe(part.json.doc.id)
    expect([...asked].sort()).toEqual(['/action', '/guide', '/text?a=1&b=2', '/trust'])
  })

  it('are seen by the comms team and administrators alone, and written by nobody', async () => {
    expect((await app.rest('GET', '/link-checks', { as: 'admin' })).status).toBe(200)
    for (const as of ['coordinator', undefined] as const) {
      expect((await app.rest('GET', '/link-checks', { as })).status).toBe(403)
    }
    const [{ id }] = await checks()
    const body = { failures: 9 }
    for (const as of ['admin', 'comms'] as const) {
      expect((await app.rest('PATCH', `/link-checks/${id}`, { as, body })).status).toBe(403)
      expect((await app.rest('DELETE', `/link-checks/${id}`, { as })).status).toBe(403)
    }
  })

  it('are asked for once a week', async () => {
    asked.length = 0
    await rounds(after(6))
    expect(asked).toEqual([])
    await rounds(after(7))
    expect(asked).toHaveLength(4)
  })

  it('may be broken after three days on which they did not work, and not before', async () => {
    answers.set('/guide', 404)
    answers.set('/action', 500)
    asked.length = 0
    for (const days of [14, 14.5, 15, 15.2]) {
      await rounds(after(days))
      expect(await broken(), `day ${days}`).toEqual([])
    }
    answers.delete('/action')
    await rounds(after(16))
    expect(await broken()).toEqual([
      {
        id: expect.any(String) as string,
        lastOkAt: after(7).toISOString(),
        status: 'Answered with 404',
        url: `${origin}/guide`,
        usedIn: [
          expect.objectContaining({ collection: 'resource-links', title: 'A guide' }),
          expect.objectContaining({ collection: 'redirects' }),
        ],
      },
    ])
    expect(asked.filter((url) => url === '/guide')).toHaveLength(3)
    await expect(outside.loadBroken(await app.reqAs('coordinator'))).rejects.toThrow('not allowed')
  })

  it('that work again, or that ask who is there, are not told any more', async () => {
    answers.set('/guide', 403)
    answers.set('/trust', 404)
    await rounds(after(23))
    expect(await broken()).toEqual([])
    const [, guide, , trust] = await checks()
    expect([guide.failures, guide.status]).toEqual([0, 'Answered with 403'])
    expect(guide.lastOkAt).toBe(after(7).toISOString())
    expect(trust.failures).toBe(1)
  })

  it('are forgotten once they are no longer on the site', async () => {
    await pages.savePart('footer', { links: [] })
    await site.publish()
    await round(after(24))
    expect(await paths()).toEqual(['/action', '/guide', '/text?a=1&b=2'])
  })

  it('are twenty at most in one round', async () => {
    const links = Array.from({ length: 25 }, (_, i) => `${origin}/many-${i}`)
    const layout = links.map((link) => ({ blockType: 'text', body: richText('W', link) }))
    const { status, text } = await pages.add({ title: 'Many', slug: 'many-links', layout })
    expect(status, text).toBe(201)
    await site.publish()
    asked.length = 0
    await round(after(24))
    expect(asked.length).toBeLessThanOrEqual(20)
    await round(after(24))
    expect(asked.filter((url) => url.startsWith('/many')).sort()).toEqual(
      links.map((url) => url.slice(origin.length)).sort(),
    )
  })

  it('are asked for one a second at most of one website', async () => {
    const moments: number[] = []
    await outside.checkLinks(await app.reqAs('comms'), after(30), async (_url, turn) => {
      if (moments.length < 3) {
        await turn!('one.example')
        await turn!(`${moments.length}.example`)
        moments.push(performance.now())
      }
      return { is: 'there', status: 'Answered with 200' }
    })
    const [first, second, third] = moments as [number, number, number]
    // Timers may be early by a millisecond.
    expect(second - first).toBeGreaterThan(990)
    expect(third - second).toBeGreaterThan(990)
    expect(third - first).toBeLessThan(5000)
  })

  it('are those in the words above the questions of a form too, and tell when they lead nowhere', async () => {
    const kind = 'where[kind][equals]=mentee'
    const { json } = await app.rest('GET', `/sign-up-forms?${kind}`, { as: 'comms' })
    const [{ id, label }] = json.docs
    const intro = richText('Read this first', `${origin}/first`)
    const saved = await app.rest('PATCH', `/sign-up-forms/${id}`, { as: 'comms', body: { intro } })
    expect(saved.status, saved.text).toBe(200)
    const published = await app.rest('POST', '/forms/publish', { as: 'comms', body: {} })
    expect(published.status, published.text).toBe(200)
    await site.publish()
    leads.set('/first', '/second').set('/second', '/first')
    for (const days of [31, 32, 33]) await rounds(after(days))
    expect(await broken()).toMatchObject([
      {
        url: `${origin}/first`,
        status: 'Leads round in a circle, and to no page',
        usedIn: [{ collection: 'sign-up-forms', id, title: label }],
      },
    ])
  })

  it('are tried although the clock was years ahead once', async () => {
    await rounds(after(3000))
    asked.length = 0
    await rounds(after(40))
    expect(asked.length).toBeGreaterThan(20)
  })
})

describe('without links to other websites being tried', () => {
  it('nothing is read and nobody is asked', async () => {
    const { payload } = app
    const find = vi.spyOn(payload, 'find')
    vi.stubEnv('CHECK_LINKS', 'off')
    vi.resetModules()
    const { linkRound } = await import('../../programme/outside/check-links.ts')
    await linkRound.run(payload)
    expect(find).not.toHaveBeenCalled()
    vi.unstubAllEnvs()
  })
})

it('a site that an older version has built is left until there is a new one', async () => {
  await site.publish()
  const file = path.join(app.dataDir, 'site', 'current', 'snapshot.json')
  const before = await readFile(file, 'utf8')
  const { pages: _, words: __, ...older } = JSON.parse(before) as object & Record<string, unknown>
  await writeFile(file, JSON.stringify(older))
  const known = await paths()
  await round(after(60))
  expect(await paths()).toEqual(known)
  await writeFile(file, before)
})

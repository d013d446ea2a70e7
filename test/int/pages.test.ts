import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { writeStarterContent } from '../../globals/starter.ts'
import { boot, type Installation, type JSONBody } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { publicationsOf } from '../helpers/publications.ts'

let app: Installation
let pages: ReturnType<typeof pagesOf>
let site: ReturnType<typeof publicationsOf>
beforeAll(async () => {
  app = await boot()
  pages = pagesOf(app)
  site = publicationsOf(app)
})
afterAll(() => app.close())

const add = async (body: object, status?: 'draft'): Promise<string> => {
  const { json, status: code, text } = await pages.add(body, { status })
  expect(code, text).toBe(201)
  return json.doc.id
}
const change = (id: string, body: object, query = '') =>
  app.rest('PATCH', `/pages/${id}${query}`, { as: 'comms', body })
const move = async (id: string, body: object) => {
  const { status, text } = await change(id, { ...body, _status: 'published' })
  expect(status, text).toBe(200)
}
const addRedirect = (body: object) => app.rest('POST', '/redirects', { as: 'comms', body })

/** Where old addresses lead on the site that is up, of those that begin so. */
const redirects = async (start: string): Promise<string[]> => {
  await site.publish()
  const all = JSON.parse(await site.page('redirects.json')) as { from: string; to: string }[]
  return all.filter(({ from }) => from.startsWith(start)).map(({ from, to }) => `${from} ${to}`)
}
const findings = async (): Promise<string> => {
  await site.publish()
  const [last] = await site.rows()
  return JSON.stringify(last.findings)
}
const mistakes = ({ json }: { json: JSONBody }): string =>
  JSON.stringify(json.errors?.map((error: JSONBody) => [error.message, error.data?.errors]))

describe('a page that moves', () => {
  it('is found at its old address, and so are the pages below it', async () => {
    const id = await add({ title: 'Move one', slug: 'move-one' })
    await add({ title: 'Schools', slug: 'schools', parent: id })
    await add({ title: 'Not yet', slug: 'not-yet', parent: id }, 'draft')
    await move(id, { slug: 'moved-one' })
    expect(await redirects('/move')).toEqual([
      '/move-one/ /moved-one/',
      '/move-one/schools/ /moved-one/schools/',
    ])
    expect(await site.page('moved-one/schools/index.html')).toContain('Schools')
    await expect(site.page('move-one/index.html')).rejects.toThrow('ENOENT')
    expect(await findings()).not.toContain('move')
  })

  it('leads there in one step however often it moves, and in no circle when it moves back', async () => {
    const id = await add({ title: 'Step one', slug: 'step-one' })
    await add({ title: 'Below', slug: 'below', parent: id })
    await move(id, { slug: 'step-two' })
    await move(id, { slug: 'step-three' })
    expect(await redirects('/step')).toEqual([
      '/step-one/ /step-three/',
      '/step-one/below/ /step-three/below/',
      '/step-two/ /step-three/',
      '/step-two/below/ /step-three/below/',
    ])
    await move(id, { slug: 'step-one' })
    expect(await redirects('/step')).toEqual([
      '/step-three/ /step-one/',
      '/step-three/below/ /step-one/below/',
      '/step-two/ /step-one/',
      '/step-two/below/ /step-one/below/',
    ])
  })

  it('to below another page is found there', async () => {
    const above = await add({ title: 'Above', slug: 'above-it' })
    const id = await add({ title: 'Goes below', slug: 'goes-below' })
    await move(id, { parent: above })
    expect(await redirects('/goes-below')).toEqual(['/goes-below/ /above-it/goes-below/'])
    await move(id, { parent: null })
    expect(await redirects('/goes-below')).toEqual([])
    expect(await redirects('/above-it')).toEqual(['/above-it/goes-below/ /goes-below/'])
  })

  it('does so when it is published, not while it is a draft', async () => {
    const id = await add({ title: 'Draft', slug: 'draft-one' })
    const saved = await change(id, { slug: 'draft-two', _status: 'draft' }, '?draft=true')
    expect(saved.status, saved.text).toBe(200)
    expect(await redirects('/draft')).toEqual([])
    expect(await site.page('draft-one/index.html')).toContain('Draft')
    await move(id, {})
    expect(await redirects('/draft')).toEqual(['/draft-one/ /draft-two/'])
  })

  it('that was never public leaves nothing behind', async () => {
    const id = await add({ title: 'New', slug: 'new-one' }, 'draft')
    await move(id, { slug: 'new-two' })
    expect(await redirects('/new')).toEqual([])
  })
})

describe('a redirect that is made by hand', () => {
  it('leads to a page wherever it moves, or to another site', async () => {
    const id = await add({ title: 'By hand', slug: 'by-hand' })
    for (const body of [
      { from: '/hand-page', to: { page: id }, kind: '301' },
      { from: '/hand-away/', to: { url: 'www.example.org/x' }, kind: '302' },
    ]) {
      const made = await addRedirect(body)
      expect(made.status, made.text).toBe(201)
    }
    await move(id, { slug: 'by-hand-moved' })
    expect(await redirects('/hand')).toEqual([
      '/hand-away/ https://www.example.org/x',
      '/hand-page/ /by-hand-moved/',
    ])
  })

  it('gives way to a page that is published at its address', async () => {
    const made = await addRedirect({ from: '/give-way/', to: { url: 'https://example.org/' } })
    expect(made.status, made.text).toBe(201)
    await add({ title: 'Give way', slug: 'give-way' })
    expect(await redirects('/give-way')).toEqual([])
    const left = await app.rest('GET', '/redirects?where[from][equals]=/give-way/', { as: 'comms' })
    expect(left.json.docs).toEqual([])
  })

  it('is refused at an address of the website itself, or that is none', async () => {
    for (const from of ['/', '/admin/', '/my/x', '/api', '//example.org', 'https://x', '/a/../b']) {
      const { status } = await addRedirect({ from, to: { url: 'https://example.org/' } })
      expect(status, from).toBe(400)
    }
    const twice = { from: '/twice/', to: { url: 'https://example.org/' } }
    expect((await addRedirect(twice)).status).toBe(201)
    expect((await addRedirect({ ...twice, from: '/twice' })).status).toBe(400)
  })
})

describe('an address that is taken', () => {
  it('is refused with the reason', async () => {
    await add({ title: 'Taken', slug: 'taken' })
    const other = await add({ title: 'Other', slug: 'not-taken' })
    const again = await pages.add({ title: 'Taken again', slug: 'taken' })
    expect(again.status).toBe(400)
    expect(mistakes(again)).toContain('Another page has the address “taken”')
    const moved = await change(other, { slug: 'taken', _status: 'published' })
    expect(mistakes(moved)).toContain('Another page has the address “taken”')
    for (const slug of ['admin', 'api', 'my', 'preview', 'assets']) {
      const refused = await pages.add({ title: 'T', slug })
      expect(refused.status, slug).toBe(400)
      expect(mistakes(refused)).toContain('belongs to the website itself')
    }
    for (const slug of ['sign-up', 'privacy', 'home', '404']) {
      expect((await pages.add({ title: 'T', slug })).status, slug).toBe(400)
    }
    const odd = await pages.add({ title: 'T', slug: 'Not an address' })
    expect(mistakes(odd)).toContain('Use lower-case letters')
  })

  it('is free below another page', async () => {
    const parent = await add({ title: 'Parent', slug: 'a-parent' })
    await add({ title: 'Taken below', slug: 'taken-below', parent })
    await add({ title: 'Taken below', slug: 'taken-below' })
    const third = await pages.add({ title: 'Third', slug: 'taken-below', parent })
    expect(third.status).toBe(400)
  })
})

describe('a page that the site needs', () => {
  it('can’t be taken off, deleted or thrown into the bin, alone or with others', async () => {
    const id = await pages.idOf('privacy')
    const bin = { deletedAt: new Date().toISOString() }
    const answers = [
      await change(id, { _status: 'draft' }),
      await change(id, { _status: 'draft' }, '?draft=false'),
      await change(id, bin),
      await change(id, bin, '?draft=true'),
      await app.rest('DELETE', `/pages/${id}`, { as: 'comms' }),
      await app.rest('DELETE', `/pages/${id}`, { as: 'admin' }),
    ]
    for (const { status, text } of answers) {
      expect(status, text).toBe(400)
      expect(text).toContain('The site needs the page')
    }
    for (const body of [{ _status: 'draft' }, bin]) {
      const bulk = await app.rest('PATCH', `/pages?where[id][in]=${id}`, { as: 'comms', body })
      expect(bulk.status, bulk.text).toBe(400)
      expect(bulk.text).toContain('The site needs the page')
    }
    const all = await app.rest('DELETE', `/pages?where[id][in]=${id}`, { as: 'comms' })
    expect(all.json.docs ?? []).toEqual([])
    const { json } = await app.rest('GET', `/pages/${id}`, { as: 'comms' })
    expect([json._status, json.role, json.deletedAt ?? null]).toEqual([
      'published',
      'privacy',
      null,
    ])
    await site.publish()
    expect(await site.page('privacy/index.html')).toContain(json.title)
  })

  it('keeps its address and what the site needs it for', async () => {
    const id = await pages.idOf('resources')
    expect((await change(id, { role: null, _status: 'published' })).status).toBe(400)
    await move(id, { slug: 'elsewhere', title: 'Help' })
    const { json } = await app.rest('GET', `/pages/${id}`, { as: 'comms' })
    expect([json.slug, json.role, json.title]).toEqual(['resources', 'resources', 'Help'])
  })

  it('is duplicated as an ordinary page', async () => {
    const id = await pages.idOf('howWeMatch')
    const copy = await app.rest('POST', `/pages/${id}/duplicate`, { as: 'comms', body: {} })
    expect(copy.status, copy.text).toBeLessThan(300)
    expect(copy.json.doc.role ?? null).toBeNull()
    expect(copy.json.doc.slug).toBe('how-we-match-copy')
    expect(copy.json.doc._status).toBe('draft')
    const gone = await app.rest('DELETE', `/pages/${copy.json.doc.id}`, { as: 'comms' })
    expect(gone.status, gone.text).toBe(200)
  })
})

describe('a page that the site needs from a later version on', () => {
  const pageAt = async (slug: string): Promise<JSONBody> =>
    (await app.rest('GET', `/pages?where[slug][equals]=${slug}&draft=true`, { as: 'comms' })).json
      .docs[0]
  /** As an installation is to which this version is new. */
  const forget = async (slug: string, change: (id: string) => Promise<unknown>) => {
    const { id } = await pageAt(slug)
    await change(id)
    await writeStarterContent(app.payload)
    return id as string
  }

  it('is there after the next start, with the words it comes with', async () => {
    const { db } = app.payload
    const before = await forget('how-we-match', async (id) => {
      await db.deleteVersions({ collection: 'pages', where: { parent: { equals: id } } })
      await db.deleteOne({ collection: 'pages', where: { id: { equals: id } } })
    })
    const page = await pageAt('how-we-match')
    expect(page).toMatchObject({ role: 'howWeMatch', title: 'How we match', _status: 'published' })
    expect(page.id).not.toBe(before)
  })

  it('is the one that editors have made at its address', async () => {
    const { db } = app.payload
    const before = await forget('privacy', async (id) => {
      await change(id, { title: 'Our own words', _status: 'draft' }, '?draft=true')
      const data = { role: null }
      await db.updateMany({ collection: 'pages', where: { id: { equals: id } }, data })
      const { docs } = await db.findVersions<JSONBody>({
        collection: 'pages',
        where: { parent: { equals: id } },
      })
      for (const { id, version } of docs) {
        const versionData = { version: { ...version, role: null } }
        await db.updateVersion({ collection: 'pages', id, versionData })
      }
    })
    expect(await pageAt('privacy')).toMatchObject({
      id: before,
      role: 'privacy',
      title: 'Our own words',
    })
    expect((await change(before, { _status: 'draft' })).status).toBe(400)
  })
})

describe('pages below another', () => {
  it('are left out, with a word about it, while the one above is not published', async () => {
    const parent = await add({ title: 'Off', slug: 'comes-off' })
    const below = await add({ title: 'Left out', slug: 'left-out', parent })
    await site.publish()
    expect(await site.page('comes-off/left-out/index.html')).toContain('Left out')
    expect((await change(parent, { _status: 'draft' })).status).toBe(200)
    const told = await findings()
    expect(told).toContain('the page above it is not published, so this one is left out')
    expect(told).toContain(`/collections/pages/${below}`)
    await expect(site.page('comes-off/left-out/index.html')).rejects.toThrow('ENOENT')
    await move(parent, {})
    expect(await site.page('comes-off/left-out/index.html').catch(() => '')).toBe('')
    await site.publish()
    expect(await site.page('comes-off/left-out/index.html')).toContain('Left out')
  })

  it('keep the one above from being deleted or thrown away, alone or with others', async () => {
    const parent = await add({ title: 'Has some', slug: 'has-some' })
    const below = await add({ title: 'One', slug: 'one', parent })
    const alone = await add({ title: 'Alone', slug: 'stands-alone' })
    const bin = { deletedAt: new Date().toISOString() }
    const binAll = (...ids: string[]) =>
      app.rest('PATCH', `/pages?where[id][in]=${ids.join(',')}`, { as: 'comms', body: bin })
    for (const answer of [
      await change(parent, bin),
      await app.rest('DELETE', `/pages/${parent}`, { as: 'comms' }),
      await binAll(alone, parent),
    ]) {
      expect(answer.status, answer.text).toBe(400)
      expect(answer.text).toContain('Other pages are below this one')
    }
    const binned = await binAll(alone)
    expect([binned.status, binned.json.docs?.length], binned.text).toEqual([200, 1])
    expect((await binAll(below, parent)).status).toBe(200)
  })

  it('are one level deep at most, and never below a page that the site needs', async () => {
    const parent = await add({ title: 'Level one', slug: 'level-one' })
    const below = await add({ title: 'Level two', slug: 'level-two', parent })
    for (const above of [below, await pages.idOf('privacy')]) {
      const refused = await pages.add({ title: 'Deep', slug: 'deep', parent: above })
      expect(refused.status, refused.text).toBe(400)
    }
    const other = await add({ title: 'Top', slug: 'top' })
    expect((await change(parent, { parent: other, _status: 'published' })).status).toBe(400)
    expect((await change(other, { parent: other, _status: 'published' })).status).toBe(400)
  })
})

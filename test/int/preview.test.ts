import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { PART_KINDS } from '../../collections/site/blocks/index.ts'
import { renderPage } from '../../site/render.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { createPicture } from '../helpers/pictures.ts'
import { richText } from '../helpers/rich-text.ts'

let app: Installation
let pages: ReturnType<typeof pagesOf>
beforeAll(async () => {
  app = await boot()
  pages = pagesOf(app)
  await publish()
})
afterAll(() => app.close())

const publish = () =>
  app.payload.jobs.run({ queue: 'publication', limit: 50, silent: true, overrideAccess: true })

const built = (file: string) =>
  readFile(path.join(app.dataDir, 'site/current/public', file), 'utf8')

const makeLink = async (document: string) => {
  const answer = await app.rest('POST', '/preview/links', {
    as: 'comms',
    body: { collection: 'pages', document },
  })
  expect(answer.status, answer.text).toBe(200)
  return new URL(answer.json.url).pathname.replace(/^\/preview/, '/preview')
}

describe('a page as the server makes it', () => {
  it('is byte for byte the page of the build', async () => {
    const { currentSnapshot } = await import('../../programme/site/current-snapshot.ts')
    const snapshot = await currentSnapshot(await app.reqAs('comms'))
    expect(snapshot.pages.length).toBeGreaterThan(6)
    for (const shown of snapshot.pages) {
      const file = shown.path.endsWith('/') ? `${shown.path}index.html` : shown.path
      const html = renderPage({ snapshot, shown })
      expect(html.trim(), shown.path).toBe((await built(file)).trim())
    }
  })
})

describe('a draft', () => {
  it('is shown to editors as the site would show it, and changes nothing that is public', async () => {
    const id = await pages.idOf('home')
    await pages.save('home', { title: 'Not yet public' }, { status: 'draft' })
    const shown = await app.rest('GET', `/preview/pages/${id}`, { as: 'comms' })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Not yet public')
    expect(shown.text).toContain('Draft, not public')
    expect(shown.text).toContain('name="robots" content="noindex"')
    expect(shown.headers.get('cache-control')).toBe('no-store')
    await publish()
    expect(await built('index.html')).not.toContain('Not yet public')
  })

  it('is shown while it is typed, before it is saved', async () => {
    const id = await pages.idOf('home')
    const layout = [
      { blockType: 'text', title: 'Typed <b>now</b>', body: richText('Words & more') },
      { blockType: 'unknown' },
      { blockType: 'cards' },
    ]
    const typed = await app.rest('POST', '/preview/render', {
      as: 'comms',
      body: { collection: 'pages', id, data: { title: 'Half a ti', layout } },
    })
    expect(typed.status, typed.text).toBe(200)
    expect(typed.json.html).toContain('Half a ti')
    expect(typed.json.html).toContain('Typed &lt;b&gt;now&lt;/b&gt;')
    expect(typed.json.html).toContain('Words &amp; more')
    expect(
      (await app.payload.findByID({ collection: 'pages', id, draft: true, overrideAccess: true }))
        .title,
    ).toBe('Not yet public')
  })

  it('may lack anything, or hold what makes no sense', async () => {
    const { json } = await pages.add({ title: '', slug: 'unfinished' }, { status: 'draft' })
    const id = json.doc.id
    for (const data of [
      {},
      { title: null, layout: null },
      { layout: [{}] },
      { layout: PART_KINDS.map(({ slug }) => ({ blockType: slug, image: 'gone' })) },
      { layout: PART_KINDS.map(({ slug }) => ({ blockType: slug, title: 'T' })).toReversed() },
      { layout: [{ blockType: 'cards', cards: [{ title: 'A', link: { page: 'gone' } }] }] },
      { slug: '../..', parent: id },
    ]) {
      const body = { collection: 'pages', id, data }
      const { status, text } = await app.rest('POST', '/preview/render', { as: 'comms', body })
      expect([status, text.length > 0], JSON.stringify(data)).toEqual([200, true])
    }
  })

  it.each(['site-parts', 'resource-links'] as const)(
    'of %s is shown on a page that has it',
    async (collection) => {
      const id =
        collection === 'site-parts'
          ? (await app.rest('GET', '/site-parts?where[part][equals]=footer', { as: 'comms' })).json
              .docs[0].id
          : (
              await app.rest('POST', '/resource-links?draft=true', {
                as: 'comms',
                body: { title: 'A' },
              })
            ).json.doc.id
      const data =
        collection === 'site-parts'
          ? { footer: { text: 'Words of the foot', links: [] } }
          : {
              title: 'A guide for all',
              url: 'https://example.org',
              audience: 'All',
              description: 'D',
            }
      const body = { collection, id, data }
      const { json, status } = await app.rest('POST', '/preview/render', { as: 'comms', body })
      expect(status).toBe(200)
      expect(json.html).toMatch(/Words of the foot|A guide for all/)
    },
  )

  it('is shown to nobody else', async () => {
    const id = await pages.idOf('home')
    for (const as of [undefined, 'coordinator'] as const) {
      const shown = await app.rest('GET', `/preview/pages/${id}`, { as })
      expect(shown.status).toBe(403)
      expect(shown.text).not.toContain('Not yet public')
      const body = { collection: 'pages', id, data: {} }
      expect((await app.rest('POST', '/preview/render', { as, body })).status).toBe(403)
      const link = { collection: 'pages', document: id }
      expect((await app.rest('POST', '/preview/links', { as, body: link })).status).toBe(403)
      expect((await app.rest('POST', '/preview/end-links', { as, body: link })).status).toBe(403)
    }
    for (const collection of ['mentees', 'users', '__proto__']) {
      const { status } = await app.rest('GET', `/preview/${collection}/${id}`, { as: 'admin' })
      expect(status).toBe(404)
    }
  })
})

describe('a link for colleagues', () => {
  it('shows the draft it was made for, with its pictures, to whoever has it', async () => {
    const { filename, id: image, sizes } = await createPicture(app.payload)
    const { filename: other } = await createPicture(app.payload)
    const file = sizes?.wide?.filename ?? filename
    const layout = [{ blockType: 'image', image }]
    const { json } = await pages.add(
      { title: 'Only for you', slug: 'for-you', layout },
      { status: 'draft' },
    )
    const link = await makeLink(json.doc.id)
    const shown = await app.rest('GET', link)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Only for you')
    expect(shown.text).not.toContain('preview.js')
    expect((await app.rest('GET', `${link}/${file}`)).status).toBe(200)
    for (const name of [other, '..%2Fmentoring.db', 'x.png']) {
      expect((await app.rest('GET', `${link}/${name}`)).status).toBe(404)
    }
  })

  it('is kept as a hash alone', async () => {
    const link = await makeLink(await pages.idOf('privacy'))
    const { docs } = await app.payload.db.find({ collection: 'preview-links', where: {} })
    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toContain(link.split('/').at(-1))
    const rows = await app.rest('GET', '/preview-links', { as: 'comms' })
    expect(JSON.stringify(rows.json ?? {})).not.toContain('"hash"')
  })

  it('ends when it is ended, and after its days', async () => {
    const document = await pages.idOf('privacy')
    const link = await makeLink(document)
    await app.payload.db.updateMany({
      collection: 'preview-links',
      where: { document: { equals: document } },
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    })
    expect((await app.rest('GET', link)).status).toBe(410)
    const next = await makeLink(document)
    expect((await app.rest('GET', next)).status).toBe(200)
    const body = { collection: 'pages', document }
    expect((await app.rest('POST', '/preview/end-links', { as: 'comms', body })).status).toBe(200)
    expect((await app.rest('GET', next)).status).toBe(404)
  })

  it('is for 14 days at most', async () => {
    const body = { collection: 'pages', document: await pages.idOf('home'), days: 15 }
    expect((await app.rest('POST', '/preview/links', { as: 'comms', body })).status).toBe(400)
  })
})

import { readFile, readlink } from 'node:fs/promises'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'

let app: Installation
beforeAll(async () => {
  app = await boot()
  await runJobs()
})
afterAll(() => app.close())

const runJobs = () =>
  app.payload.jobs.run({ queue: 'publication', limit: 50, silent: true, overrideAccess: true })

const page = (file: string) =>
  readFile(path.join(app.dataDir, 'site', 'current', 'public', file), 'utf8')

const publications = async () =>
  (
    await app.payload.find({
      collection: 'publications',
      sort: '-startedAt',
      pagination: false,
      overrideAccess: true,
    })
  ).docs

const saveHero = (title: string, status: 'draft' | 'published') =>
  app.rest('POST', `/globals/programme-page${status === 'draft' ? '?draft=true' : ''}`, {
    as: 'comms',
    body: { hero: { title, lead: 'Words' }, _status: status },
  })

const link = (changes: object = {}) => ({
  title: 'A guide',
  url: 'https://example.org/guide',
  audience: 'Everyone',
  description: 'What to know',
  _status: 'published',
  ...changes,
})

describe('publishing', () => {
  it('changes the public page', async () => {
    expect((await saveHero('A new <em>title</em>', 'published')).status).toBe(200)
    await runJobs()
    expect(await page('index.html')).toContain('A new &lt;em&gt;title&lt;/em&gt;')
    expect((await publications())[0]).toMatchObject({ status: 'live' })
  })

  it('works with an optional field that was cleared', async () => {
    const before = await app.payload.findGlobal({ slug: 'programme-page', overrideAccess: true })
    const answer = await app.rest('POST', '/globals/programme-page', {
      as: 'comms',
      body: { community: { ...before.community, url: '' }, _status: 'published' },
    })
    expect(answer.status).toBe(200)
    await saveHero('After clearing', 'published')
    await runJobs()
    expect(await page('index.html')).toContain('After clearing')
  })

  it('leaves the public page alone while a draft is saved', async () => {
    const before = await readlink(path.join(app.dataDir, 'site', 'current'))
    expect((await saveHero('Not ready', 'draft')).status).toBe(200)
    await runJobs()
    expect(await readlink(path.join(app.dataDir, 'site', 'current'))).toBe(before)
    expect(await page('index.html')).not.toContain('Not ready')
  })

  it('of many changes at once builds the site once', async () => {
    const before = (await publications()).length
    for (let i = 0; i < 5; i += 1) await saveHero(`Title ${i}`, 'published')
    await runJobs()
    expect(await page('index.html')).toContain('Title 4')
    expect((await publications()).length).toBe(before + 1)
  })

  it('shows resource links in their order and takes retired ones off', async () => {
    const ids = []
    for (const title of ['First link', 'Second link']) {
      const { json } = await app.rest('POST', '/resource-links', {
        as: 'comms',
        body: link({ title }),
      })
      ids.push(json.doc.id)
    }
    await runJobs()
    const html = await page('resources/index.html')
    expect(html.indexOf('First link')).toBeGreaterThan(0)
    expect(html.indexOf('First link')).toBeLessThan(html.indexOf('Second link'))

    await reorder(ids[1], ids[0])
    await runJobs()
    const reordered = await page('resources/index.html')
    expect(reordered.indexOf('Second link')).toBeLessThan(reordered.indexOf('First link'))

    await app.rest('PATCH', `/resource-links/${ids[0]}`, { as: 'comms', body: { isRetired: true } })
    await runJobs()
    expect(await page('resources/index.html')).not.toContain('First link')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'example.org', 'ftp://example.org'])(
    'refuses the address %s for a resource link, at its field',
    async (url) => {
      const answer = await app.rest('POST', '/resource-links', { as: 'comms', body: link({ url }) })
      expect(answer.status).toBe(400)
      expect(answer.json.errors[0].data.errors[0]).toMatchObject({ path: 'url' })
    },
  )
})

/** Puts one link before another, as dragging a row does. */
const reorder = async (moved: string, target: string) => {
  const { json } = await app.rest('GET', `/resource-links/${target}`, { as: 'comms' })
  const answer = await app.rest('POST', '/reorder', {
    as: 'comms',
    body: {
      collectionSlug: 'resource-links',
      docsToMove: [moved],
      newKeyWillBe: 'less',
      orderableFieldName: '_order',
      target: { id: target, key: json._order },
    },
  })
  expect(answer.status).toBe(200)
}

describe('a publication that fails', () => {
  it.each([
    [
      'the build ends badly',
      [process.execPath, '-e', 'console.error("No such template"); process.exit(3)', '--'],
      'No such template',
    ],
    ['the build makes no pages', [process.execPath, '-e', '', '--'], 'has no index.html'],
    ['there is no build', ['/no/such/program'], 'ENOENT'],
  ])('because %s leaves the site that is up and says why', async (_what, command, says) => {
    const { publishSite } = await import('../../plugins/publication/publish.ts')
    const { PUBLICATION } = await import('../../programme/publication.ts')
    const before = await page('index.html')

    await publishSite(
      await app.reqAs('comms'),
      { ...PUBLICATION, buildCommand: command as [string, ...string[]] },
      true,
    )

    const [last] = await publications()
    expect(last).toMatchObject({ status: 'failed', problem: expect.stringContaining(says) })
    expect(await page('index.html')).toBe(before)
  })

  it('because the page was unpublished tells the comms team in their words', async () => {
    await app.rest('POST', '/globals/programme-page', { as: 'comms', body: { _status: 'draft' } })
    await runJobs()
    expect((await publications())[0]).toMatchObject({
      status: 'failed',
      problem: expect.stringMatching(/The programme page is not published/),
    })
    await saveHero('Back again', 'published')
    await runJobs()
    expect(await page('index.html')).toContain('Back again')
  })
})

describe('the words of the emails', () => {
  it.each([
    [
      'an unknown placeholder',
      { body: 'Hello {{nam}}, {{link}}' },
      /\{\{nam\}\} can’t be used here/,
    ],
    ['a missing one that is needed', { body: 'Hello {{role}}' }, /Put \{\{link\}\} in the message/],
    ['an empty message', { body: ' ' }, /Enter a message/],
  ])('are not saved with %s', async (_what, words, says) => {
    const find = async () => {
      const where = { name: { equals: 'confirmSignUp' } }
      const found = { collection: 'mail-words', where, overrideAccess: true } as const
      return (await app.payload.find(found)).docs[0]!
    }
    const before = await find()
    const answer = await app.rest('PATCH', `/mail-words/${before.id}`, {
      as: 'comms',
      body: { ...words, _status: 'published' },
    })
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].data.errors[0].message).toMatch(says)
    expect(await find()).toEqual(before)
  })
})

import { readFile, readlink, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { declareOptions, keepUpRound, publishSite } from '@mentoring/publication'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { boot, type Installation } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { richText } from '../helpers/rich-text.ts'

let app: Installation
let pages: ReturnType<typeof pagesOf>
beforeAll(async () => {
  app = await boot()
  pages = pagesOf(app)
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
      sort: '-number',
      pagination: false,
      overrideAccess: true,
    })
  ).docs

const saveHero = (title: string, status: 'draft' | 'published') =>
  pages.save('home', { title, lead: 'Words' }, { status })

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
    const answer = await pages.savePart('footer', { links: [], text: '' })
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
    const { PUBLICATION } = await import('../../programme/publication.ts')
    const before = await page('index.html')

    await publishSite(
      await app.reqAs('comms'),
      declareOptions({ ...PUBLICATION, buildCommand: command as [string, ...string[]] }),
      { cause: 'byHand', isForced: true },
    )

    const [last] = await publications()
    expect(last).toMatchObject({ status: 'failed', problem: expect.stringContaining(says) })
    expect(await page('index.html')).toBe(before)
  })

  it('because the page was unpublished tells the comms team in their words', async () => {
    const id = await pages.idOf('home')
    const where = { collection: 'pages', id } as const
    await app.payload.db.updateOne({ ...where, data: { _status: 'draft' } })
    await app.rest('POST', '/publish', { as: 'comms' })
    await runJobs()
    expect((await publications())[0]).toMatchObject({
      status: 'failed',
      problem: expect.stringMatching(/The page “Programme page” is not published/),
    })
    await saveHero('Back again', 'published')
    await runJobs()
    expect(await page('index.html')).toContain('Back again')
  })
})

describe('a publication that was lost', () => {
  const look = async () => {
    const { PUBLICATION } = await import('../../programme/publication.ts')
    const round = keepUpRound(declareOptions(PUBLICATION))
    // The first round leaves it to the start.
    await round.run(app.payload)
    await round.run(app.payload)
  }

  it('with its job is made up for, without anybody pressing a button', async () => {
    await saveHero('Lost with its job', 'published')
    await app.payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
    const before = (await publications()).length
    await look()
    expect(await page('index.html')).toContain('Lost with its job')
    await look()
    expect(await publications()).toHaveLength(before + 1)
  })

  it('for a reason that is over is made up for; while it lasts it is told once', async () => {
    const site = path.join(app.dataDir, 'site')
    const builds = path.join(site, 'builds')
    await rename(builds, `${builds}-away`)
    await writeFile(builds, 'no folder')
    await saveHero('Waits for the folder', 'published')
    await runJobs()
    const failed = await publications()
    expect(failed[0]).toMatchObject({ status: 'failed' })
    await look()
    await look()
    expect(await publications()).toHaveLength(failed.length)
    await rm(builds)
    await rename(`${builds}-away`, builds)
    await look()
    expect((await publications())[0]).toMatchObject({ status: 'live' })
    expect(await page('index.html')).toContain('Waits for the folder')
  })

  it('although its content is up is made up for too', async () => {
    const { PUBLICATION } = await import('../../programme/publication.ts')
    const broken = { ...PUBLICATION, mustContain: ['no-such-page.html'] }
    await publishSite(await app.reqAs('comms'), declareOptions(broken), {
      cause: 'byHand',
      isForced: true,
    })
    expect((await publications())[0]).toMatchObject({ status: 'failed' })
    await look()
    expect((await publications())[0]).toMatchObject({ status: 'live' })
  })
})

describe('content that can’t be used', () => {
  const spoil = async (id: string, data: Record<string, unknown>) => {
    await app.payload.db.updateOne({ collection: 'resource-links', id, data })
  }
  const last = async () => (await publications())[0]!

  it('is left out, says which record and field, and keeps nothing else from being published', async () => {
    const { json } = await app.rest('POST', '/resource-links', {
      as: 'comms',
      body: link({ title: 'Exams' }),
    })
    await spoil(json.doc.id, { url: 'https:rcp.example.org/exams' })
    await saveHero('An urgent change', 'published')
    await runJobs()
    expect(await page('index.html')).toContain('An urgent change')
    expect(await page('resources/index.html')).not.toContain('Exams')
    expect(await last()).toMatchObject({
      status: 'live',
      findings: [
        {
          text: 'The resource link “Exams” is left out, “Web address”: Enter a full web address, like https://example.org/page.',
          path: `/collections/resource-links/${json.doc.id}`,
        },
      ],
    })

    // Another that is left out changes nothing on the site, and is told all the same.
    const other = await app.rest('POST', '/resource-links', { as: 'comms', body: link() })
    await runJobs()
    await spoil(other.json.doc.id, { audience: null })
    await app.rest('POST', '/publish', { as: 'comms' })
    await runJobs()
    expect((await last()).findings).toHaveLength(2)

    for (const { id } of [json.doc, other.json.doc]) {
      await app.payload.delete({ collection: 'resource-links', id, overrideAccess: true })
    }
    await runJobs()
    expect((await last()).findings ?? []).toEqual([])
  })

  it('is refused where it is typed: a link in rich text, in a part of a page', async () => {
    const save = (url: string) =>
      pages.save('home', { layout: [{ blockType: 'text', body: richText('See ', url) }] })
    for (const url of ['https:rcp.example.org/exams', '#_ftn1', '//example.org']) {
      expect((await save(url)).status, url).toBe(400)
    }
    expect((await save('https://example.org/exams')).status).toBe(200)
    await runJobs()
    expect(await page('index.html')).toContain('<a href="https://example.org/exams">a link</a>')
  })

  it('is not put up without its picture, which is named', async () => {
    const picture = await app.payload.create({
      collection: 'media',
      data: { alt: 'A ward' },
      file: {
        data: await sharp({
          create: { width: 1300, height: 700, channels: 3, background: '#005eb8' },
        })
          .png()
          .toBuffer(),
        mimetype: 'image/png',
        name: 'ward.png',
        size: 1,
      },
      overrideAccess: true,
    })
    const withPicture = (image: string | null) =>
      pages.save('home', { layout: [{ blockType: 'hero', image }] })
    await withPicture(picture.id)
    await runJobs()
    expect(await page('index.html')).toContain('A ward')

    const folder = path.join(app.dataDir, 'media')
    await rename(folder, `${folder}-away`)
    await app.rest('POST', '/publish', { as: 'comms' })
    await runJobs()
    expect(await last()).toMatchObject({
      status: 'failed',
      problem: expect.stringMatching(/The file of the picture “A ward” \(.+\) is missing/),
      findings: [{ path: `/collections/media/${picture.id}` }],
    })
    expect(await page('index.html')).toContain('A ward')
    await rename(`${folder}-away`, folder)
    await app.rest('POST', '/publish', { as: 'comms' })
    await runJobs()
    expect((await last()).status).toBe('live')
    await withPicture(null)
    await runJobs()
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

describe('a text that has to be there', () => {
  it.each([['   '], ['\u200b'], ['\u00a0\u200f '], ['\n']])(
    'is refused when it shows nothing: %j',
    async (blank) => {
      const words = { title: 'T', url: 'https://example.org/', audience: 'A', description: 'D' }
      for (const field of ['title', 'description']) {
        const body = { ...words, [field]: blank, _status: 'published' }
        const answer = await app.rest('POST', '/resource-links', { as: 'comms', body })
        expect([answer.status, answer.text], field).toEqual([
          400,
          expect.stringMatching(/blank|required/),
        ])
      }
      expect((await saveHero(blank, 'published')).status).toBe(400)
      // A draft may be as unfinished as it is.
      expect((await saveHero(blank, 'draft')).status).toBe(200)
    },
  )

  it('may be of signs alone, in any script', async () => {
    for (const title of ['!', 'میرا', '👩‍⚕️']) {
      expect((await saveHero(title, 'published')).status, title).toBe(200)
    }
  })
})

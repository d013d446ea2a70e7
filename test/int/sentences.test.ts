import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { writeStarterContent } from '../../globals/starter.ts'
import { renderPage } from '../../site/render.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { pagesOf } from '../helpers/pages.ts'
import { publicationsOf } from '../helpers/publications.ts'
import { expectHarmless, HOSTILE } from '../site/hostile.ts'

/** The fixed sentences of the site, changed by the comms team. */

let app: Installation
let site: ReturnType<typeof publicationsOf>
let pages: ReturnType<typeof pagesOf>
let id: string
beforeAll(async () => {
  app = await boot()
  site = publicationsOf(app)
  pages = pagesOf(app)
  id = (await findPart()).id
})
afterAll(() => app.close())
beforeEach(async () => {
  const { status, text } = await save({})
  expect(status, text).toBe(200)
  await site.publish()
})

const findPart = async (query = '') =>
  (await app.rest('GET', `/site-parts?where[part][equals]=words${query}`, { as: 'comms' })).json
    .docs[0]
const save = (changed: unknown, status: 'draft' | 'published' = 'published') =>
  pages.savePart('words', { changed }, { status })
/** For what no save has asked for. */
const publishNow = async () => {
  await app.rest('POST', '/publish', { as: 'comms' })
  await site.publish()
}
const built = (path: string) => site.page(path)
/** Made on request: there are no answers of this browser. */
const onRequest = async (path = '/sign-up/mentee/check') =>
  (await app.rest('GET', path, { headers: { accept: 'text/html' } })).text
/** As the database has it. */
const stored = async () => {
  const doc = await app.payload.db.findOne<{ id: string; words?: { changed?: unknown } }>({
    collection: 'site-parts',
    where: { part: { equals: 'words' } },
  })
  return doc?.words?.changed ?? null
}

const CHANGED = {
  'parts.wantsMentor': 'Find me a “mentor” & friend',
  'later.gone': 'We have no answers of this browser',
  'links.unknown': 'We do not know this link',
  'later.goneSent': '{{link}} if you have sent your sign-up.',
}

describe('a sentence in other words', () => {
  it('stands on built pages and on pages made on request, once it is published', async () => {
    expect(await built('sign-up/index.html')).toContain('I want a mentor')
    expect(await onRequest()).toContain('Your answers are not here')
    expect((await save(CHANGED)).status).toBe(200)
    await site.publish()
    expect(await built('sign-up/index.html')).toContain('Find me a “mentor” &amp; friend')
    expect(await built('sign-up/index.html')).not.toContain('I want a mentor')
    const shown = await onRequest()
    expect(shown).toContain('We have no answers of this browser')
    expect(shown).not.toContain('Your answers are not here')
    expect(shown).toContain(
      '<a href="/sign-up/mentee/check-your-email/">check your email</a> if you have sent your sign-up.',
    )
    expect(await onRequest(`/sign-up/confirm?token=${'x'.repeat(43)}`)).toContain(
      'We do not know this link',
    )
  })

  it('is the same byte for byte wherever a page is made', async () => {
    await save(CHANGED)
    await site.publish()
    const { currentSnapshot } = await import('../../programme/site/current-snapshot.ts')
    const snapshot = await currentSnapshot(await app.reqAs('comms'))
    const shown = snapshot.pages.find(({ role }) => role === 'signUp')!
    const html = renderPage({ snapshot, shown })
    expect(html).toContain('Find me')
    expect(html.trim()).toBe((await built('sign-up/index.html')).trim())
  })

  it('is text wherever it stands, whatever somebody types', async () => {
    const words = HOSTILE.replace(/\{\{.*/, '')
    const saved = await save({ 'page.menu': words, 'page.more': words, 'later.gone': words })
    expect(saved.status, saved.text).toBe(200)
    await site.publish()
    for (const html of [await built('index.html'), await onRequest()]) {
      expectHarmless(html)
      expect(html).toContain('aria-label="&quot;&#39;&gt;&lt;script&gt;')
    }
  })

  it('is seen in the preview before, saved or only typed, and nowhere else', async () => {
    await save({ 'page.about': 'Around this site' }, 'draft')
    const shown = await app.rest('GET', `/preview/site-parts/${id}`, { as: 'comms' })
    expect(shown.text).toContain('aria-label="Around this site"')
    const body = {
      collection: 'site-parts',
      id,
      data: { words: { changed: { 'page.about': 'Typed n', 'page.menu': '', 'page.gone': 'A' } } },
    }
    const typed = await app.rest('POST', '/preview/render', { as: 'comms', body })
    expect(typed.json.html).toContain('aria-label="Typed n"')
    expect(typed.json.html).toContain('aria-label="Menu"')
    await site.publish()
    expect(await built('index.html')).toContain('aria-label="About this site"')
    const link = await app.rest('POST', '/preview/links', {
      as: 'comms',
      body: { collection: 'site-parts', document: id },
    })
    const path = new URL(link.json.url).pathname
    expect((await app.rest('GET', path)).text).toContain('aria-label="Around this site"')
  })

  it('is seen on each page that editors choose, also on those made on request', async () => {
    await save({ 'my.next': 'What to do now', 'later.gone': 'No answers' }, 'draft')
    const shown = await app.rest('GET', `/preview/site-parts/${id}?page=mentor`, { as: 'comms' })
    expect(shown.text).toContain('What to do now')
    const names = [...shown.text.matchAll(/href="\?page=([^"]+)"/g)].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(20)
    for (const name of names) {
      const page = decodeURIComponent(name)
      const body = {
        ...{ collection: 'site-parts', id, page },
        data: { words: { changed: { 'page.menu': 'Typed' } } },
      }
      const typed = await app.rest('POST', '/preview/render', { as: 'comms', body })
      expect(typed.json.html, page).toContain('aria-label="Typed"')
      expect(typed.json.html, page).toContain(`?page=${name}" aria-current="page"`)
      expect(typed.json.html, page).toContain('noindex')
    }
    const path = `/preview/site-parts/${id}`
    for (const page of ['gone', '__proto__', '/resources/']) {
      const { status } = await app.rest('GET', `${path}?page=${page}`, { as: 'comms' })
      expect(status).toBe(200)
    }
  })

  it('is kept only where it differs from what the software came with', async () => {
    await save({ 'page.menu': ' Menu ', 'page.more': ' All\n of it ' })
    expect(await stored()).toEqual({ 'page.more': 'All of it' })
    await save({ 'page.more': 'More' })
    expect(await stored()).toBeNull()
  })
})

const REFUSED: [string, unknown, RegExp][] = [
  ['a key that is none', { 'page.gone': 'A' }, /There is no sentence “page.gone”/],
  [
    'blanks',
    { 'page.menu': ' \u200b ' },
    /“Every page”, “Name of the menu, read aloud”: Enter words/,
  ],
  ['no text', { 'page.menu': { a: 1 } }, /“Name of the menu, read aloud”: Enter words/],
  ['too long', { 'page.menu': 'x'.repeat(61) }, /Shorten it to 60 characters or fewer/],
  [
    'without what is filled in',
    { 'signUp.step': 'Page' },
    /Keep \{\{number\}\} and \{\{count\}\} in it/,
  ],
  ['with a placeholder of another', { 'page.menu': '{{name}}' }, /Take \{\{name\}\} out/],
  ['as a list', [{ 'page.menu': 'A' }], /Send the changed sentences as one object/],
]

describe('what the site could not say', () => {
  it.each(REFUSED)('is refused: %s', async (_, changed, problem) => {
    for (const status of ['draft', 'published'] as const) {
      const answer = await save(changed, status)
      expect(answer.status, status).toBe(400)
      expect(answer.json.errors[0].data.errors[0]).toMatchObject({
        path: 'words.changed',
        message: expect.stringMatching(problem),
      })
    }
    const many = await app.rest('PATCH', '/site-parts?where[part][equals]=words', {
      as: 'comms',
      body: { words: { changed } },
    })
    expect(many.status).toBe(400)
    const data = { words: { changed: changed as Record<string, unknown> } }
    await expect(
      app.payload.update({ collection: 'site-parts', id, data, overrideAccess: true }),
    ).rejects.toThrow()
    expect(await stored()).toBeNull()
  })

  it('is for the comms team to say', async () => {
    for (const as of ['coordinator', undefined] as const) {
      const body = { words: { changed: { 'page.menu': 'A' } } }
      expect((await app.rest('PATCH', `/site-parts/${id}`, { as, body })).status).toBe(403)
    }
  })
})

describe('a sentence that a later version', () => {
  /** Past the rules, as it was saved by another version. */
  const put = async (changed: object) => {
    const data = { words: { changed } }
    const { db } = app.payload
    await db.updateOne({ collection: 'site-parts', id, data })
    const { docs } = await db.findVersions<{ words?: object }>({
      collection: 'site-parts',
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    })
    const { id: version, version: last } = docs[0]!
    await db.updateVersion({
      collection: 'site-parts',
      id: version,
      versionData: { version: { ...last, ...data } },
    })
    return String(version)
  }

  it('dropped stops neither a save, nor a publication, nor a way back', async () => {
    const version = await put({ 'page.gone': 'A', 'page.menu': 'Ways' })
    const read = await findPart()
    expect(read.words.changed).toEqual({ 'page.menu': 'Ways' })
    await publishNow()
    expect(await built('index.html')).toContain('aria-label="Ways"')
    const plain = await app.rest('PATCH', `/site-parts/${id}`, {
      as: 'comms',
      body: { _status: 'published' },
    })
    expect(plain.status, plain.text).toBe(200)
    const saved = await save({ ...read.words.changed, 'page.more': 'All' })
    expect(saved.status, saved.text).toBe(200)
    expect(await stored()).toEqual({ 'page.menu': 'Ways', 'page.more': 'All' })
    const back = await app.rest('POST', `/site-parts/versions/${version}?draft=true`, {
      as: 'comms',
    })
    expect(back.status, back.text).toBe(200)
    expect((await findPart('&draft=true')).words.changed).toEqual({ 'page.menu': 'Ways' })
  })

  it('gave another placeholder says what it came with, and the publication says so', async () => {
    const version = await put({ 'signUp.step': 'Page {{old}}', 'page.menu': 'Ways' })
    await publishNow()
    expect(await built('index.html')).toContain('aria-label="Ways"')
    const [{ findings }] = await site.rows()
    expect(findings).toContainEqual({
      text: expect.stringMatching(
        /^“Sign-up”, “Questions: how far somebody is”: the site says what it came with\. Keep/,
      ),
      path: `/collections/site-parts/${id}`,
    })
    const back = await app.rest('POST', `/site-parts/versions/${version}?draft=true`, {
      as: 'comms',
    })
    expect(back.status, back.text).toBe(200)
    expect((await findPart('&draft=true')).words.changed).toEqual({ 'page.menu': 'Ways' })
  })
})

describe('the document', () => {
  it('comes to an installation that has none, at its next start, and stays as it is after', async () => {
    await app.payload.db.deleteOne({ collection: 'site-parts', where: { id: { equals: id } } })
    await app.payload.db.deleteVersions({
      collection: 'site-parts',
      where: { parent: { equals: id } },
    })
    await publishNow()
    expect(await built('index.html')).toContain('aria-label="Menu"')
    await writeStarterContent(app.payload)
    const made = await findPart()
    id = made.id
    expect(made).toMatchObject({ part: 'words', _status: 'published' })
    expect((await save({ 'page.menu': 'Ways' })).status).toBe(200)
    await writeStarterContent(app.payload)
    const { totalDocs } = await app.payload.count({
      collection: 'site-parts',
      where: { part: { equals: 'words' } },
      overrideAccess: true,
    })
    expect(totalDocs).toBe(1)
    expect((await findPart()).words.changed).toEqual({ 'page.menu': 'Ways' })
  })

  it('can be taken off the site: it then says what it came with', async () => {
    await save({ 'page.menu': 'Ways' })
    const body = { _status: 'draft' }
    const { status } = await app.rest('PATCH', `/site-parts/${id}`, { as: 'comms', body })
    expect(status).toBe(200)
    await site.publish()
    expect(await built('index.html')).toContain('aria-label="Menu"')
  })
})

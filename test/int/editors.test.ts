import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { boot, type Installation } from '../helpers/boot.ts'

/** Editors of content: nobody loses words to another, everybody sees whose they are, and there is a way back. */

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

const link = (more: object = {}) => ({
  title: 'As it was',
  url: 'https://example.org/',
  audience: 'Doctors',
  description: 'A page',
  ...more,
})

/** A record of content, with what editors do to it through REST; each fails the test when it is refused. */
const makeLink = async (more: object = {}) => {
  const created = await app.rest('POST', '/resource-links', { as: 'comms', body: link(more) })
  expect(created.status, created.text).toBe(201)
  const { id, basedOn } = created.json.doc as { id: string; basedOn: string }
  const path = `/resource-links/${id}`
  return {
    id,
    path,
    opened: basedOn,
    save: (body: object, { as = 'comms', query = '' }: { as?: Role; query?: string } = {}) =>
      app.rest('PATCH', `${path}${query}`, { as, body }),
    read: async (query = '?draft=true', as: Role = 'comms') =>
      (await app.rest('GET', `${path}${query}`, { as })).json,
    versions: async () =>
      (
        await app.rest(
          'GET',
          `/resource-links/versions?where[parent][equals]=${id}&sort=-updatedAt`,
          {
            as: 'comms',
          },
        )
      ).json.docs,
  }
}

describe('two editors of one record', () => {
  it('do not save over each other, and whoever is second is told who was first', async () => {
    const { opened, read, save } = await makeLink({ _status: 'published' })
    // A form sends all it was given, with who changed it last.
    const first = await save({ title: 'By the first', basedOn: opened }, { as: 'admin' })
    expect(first.status, first.text).toBe(200)
    const second = await save({ title: 'By the second', basedOn: opened, changedBy: 'comms' })
    expect([second.status, second.json.errors[0].message]).toEqual([
      409,
      expect.stringMatching(/^admin published this on \w+day .*, after you opened it here\./),
    ])
    expect(second.json.errors[0].data.errors).toEqual([
      { path: 'basedOn', message: second.json.errors[0].message },
    ])
    expect((await read()).title).toBe('By the first')
    // Whoever has seen what it is now may save.
    const { basedOn } = await read()
    expect((await save({ title: 'By the second', basedOn })).status).toBe(200)
    expect((await read()).title).toBe('By the second')
  })

  it('nor over drafts of each other, and one goes on after their own saves', async () => {
    const { opened, read, save } = await makeLink({ _status: 'published' })
    const asDraft = { query: '?draft=true' }
    const first = await save({ title: 'Draft 1', basedOn: opened, _status: 'draft' }, asDraft)
    expect(first.status, first.text).toBe(200)
    expect(
      (await save({ title: 'Over it', basedOn: opened, _status: 'draft' }, asDraft)).json.errors[0]
        .message,
    ).toMatch(/^You saved this in another window on /)
    const { basedOn } = first.json.doc
    expect((await save({ title: 'Draft 2', basedOn, _status: 'draft' }, asDraft)).status).toBe(200)
    const { basedOn: newest } = await read()
    const live = await save({ title: 'Live', basedOn: newest, _status: 'published' })
    expect(live.status, live.text).toBe(200)
    const again = { title: 'Live again', basedOn: live.json.doc.basedOn, _status: 'published' }
    expect((await save(again)).status).toBe(200)
    expect((await read('?draft=false')).title).toBe('Live again')
  })

  it('at the same moment: one of them is refused', async () => {
    const { opened, save } = await makeLink({ _status: 'published' })
    const saves = await Promise.all(
      ['A', 'B', 'C'].map((title) =>
        save({ title, basedOn: opened, _status: 'draft' }, { query: '?draft=true' }),
      ),
    )
    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  it('of a question of the forms are told too; a program that does not say what it goes by is not asked', async () => {
    const { json } = await app.rest('GET', '/questions?limit=1', { as: 'comms' })
    const { id, basedOn } = json.docs[0]
    const save = (body: object, as: Role = 'comms') =>
      app.rest('PATCH', `/questions/${id}`, { as, body })
    expect((await save({ purpose: 'One', basedOn }, 'coordinator')).status).toBe(200)
    const second = await save({ purpose: 'Two', basedOn })
    expect(second.json.errors[0].message).toMatch(/^coordinator saved this on /)
    expect((await save({ purpose: 'Three' })).status).toBe(200)
  })

  it('what the publication of the forms notes in a question is nobody’s change', async () => {
    const body = {
      adminLabel: 'Nickname',
      kind: 'text',
      purpose: 'To try it.',
      mentee: { label: 'N' },
    }
    const made = await app.rest('POST', '/questions', { as: 'comms', body })
    expect(made.status, made.text).toBe(201)
    const { id, basedOn, key } = made.json.doc
    const { docs } = (
      await app.rest('GET', '/sign-up-forms?where[kind][equals]=mentee', { as: 'comms' })
    ).json
    const [{ id: form, pages }] = docs
    pages.at(-1).questions.push({ question: key })
    const asked = await app.rest('PATCH', `/sign-up-forms/${form}`, {
      as: 'comms',
      body: { pages },
    })
    expect(asked.status, asked.text).toBe(200)
    const published = await app.rest('POST', '/forms/publish', { as: 'comms', body: {} })
    expect(published.status, published.text).toBe(200)
    const saved = await app.rest('PATCH', `/questions/${id}`, {
      as: 'comms',
      body: { purpose: 'To try it twice.', basedOn },
    })
    expect(saved.status, saved.text).toBe(200)
  })

  it('what a save goes by is kept nowhere, and told to staff alone', async () => {
    const { id } = await makeLink({ _status: 'published' })
    const row = await app.payload.db.findOne<{ id: string }>({
      collection: 'resource-links',
      where: { id: { equals: id } },
    })
    expect(row).not.toHaveProperty('basedOn')
    const shown = (await app.rest('GET', `/resource-links/${id}`)).json
    for (const name of ['basedOn', 'changedBy', 'changedById', 'changeNote', 'ownerEmail'])
      expect(shown, name).not.toHaveProperty(name)
    for (const query of ['where[basedOn][exists]=true', 'where[changedBy][like]=a', 'sort=basedOn'])
      expect((await app.rest('GET', `/resource-links?${query}`)).status, query).toBeLessThan(500)
  })
})

describe('every version', () => {
  it('says who made it, and what they say of it', async () => {
    const { read, save, versions } = await makeLink({ _status: 'published' })
    await save(
      { title: 'New', changeNote: 'A new name', _status: 'draft' },
      { query: '?draft=true', as: 'admin' },
    )
    await save({ _status: 'published' })
    expect((await read()).changeNote).toBe('A new name')
    await save({ title: 'Newer', changeNote: 'A new name' })
    const said = (await versions()).map(({ version }: { version: Record<string, unknown> }) => [
      version.title,
      version.changedBy,
      version.changeNote ?? null,
    ])
    expect(said).toEqual([
      ['Newer', 'comms', null],
      ['New', 'comms', 'A new name'],
      ['New', 'admin', 'A new name'],
      ['As it was', 'comms', null],
    ])
  })

  it('and nobody says it for somebody else', async () => {
    const { read, save } = await makeLink()
    for (const body of [{ changedBy: 'Somebody' }, { changedById: 'x' }]) await save(body)
    expect((await read()).changedBy).toBe('comms')
    expect(await read()).not.toHaveProperty('changedById')
  })
})

describe('an older version', () => {
  it('comes back as a draft, and the public sees no difference', async () => {
    const { read, save, versions, path } = await makeLink({ _status: 'published' })
    await save({ title: 'Second', _status: 'published' })
    const oldest = (await versions()).at(-1)
    const plain = await app.rest('POST', `/resource-links/versions/${oldest.id}`, { as: 'comms' })
    expect([plain.status, plain.json.errors[0].message]).toEqual([
      400,
      expect.stringMatching(/^An older version comes back as a draft/),
    ])
    expect((await read('?draft=true')).title).toBe('Second')
    const back = await app.rest('POST', `/resource-links/versions/${oldest.id}?draft=true`, {
      as: 'comms',
    })
    expect(back.status, back.text).toBe(200)
    expect((await app.rest('GET', path)).json.title).toBe('Second')
    expect(await read()).toMatchObject({ title: 'As it was', _status: 'draft', changedBy: 'comms' })
    // It is a draft like any other.
    const { basedOn } = await read()
    expect((await save({ basedOn, _status: 'published' })).status).toBe(200)
    expect((await app.rest('GET', path)).json.title).toBe('As it was')
  })
})

describe('the bin', () => {
  it('takes what comms delete off the site and gives it back', async () => {
    const { id, path, save } = await makeLink({ title: 'Binned', _status: 'published' })
    const { contentSnapshot } = await import('../../programme/site/content-snapshot.ts')
    const isOnSite = async () =>
      (await contentSnapshot(await app.reqAs('comms'))).snapshot.resources.some(
        ({ title }) => title === 'Binned',
      )
    expect(await isOnSite()).toBe(true)
    const queued = () => app.payload.count({ collection: 'payload-jobs', overrideAccess: true })
    const { totalDocs: before } = await queued()
    const binned = await save({ deletedAt: new Date().toISOString() })
    expect(binned.status, binned.text).toBe(200)
    expect(await isOnSite()).toBe(false)
    expect((await queued()).totalDocs).toBe(before + 1)
    for (const query of ['', '?trash=true', `?trash=true&where[id][equals]=${id}`]) {
      const list = await app.rest('GET', `/resource-links${query}`)
      expect(
        list.json.docs.map((doc: { id: string }) => doc.id),
        query,
      ).not.toContain(id)
      expect((await app.rest('GET', `${path}${query}`)).status, query).toBe(404)
    }
    const back = await save({ deletedAt: null }, { query: '?trash=true' })
    expect(back.status, back.text).toBe(200)
    expect(await isOnSite()).toBe(true)
  })

  it('is for those who may delete', async () => {
    const { save } = await makeLink()
    const binned = await save({ deletedAt: new Date().toISOString() }, { as: 'coordinator' })
    expect(binned.status).toBe(403)
  })
})

describe('a record that a colleague has open', () => {
  const openIn = async (role: Role, id: string) => {
    const user = { relationTo: 'users' as const, value: (await app.reqAs(role)).user!.id }
    await app.payload.create({
      collection: 'payload-locked-documents',
      data: { document: { relationTo: 'resource-links', value: id }, user },
      overrideAccess: true,
      req: await app.reqAs(role),
    })
  }

  it('is told by their name, when it is looked at and when it can’t be saved', async () => {
    const { id, save } = await makeLink({ title: 'Open elsewhere' })
    await openIn('admin', id)
    const query = `?where[document.value][equals]=${id}&where[document.relationTo][equals]=resource-links`
    const notes = await app.rest('GET', `/payload-locked-documents${query}&depth=1`, {
      as: 'comms',
    })
    const { id: admin } = (await app.reqAs('admin')).user!
    expect(notes.status, notes.text).toBe(200)
    expect(notes.json.docs[0].user.value).toEqual({ id: admin, name: 'admin', email: 'admin' })
    const told = /^admin has “Open elsewhere” open and may be changing it\. Ask them to save/
    const one = await save({ title: 'Other' })
    expect([one.status, one.json.errors[0].message]).toEqual([423, expect.stringMatching(told)])
    const many = await app.rest('PATCH', `/resource-links?where[id][in]=${id}`, {
      as: 'comms',
      body: { title: 'Other' },
    })
    expect(many.json.errors[0].message).toMatch(told)
    const gone = await app.rest('DELETE', `/resource-links/${id}`, { as: 'comms' })
    expect(gone.json.errors[0].message).toMatch(told)
  })
})

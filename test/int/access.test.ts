import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'
import { createIn } from '../helpers/store.ts'
import { stopTheClock } from '../helpers/stop-the-clock.ts'

/**
 * Who may do what, written out: every role × every collection and global × every operation, through
 * REST. A collection that is not in the table fails the test.
 */

type Asker = Role | 'public'
const ASKERS: Asker[] = ['public', 'comms', 'coordinator', 'admin']
const NOBODY: Asker[] = []
const ADMIN: Asker[] = ['admin']
const COORDINATORS: Asker[] = ['coordinator', 'admin']
const COMMS: Asker[] = ['comms', 'admin']
const STAFF: Asker[] = ['comms', 'coordinator', 'admin']
const EVERYONE: Asker[] = ASKERS

type Rights = {
  create: Asker[]
  read: Asker[]
  update: Asker[]
  delete: Asker[]
  versions?: Asker[]
}
const closed = { create: NOBODY, read: NOBODY, update: NOBODY, delete: NOBODY }

const COLLECTIONS: Record<string, Rights> = {
  mentors: { create: NOBODY, read: COORDINATORS, update: COORDINATORS, delete: COORDINATORS },
  mentees: { create: NOBODY, read: COORDINATORS, update: COORDINATORS, delete: COORDINATORS },
  matches: { ...closed, read: COORDINATORS },
  'matching-runs': { ...closed, read: COORDINATORS },
  'matching-introductions': closed,
  agreements: { ...closed, read: COORDINATORS },
  'match-steps': { ...closed, read: COORDINATORS },
  meetings: { ...closed, read: COORDINATORS },
  surveys: { ...closed, read: COORDINATORS },
  'personal-links': closed,
  visits: closed,
  'known-devices': closed,
  'mailed-codes': closed,
  'sign-up-drafts': closed,
  'training-days': {
    create: COORDINATORS,
    read: COORDINATORS,
    update: COORDINATORS,
    delete: COORDINATORS,
  },
  'training-places': { ...closed, read: COORDINATORS },
  mails: { ...closed, read: COORDINATORS },
  'mail-words': { create: NOBODY, read: COMMS, update: COMMS, delete: NOBODY, versions: COMMS },
  'resource-links': {
    create: COMMS,
    read: EVERYONE,
    update: COMMS,
    delete: COMMS,
    versions: COMMS,
  },
  'choice-lists': { create: STAFF, read: STAFF, update: STAFF, delete: STAFF, versions: STAFF },
  choices: { create: STAFF, read: STAFF, update: STAFF, delete: STAFF, versions: STAFF },
  questions: { create: STAFF, read: STAFF, update: STAFF, delete: STAFF, versions: STAFF },
  'sign-up-forms': {
    create: STAFF,
    read: STAFF,
    update: STAFF,
    delete: NOBODY,
    versions: STAFF,
  },
  'form-editions': { ...closed, read: STAFF },
  pages: { create: COMMS, read: STAFF, update: COMMS, delete: COMMS, versions: COMMS },
  'site-parts': { create: NOBODY, read: STAFF, update: COMMS, delete: NOBODY, versions: COMMS },
  redirects: { create: COMMS, read: COMMS, update: COMMS, delete: COMMS },
  media: { create: COMMS, read: STAFF, update: COMMS, delete: COMMS },
  publications: { ...closed, read: COMMS },
  'preview-links': { ...closed, read: COMMS },
  'link-checks': { ...closed, read: COMMS },
  users: { create: ADMIN, read: ADMIN, update: ADMIN, delete: NOBODY },
  limits: closed,
  'payload-jobs': { ...closed, read: ADMIN },
  turns: closed,
  'payload-kv': closed,
  'payload-migrations': closed,
  'payload-locked-documents': { create: NOBODY, read: COORDINATORS, update: ADMIN, delete: ADMIN },
}

/** Each user has preferences of their own; see the test below. */
const OWN_ONLY = ['payload-preferences']

const GLOBALS: Record<string, { read: Asker[]; update: Asker[]; versions?: Asker[] }> = {
  'programme-page': { read: NOBODY, update: NOBODY, versions: NOBODY },
  'site-wording': { read: NOBODY, update: NOBODY, versions: NOBODY },
  'matching-settings': { read: COORDINATORS, update: COORDINATORS },
  'mentoring-settings': { read: COORDINATORS, update: COORDINATORS },
}

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

const as = (asker: Asker) => (asker === 'public' ? {} : { as: asker })
/** 501 is Payload's answer for a collection without such a door. */
const isRefused = ({ status }: { status: number }) => [401, 403, 404, 501].includes(status)

/** A fresh record to be read, changed or deleted. */
const make = async (collection: string): Promise<string> => {
  const { payload } = app
  const create = async (data: object) => (await createIn(payload, collection, data)).id
  switch (collection) {
    case 'mentors':
      return (await createMentor(payload)).id
    case 'mentees':
      return (await createMentee(payload)).id
    case 'matches':
      return create({
        mentee: (await createMentee(payload)).id,
        mentor: (await createMentor(payload)).id,
        status: 'proposed',
        tier: 'other',
        tierLabel: 'Other',
        score: 0,
        madeBy: 'run',
      })
    case 'agreements':
      return create({
        match: await make('matches'),
        version: 1,
        key: crypto.randomUUID(),
        howOften: 'A',
        howLong: 'B',
        howToMeet: 'C',
        topics: 'D',
        confidentiality: 'E',
      })
    case 'match-steps':
      return create({
        match: await make('matches'),
        what: 'contact',
        at: new Date().toISOString(),
        by: 'mentor',
      })
    case 'meetings':
      return create({
        match: await make('matches'),
        on: new Date().toISOString(),
        way: 'online',
      })
    case 'surveys':
      return create({ match: await make('matches'), role: 'mentor', key: crypto.randomUUID() })
    case 'personal-links':
      return create({
        hash: crypto.randomUUID(),
        mentor: (await createMentor(payload)).id,
        purpose: 'page',
        expiresAt: new Date().toISOString(),
      })
    case 'visits':
      return create({
        name: crypto.randomUUID(),
        hash: 'h',
        mentor: (await createMentor(payload)).id,
        expiresAt: new Date().toISOString(),
        endsAt: new Date().toISOString(),
      })
    case 'known-devices':
      return create({ hash: crypto.randomUUID(), expiresAt: new Date().toISOString() })
    case 'mailed-codes':
      return create({ nonce: 'n', use: 'erase', triesLeft: 5, expiresAt: new Date().toISOString() })
    case 'sign-up-drafts':
      return create({
        tokenHash: crypto.randomUUID(),
        wrappedKey: 'k',
        kind: 'mentor',
        edition: 1,
        sealed: 's',
        expiresAt: new Date().toISOString(),
      })
    case 'training-days':
      return create(bodyFor('training-days'))
    case 'training-places':
      return create({
        day: await make('training-days'),
        mentor: (await createMentor(payload)).id,
        key: crypto.randomUUID(),
      })
    case 'matching-introductions':
      return create({ pairs: [], done: 0 })
    case 'matching-runs':
      return create({ mentees: 0, mentors: 0, places: 0, proposed: 0, total: 0 })
    case 'mails':
      return create({
        key: crypto.randomUUID(),
        to: 'a@example.org',
        subject: 'S',
        text: 'T',
        status: 'sent',
        template: 'personalLink',
      })
    case 'mail-words':
      return create({
        name: crypto.randomUUID(),
        subject: 'S',
        body: 'B',
        _status: 'published',
      })
    case 'pages':
      return create({ title: 'T', slug: `t-${crypto.randomUUID()}`, _status: 'published' })
    case 'site-parts':
      return (await payload.find({ collection, limit: 1, overrideAccess: true })).docs[0]!.id
    case 'redirects':
      return create({
        from: `/${crypto.randomUUID()}/`,
        to: { url: '/' },
        kind: '301',
        because: 'byHand',
      })
    case 'resource-links':
      return create({
        title: 'T',
        url: 'https://example.org/',
        audience: 'A',
        description: 'D',
        _status: 'published',
      })
    case 'choice-lists':
    case 'choices':
    case 'questions':
      return create(bodyFor(collection))
    case 'sign-up-forms':
    case 'form-editions': {
      const { docs } = await payload.find({ collection, limit: 1, overrideAccess: true })
      return docs[0]!.id
    }
    case 'media': {
      const data = await sharp({
        create: { width: 8, height: 8, channels: 3, background: '#005eb8' },
      })
        .png()
        .toBuffer()
      const media = await payload.create({
        collection: 'media',
        data: { alt: 'A' },
        file: {
          data,
          mimetype: 'image/png',
          name: `${crypto.randomUUID()}.png`,
          size: data.length,
        },
        overrideAccess: true,
      })
      return media.id
    }
    case 'preview-links':
      return create({
        ...{ hash: crypto.randomUUID(), collection: 'pages', document: 'x' },
        expiresAt: new Date().toISOString(),
      })
    case 'link-checks':
      return create({
        url: `https://example.org/${crypto.randomUUID()}`,
        failures: 0,
        nextAt: new Date().toISOString(),
      })
    case 'publications':
      return create({ status: 'live', startedAt: new Date().toISOString() })
    case 'users':
      return create({
        email: `${crypto.randomUUID()}@example.org`,
        name: 'N',
        role: 'admin',
        password: 'a long enough one',
      })
    case 'payload-jobs': {
      const job = await payload.jobs.queue({
        task: 'publishSite',
        queue: 'never',
        input: {},
        overrideAccess: true,
      })
      return String(job.id)
    }
    case 'payload-locked-documents':
      return create({
        document: { relationTo: 'users', value: (await app.reqAs('admin')).user!.id },
        user: { relationTo: 'users', value: (await app.reqAs('admin')).user!.id },
      })
    default:
      return 'no-such-id'
  }
}

/** A body that would be accepted from somebody who may. */
const bodyFor = (collection: string): object =>
  ({
    users: {
      email: `${crypto.randomUUID()}@example.org`,
      name: 'N',
      role: 'comms',
      password: 'a long enough one',
    },
    'resource-links': { title: 'T', url: 'https://example.org/', audience: 'A', description: 'D' },
    'choice-lists': { label: `List ${crypto.randomUUID()}`, noun: 'thing', order: 'alphabet' },
    choices: { list: 'topics', label: `Choice ${crypto.randomUUID()}` },
    questions: { adminLabel: `Q ${crypto.randomUUID()}`, kind: 'text', purpose: 'P' },
    'training-days': { title: 'T', startsAt: '2030-01-01T09:00:00.000Z', place: 'P', places: 5 },
  })[collection] ?? {}

describe('the table of rights', () => {
  it('covers every collection and global there is', () => {
    const { collections, globals } = app.payload.config
    expect(collections.map(({ slug }) => slug).sort()).toEqual(
      [...Object.keys(COLLECTIONS), ...OWN_ONLY].sort(),
    )
    expect(globals.map(({ slug }) => slug).sort()).toEqual(Object.keys(GLOBALS).sort())
  })
})

describe.each(Object.entries(COLLECTIONS))('%s', (collection, rights) => {
  describe.each(ASKERS)('asked by %s', (asker) => {
    const may = (operation: keyof Rights) => rights[operation]?.includes(asker) ?? false
    const verb = (operation: keyof Rights) => (may(operation) ? 'may' : 'may not')

    it(`${verb('read')} be read`, async () => {
      const id = await make(collection)
      const one = await app.rest('GET', `/${collection}/${id}`, as(asker))
      const list = await app.rest('GET', `/${collection}`, as(asker))
      const number = await app.rest('GET', `/${collection}/count`, as(asker))
      if (may('read')) {
        expect(one.json).toMatchObject({ id })
        expect(list.json.docs.length).toBeGreaterThan(0)
      } else {
        expect(isRefused(one), `read one: ${one.status}`).toBe(true)
        // Payload shows staff their own record only, and others nothing.
        const others = (list.json.docs ?? []).filter(
          (doc: { email: string }) => doc.email !== `${asker}@example.org`,
        )
        expect(others).toEqual([])
        expect(number.json.totalDocs ?? 0).toBeLessThanOrEqual(1)
      }
    })

    it(`${verb('create')} be created`, async () => {
      const body = bodyFor(collection)
      const before = await count(collection)
      const answer = await app.rest('POST', `/${collection}`, { ...as(asker), body })
      // A picture needs a file: that is asked for after the right to create.
      if (may('create')) expect([201, 400]).toContain(answer.status)
      else {
        expect(isRefused(answer), `create: ${answer.status}`).toBe(true)
        expect(await count(collection)).toBe(before)
      }
    })

    it(`${verb('update')} be changed`, async () => {
      const id = await make(collection)
      const body = collection === 'users' ? { name: 'Changed' } : {}
      const one = await app.rest('PATCH', `/${collection}/${id}`, { ...as(asker), body })
      if (may('update')) expect(one.status).toBe(200)
      else {
        expect(isRefused(one), `update: ${one.status}`).toBe(true)
        const many = await app.rest('PATCH', `/${collection}?where[id][equals]=${id}`, {
          ...as(asker),
          body,
        })
        expect(many.json.docs ?? []).toEqual([])
      }
    })

    it(`${verb('delete')} be deleted`, async () => {
      const id = await make(collection)
      const answer = await app.rest('DELETE', `/${collection}/${id}`, as(asker))
      if (may('delete')) expect(answer.status).toBe(200)
      else {
        expect(isRefused(answer), `delete: ${answer.status}`).toBe(true)
        const many = await app.rest('DELETE', `/${collection}?where[id][equals]=${id}`, as(asker))
        expect(many.json.docs ?? []).toEqual([])
      }
    })

    it(`${verb('versions')} have its versions read`, async () => {
      const answer = await app.rest('GET', `/${collection}/versions`, as(asker))
      if (may('versions')) expect(answer.status).toBe(200)
      else expect(answer.json?.docs ?? []).toEqual([])
    })
  })
})

const count = async (collection: string) =>
  (await app.payload.count({ collection: collection as 'users', overrideAccess: true })).totalDocs

describe.each(Object.entries(GLOBALS))('the global %s', (global, rights) => {
  it.each(ASKERS)('keeps to the table when asked by %s', async (asker) => {
    const read = await app.rest('GET', `/globals/${global}`, as(asker))
    if (rights.read.includes(asker)) expect(read.status).toBe(200)
    else expect(isRefused(read), `read: ${read.status}`).toBe(true)
    const update = await app.rest('POST', `/globals/${global}`, { ...as(asker), body: {} })
    if (rights.update.includes(asker)) expect(update.status).toBe(200)
    else expect(isRefused(update), `update: ${update.status}`).toBe(true)
    const versions = await app.rest('GET', `/globals/${global}/versions`, as(asker))
    if (rights.versions?.includes(asker)) expect(versions.status).toBe(200)
    else expect(versions.json?.docs ?? []).toEqual([])
  })
})

describe('what the table can’t say', () => {
  it('staff see their own account and may not raise their own role', async () => {
    const { json } = await app.rest('GET', '/users/me', { as: 'comms' })
    const answer = await app.rest('PATCH', `/users/${json.user.id}`, {
      as: 'comms',
      body: { role: 'admin' },
    })
    expect(answer.status).toBe(400)
    const unchanged = await app.rest('PATCH', `/users/${json.user.id}`, {
      as: 'comms',
      body: { name: 'Robin', role: 'comms' },
    })
    expect(unchanged.status).toBe(200)
    expect(unchanged.json.doc).toMatchObject({ name: 'Robin', role: 'comms' })
  })

  it('a password of staff has at least 12 characters', async () => {
    const { json } = await app.rest('GET', '/users/me', { as: 'comms' })
    for (const [method, route] of [
      ['PATCH', `/users/${json.user.id}`],
      ['POST', '/users'],
    ] as const) {
      const answer = await app.rest(method, route, {
        as: method === 'POST' ? 'admin' : 'comms',
        body: { email: 'new@example.org', name: 'N', role: 'comms', password: '11 letters.' },
      })
      expect(answer.status).toBe(400)
      expect(answer.text).toContain('at least 12 characters')
    }
  })

  it('the public sees no draft and no retired resource link', async () => {
    for (const data of [{ _status: 'draft' }, { _status: 'published', isRetired: true }] as const) {
      const { id } = await app.payload.create({
        collection: 'resource-links',
        data: { title: 'T', url: 'https://example.org/', audience: 'A', description: 'D', ...data },
        draft: data._status === 'draft',
        overrideAccess: true,
      })
      expect((await app.rest('GET', `/resource-links/${id}?draft=true`)).status).toBe(404)
    }
  })

  it('nobody reads the making of a secret link', async () => {
    const mail = await app.rest('GET', `/mails/${await make('mails')}?showHiddenFields=true`, {
      as: 'admin',
    })
    expect(Object.keys(mail.json)).toContain('subject')
    for (const hidden of ['key', 'links', 'values', 'words']) {
      expect(Object.keys(mail.json)).not.toContain(hidden)
      const found = await app.rest('GET', `/mails?where[${hidden}][exists]=true`, { as: 'admin' })
      expect(found.status).toBe(400)
    }
  })

  it('staff read only their own preferences', async () => {
    const saved = await app.rest('POST', '/payload-preferences/p', {
      as: 'coordinator',
      body: { value: 'secret' },
    })
    expect(saved.status).toBe(200)
    const { json } = await app.rest('GET', '/payload-preferences', { as: 'comms' })
    expect(JSON.stringify(json)).not.toContain('secret')
  })

  it.each([
    ['GET', '/payload-jobs/run'],
    ['GET', '/payload-jobs/handle-schedules'],
  ] as const)('nobody runs jobs by %s %s', async (method, path) => {
    for (const asker of ASKERS) {
      expect((await app.rest(method, path, as(asker))).status, asker).toBeGreaterThanOrEqual(400)
    }
  })

  it.each([
    ['public', 403],
    ['coordinator', 403],
    ['comms', 202],
  ] as const)('%s asking to publish gets %i', async (asker, status) => {
    expect((await app.rest('POST', '/publish', as(asker))).status).toBe(status)
  })

  it.each(['public', 'coordinator'] as const)(
    '%s may not reorder resource links',
    async (asker) => {
      const ids = [await make('resource-links'), await make('resource-links')]
      const answer = await app.rest('POST', '/reorder', {
        ...as(asker),
        body: {
          collectionSlug: 'resource-links',
          docsToMove: [ids[0]],
          newKeyWillBe: 'greater',
          orderableFieldName: '_order',
          target: { id: ids[1], key: 'a1' },
        },
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
    },
  )

  it.each(STAFF)('%s has no GraphQL', async (asker) => {
    const answer = await app.rest('POST', '/graphql', {
      ...as(asker),
      body: { query: '{}' },
    })
    expect(answer.status).toBe(404)
  })

  it('asking for a new password answers the same for every address and blocks nobody', async () => {
    for (const email of ['coordinator@example.org', 'nobody@example.org']) {
      const answer = await app.rest('POST', '/users/forgot-password', {
        body: { email },
        headers: { 'x-client-address': '203.0.113.1' },
      })
      expect(answer.status).toBe(200)
    }
    expect((await createMentor(app.payload)).id).toBeTruthy()
  })

  it.each([
    ['log in', '/users/login', { email: 'x@example.org', password: 'x' }, 20],
    ['ask for a new password', '/users/forgot-password', { email: 'x@example.org' }, 5],
    ['guess the code of the first account', '/users', { email: 'x@example.org', code: 'x' }, 10],
  ])(
    'one client can’t %s without end',
    async (_what, route, body, uses) => {
      stopTheClock()
      const headers = { 'x-client-address': '203.0.113.2' }
      for (let i = 0; i < uses; i += 1) {
        expect((await app.rest('POST', route, { body, headers })).status).not.toBe(429)
      }
      expect((await app.rest('POST', route, { body, headers })).status).toBe(429)
    },
    240_000,
  )

  it('the last administrator can neither be deleted nor made something else', async () => {
    const { docs } = await app.payload.find({
      collection: 'users',
      where: { role: { equals: 'admin' } },
      overrideAccess: true,
      pagination: false,
    })
    const [last, ...others] = docs.sort((a) => (a.email === 'admin@example.org' ? -1 : 1))
    for (const { id } of others) {
      await app.payload.delete({ collection: 'users', id, overrideAccess: true })
    }
    const update = await app.rest('PATCH', `/users/${last!.id}`, {
      as: 'admin',
      body: { role: 'comms' },
    })
    const removal = await app.rest('DELETE', `/users/${last!.id}`, { as: 'admin' })
    expect([update.status, removal.status]).toEqual([400, 403])
  })

  it('erasing somebody with an open match is refused, and takes all traces otherwise', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    const { json } = await app.rest('POST', '/matching/match', {
      as: 'coordinator',
      body: { mentee: mentee.id, mentor: mentor.id },
    })
    const remove = () => app.rest('DELETE', `/mentees/${mentee.id}`, { as: 'coordinator' })
    expect((await remove()).status).toBe(409)
    await app.rest('POST', '/matching/undo', { as: 'coordinator', body: { match: json.match } })
    expect((await remove()).status).toBe(200)
    const left = await app.payload.find({
      collection: 'mails',
      pagination: false,
      overrideAccess: true,
    })
    expect(JSON.stringify(left.docs)).not.toContain(mentee.email)
    expect((await app.rest('GET', `/matches/${json.match}`, { as: 'admin' })).status).toBe(404)
  })
})

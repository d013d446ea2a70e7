import type { Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '../../collections/access.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { createMentee, createMentor } from '../helpers/people.ts'
import { createPicture } from '../helpers/pictures.ts'
import { richText } from '../helpers/rich-text.ts'
import { createIn } from '../helpers/store.ts'

/**
 * Who may write which field, written out for every collection that can be written at all. A field
 * that is not in the table fails the test.
 */
type Rights = {
  /** Who may change the record, see `access.test.ts`. */
  writers: Role[]
  /** Who of them may create one, and with which other values. */
  create?: Record<string, unknown>
  /** What they may write, each with another value than the record has. */
  open: Record<string, unknown>
  /** Fields of `open` that fewer may write. */
  only?: Record<string, Role[]>
  /** Read by those who read the record; written by code. */
  byCode: string[]
  /** Read and written by code. */
  secret: string[]
  make: () => Promise<{ id: string }>
}

let app: Installation
beforeAll(async () => {
  app = await boot()
})
afterAll(() => app.close())

const TIMES = ['createdAt', 'updatedAt']
/** Of content: who made a version. */
const MADE = ['changedAt', 'changedBy', ...TIMES]

const person = {
  name: 'Somebody Else',
  email: 'somebody.else@example.org',
  phone: '07700 900 555',
  gender: 'woman',
  originChoice: 'count',
  country: 'PK',
  qualifiedIn: 'NG',
  languages: ['ur'],
  arrival: '2021-09-01T00:00:00.000Z',
  pathway: 'cpsp',
  grade: 'consultant',
  specialty: 'psychiatry',
  site: 'stJames',
  team: 'anotherTeam',
  teamName: 'Ward J20',
  topics: ['exams'],
  meetingPreference: 'online',
  genderPreference: 'woman',
  about: 'I like running.',
  answers: {},
  wantsNoReminders: true,
  status: 'withdrawn',
}
const signUp = {
  byCode: ['consent.wording', 'consent.givenAt', 'confirmedAt', ...TIMES],
  secret: ['answerIndex', 'askedIn', 'matchTurn'],
}
const COORDINATORS: Role[] = ['coordinator', 'admin']
const COMMS: Role[] = ['comms', 'admin']
const STAFF: Role[] = ['comms', 'coordinator', 'admin']

const link = { title: 'T', url: 'https://example.org/', audience: 'A', description: 'D' }
const words = (form: 'mentee' | 'mentor') =>
  Object.fromEntries(
    ['label', 'hint', 'why', 'missing', 'invalid', 'shared'].map((part) => [
      `${form}.${part}`,
      'W',
    ]),
  )
const BY_COORDINATORS = Object.fromEntries(
  ['seenBy', 'isSpecial', 'use', 'most', 'keepDays'].map((name) => [name, COORDINATORS]),
)
const day = { title: 'T', startsAt: '2030-01-01T09:00:00.000Z', place: 'P', places: 5 }
let count = 0
const staff = () => ({
  email: `staff.${(count += 1)}@example.org`,
  name: 'N',
  role: 'coordinator',
  password: 'correct horse battery staple',
})
const create = (collection: string, data: object) => () => createIn(app.payload, collection, data)

const TABLE: Record<string, Rights> = {
  mentors: {
    writers: COORDINATORS,
    open: { ...person, capacity: 3, takesMentees: false },
    ...signUp,
    make: () => createMentor(app.payload),
  },
  mentees: {
    writers: COORDINATORS,
    open: { ...person, keepApartFrom: [] },
    byCode: [...signUp.byCode, 'waitingSince'],
    secret: signUp.secret,
    make: () => createMentee(app.payload),
  },
  'training-days': {
    writers: COORDINATORS,
    create: day,
    open: { title: 'U', startsAt: '2031-01-01T09:00:00.000Z', place: 'Q', places: 6, details: 'D' },
    byCode: TIMES,
    secret: ['turn'],
    make: create('training-days', day),
  },
  pages: {
    writers: COMMS,
    create: { title: 'T', slug: 'made-by-hand' },
    open: {
      changeNote: 'N',
      owner: 'O',
      ownerEmail: 'owner@example.org',
      reviewedOn: '2030-01-01T12:00:00.000Z',
      reviewDue: '2031-01-01T12:00:00.000Z',
      title: 'U',
      lead: 'L',
      slug: 'another-address',
      parent: null,
      summary: 'S',
      shareImage: null,
      isHiddenFromSearch: true,
      layout: [],
      _status: 'published',
    },
    byCode: ['role', ...MADE],
    secret: ['changedById'],
    make: async () => create('pages', { title: 'T', slug: `t-${(count += 1)}` })(),
  },
  'site-parts': {
    writers: COMMS,
    open: {
      changeNote: 'N',
      'branding.programmeName': 'N',
      'branding.shortName': 'S',
      'branding.trustName': 'T',
      'branding.logo': null,
      'branding.colour': 'green',
      'branding.shareImage': null,
      'navigation.links': [],
      'footer.links': [],
      'footer.text': 'W',
      'contact.team': 'T',
      'contact.person': 'P',
      'contact.email': 'other@example.org',
      'contact.phone': '0113 496 0001',
      'contact.groupTitle': 'G',
      'contact.groupLink.page': null,
      'contact.groupLink.url': 'https://example.org/group',
      'words.changed': { 'page.menu': 'Ways' },
      _status: 'published',
    },
    byCode: ['part', ...MADE],
    secret: ['changedById'],
    make: async () => {
      const where = { part: { equals: 'footer' } }
      await app.payload.delete({ collection: 'site-parts', where, overrideAccess: true })
      return createIn(app.payload, 'site-parts', { part: 'footer' })
    },
  },
  redirects: {
    writers: COMMS,
    create: { from: '/a-new-one/', to: { url: '/' }, kind: '301' },
    open: { from: '/another/', 'to.page': null, 'to.url': '/privacy/', kind: '302' },
    byCode: ['because', ...TIMES],
    secret: [],
    make: async () =>
      create('redirects', {
        from: `/from-${(count += 1)}/`,
        to: { url: '/' },
        kind: '301',
        because: 'byHand',
      })(),
  },
  'resource-links': {
    writers: COMMS,
    create: link,
    open: {
      changeNote: 'N',
      owner: 'O',
      ownerEmail: 'owner@example.org',
      reviewedOn: '2030-01-01T12:00:00.000Z',
      reviewDue: '2031-01-01T12:00:00.000Z',
      title: 'U',
      url: 'https://example.org/other',
      audience: 'B',
      description: 'E',
      joining: 'J',
      topic: 'T',
      isRetired: true,
      _order: 'a9',
      _status: 'published',
    },
    byCode: MADE,
    secret: ['changedById'],
    make: create('resource-links', link),
  },
  'choice-lists': {
    writers: STAFF,
    create: { noun: 'thing', order: 'alphabet', label: 'List' },
    open: {
      changeNote: 'N',
      label: 'Another',
      noun: 'one',
      order: 'asPlaced',
      groupsFrom: 'regions',
    },
    byCode: ['key', 'firstPublishedAt', ...MADE],
    secret: ['changedById'],
    make: async () =>
      create('choice-lists', {
        noun: 'thing',
        order: 'alphabet',
        label: `L${(count += 1)}`,
        key: `list${count}`,
      })(),
  },
  choices: {
    writers: STAFF,
    create: { list: 'topics', label: 'Choice' },
    open: {
      changeNote: 'N',
      label: 'Another',
      hint: 'H',
      synonyms: ['S'],
      group: 'easternAfrica',
      isNeutral: true,
      fitsAny: true,
      isRetired: true,
      isTyped: true,
      _order: 'z9',
    },
    only: { isTyped: COORDINATORS },
    byCode: ['list', 'key', 'firstPublishedAt', ...MADE],
    secret: ['changedById', 'mergedInto'],
    make: async () => create('choices', { list: 'countries', label: `C${(count += 1)}` })(),
  },
  questions: {
    writers: STAFF,
    create: { adminLabel: 'Question', kind: 'text', purpose: 'P' },
    open: {
      changeNote: 'N',
      adminLabel: 'Another',
      kind: 'textarea',
      list: 'topics',
      ...words('mentor'),
      ...words('mentee'),
      maxLength: 5,
      min: 1,
      max: 9,
      maxChoices: 2,
      seenBy: 'other',
      isSpecial: true,
      purpose: 'Q',
      isInLists: true,
      use: 'points',
      most: 20,
      keepDays: 30,
    },
    only: BY_COORDINATORS,
    byCode: ['key', 'firstPublishedAt', ...MADE],
    secret: ['changedById'],
    make: async () =>
      create('questions', { adminLabel: `Q${(count += 1)}`, kind: 'text', purpose: 'P' })(),
  },
  'sign-up-forms': {
    writers: STAFF,
    open: {
      changeNote: 'N',
      label: 'Another',
      title: 'Another title',
      intro: richText('Another text'),
      pages: [
        {
          id: 'p',
          title: 'T',
          lead: 'L',
          questions: [
            {
              id: 'q',
              question: 'name',
              isRequired: true,
              onlyIf: { question: 'gender', isOneOf: ['man'] },
            },
          ],
        },
      ],
      'agreement.title': 'T',
      'agreement.consent': 'I agree to another text.',
      'agreement.label': 'L',
      'agreement.missing': 'M',
    },
    byCode: ['kind', ...MADE],
    secret: ['changedById'],
    // Each kind has one: it is made anew.
    make: async () => {
      const where = { kind: { equals: 'mentee' } }
      await app.payload.delete({ collection: 'sign-up-forms', where, overrideAccess: true })
      return create('sign-up-forms', {
        kind: 'mentee',
        label: 'F',
        pages: [{ title: 'P', questions: [{ question: 'name' }] }],
        title: 'T',
        intro: richText('I'),
        agreement: { title: 'A', consent: 'D', label: 'B', missing: 'C' },
      })()
    },
  },
  'mail-words': {
    writers: COMMS,
    open: {
      changeNote: 'N',
      subject: 'Another subject',
      body: 'Another text',
      _status: 'published',
    },
    byCode: ['name', 'order', 'label', 'group', ...MADE],
    secret: ['changedById'],
    make: async () =>
      create('mail-words', { name: `words${(count += 1)}`, subject: 'S', body: 'B' })(),
  },
  media: {
    writers: COMMS,
    open: { alt: 'Another description', focalX: 20, focalY: 20 },
    byCode: [
      ...['url', 'thumbnailURL', 'filename', 'mimeType', 'filesize', 'width', 'height'],
      ...['url', 'width', 'height', 'mimeType', 'filesize', 'filename'].map(
        (n) => `sizes.wide.${n}`,
      ),
      ...TIMES,
    ],
    secret: [],
    make: () => createPicture(app.payload),
  },
  users: {
    writers: ['admin'],
    create: staff(),
    // An address counts once it is confirmed: see own-account.test.ts.
    open: { name: 'Robin', role: 'comms', isDeactivated: true },
    only: { role: ['admin'], isDeactivated: ['admin'] },
    byCode: ['email', 'currentPassword', 'newEmail', 'sessions', ...TIMES],
    secret: [
      'code',
      'salt',
      'hash',
      'resetPasswordToken',
      'resetPasswordExpiration',
      'newEmailHash',
      'newEmailUntil',
    ],
    make: async () => create('users', staff())(),
  },
}

/** Rows whose fields have tests of their own, because each member of staff writes their own ones. */
const OWN = ['payload-locked-documents', 'payload-preferences']

/** Paths of all fields that hold something, lists as a whole. */
const pathsOf = (fields: Field[], prefix = ''): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'ui') return []
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        pathsOf(tab.fields, 'name' in tab && tab.name ? `${prefix}${tab.name}.` : prefix),
      )
    }
    if (field.type === 'group' && 'name' in field)
      return pathsOf(field.fields, `${prefix}${field.name}.`)
    if (field.type === 'row' || field.type === 'collapsible' || field.type === 'group')
      return pathsOf(field.fields, prefix)
    // Said with a save and kept nowhere; what puts a record in the bin: see editors.test.ts.
    return ['basedOn', 'deletedAt'].includes(field.name) ? [] : [`${prefix}${field.name}`]
  })

type Row = Record<string, unknown>

const nest = (path: string, value: unknown): object =>
  path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object

const at = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, name) => (inner as Row | null | undefined)?.[name], doc)

/** An empty list and none are one: MongoDB tells them apart. */
const held = (doc: unknown, path: string): unknown => {
  const value = at(doc, path)
  return Array.isArray(value) && value.length === 0 ? undefined : value
}

/** The row as the database has it. */
const raw = async (collection: string, id: string): Promise<Row> =>
  (await app.payload.db.findOne<Row & { id: string }>({
    collection: collection as 'users',
    where: { id: { equals: id } },
  }))!

const typeOf = (fields: Field[], path: string): string => {
  const [first, ...rest] = path.split('.')
  for (const field of fields) {
    if ('name' in field && field.name === first) {
      return rest.length > 0
        ? typeOf((field as { fields: Field[] }).fields, rest.join('.'))
        : field.type
    }
    if ('fields' in field && !('name' in field && field.name)) {
      const found = typeOf(field.fields, path)
      if (found !== '') return found
    }
  }
  return ''
}

/** A value that its type would take. */
const foreign = (collection: string, path: string): unknown => {
  const { config } = app.payload.collections[collection as 'users']
  const type = typeOf(config.fields, path)
  if (type === 'date') return '2001-02-03T04:05:06.000Z'
  if (type === 'number') return 4711
  if (type === 'array')
    return [
      { id: 'a', createdAt: '2001-02-03T04:05:06.000Z', expiresAt: '2101-02-03T04:05:06.000Z' },
    ]
  return '/elsewhere'
}

it('the table has every collection that anybody may write', async () => {
  const requests = await Promise.all((['admin', 'coordinator', 'comms'] as const).map(app.reqAs))
  const open = []
  for (const { access, slug } of app.payload.config.collections) {
    const answers = requests.flatMap((req) =>
      [access.create, access.update].map(async (may) => may({ req })),
    )
    if ((await Promise.all(answers)).some((answer) => answer !== false)) open.push(slug)
  }
  expect(open.sort()).toEqual([...Object.keys(TABLE), ...OWN].sort())
})

it('what no browser is shown, no browser may ask for or write', () => {
  const all = [...app.payload.config.collections, ...app.payload.config.globals]
  const hidden = all.flatMap(({ fields }) => hiddenIn(fields))
  expect(hidden.length).toBeGreaterThan(5)
  for (const field of hidden) {
    const { access, name } = field as { access?: Record<string, () => boolean>; name: string }
    for (const may of ['create', 'read', 'update'])
      expect(access?.[may]?.(), `${name} ${may}`).toBe(false)
  }
})

const hiddenIn = (fields: Field[]): Field[] =>
  fields.flatMap((field) => [
    ...('hidden' in field && field.hidden ? [field] : []),
    ...('fields' in field ? hiddenIn(field.fields) : []),
  ])

describe.each(Object.entries(TABLE))('%s', (collection, rights) => {
  const { byCode, create: body, make, only = {}, open, secret, writers } = rights

  it('has no field that is not in the table', () => {
    const { fields } = app.payload.collections[collection as 'users'].config
    const paths = pathsOf(fields).filter((path) => path !== 'id')
    expect(paths.sort()).toEqual([...Object.keys(open), ...byCode, ...secret].sort())
  })

  it.each(writers)('%s may write what is open', async (role) => {
    for (const [path, value] of Object.entries(open)) {
      const { id } = await make()
      const answer = await app.rest('PATCH', `/${collection}/${id}`, {
        as: role,
        body: nest(path, value),
      })
      const isAllowed = !only[path] || only[path].includes(role)
      expect(answer.status, `${path}: ${answer.text}`).toBe(isAllowed ? 200 : 400)
      if (isAllowed) expect(at(answer.json.doc, path), path).toEqual(value)
      await app.payload.delete({ collection: collection as 'users', id, overrideAccess: true })
    }
  })

  it.each(writers)(
    '%s may not write what only code writes, nor see what only code sees',
    async (role) => {
      const { id } = await make()
      const before = await raw(collection, id)
      for (const path of [...byCode, ...secret]) {
        const data = nest(path, foreign(collection, path))
        const one = await app.rest('PATCH', `/${collection}/${id}`, { as: role, body: data })
        await app.rest('PATCH', `/${collection}?where[id][in]=${id}`, { as: role, body: data })
        const now = await raw(collection, id)
        // Worked out anew with each write.
        if (['changedAt', 'changedBy', 'changedById', 'thumbnailURL', 'updatedAt'].includes(path))
          expect(at(now, path)).not.toBe(foreign(collection, path))
        else expect(held(now, path), `${path} ${one.text}`).toEqual(held(before, path))
      }
      const shown = await app.rest('GET', `/${collection}/${id}?showHiddenFields=true&depth=0`, {
        as: role,
      })
      expect(shown.status).toBe(200)
      for (const path of secret) expect(at(shown.json, path), path).toBeUndefined()
      for (const path of secret) {
        const asked = await app.rest('GET', `/${collection}?where[${path}][exists]=true`, {
          as: role,
        })
        expect(asked.status, path).toBe(400)
      }
    },
  )

  it.runIf(body)('is created, but not with what only code writes', async () => {
    const plain = await app.rest('POST', `/${collection}`, { as: writers[0]!, body })
    expect(plain.status, plain.text).toBe(201)
    for (const path of [...byCode, ...secret]) {
      const value = foreign(collection, path)
      const given = collection === 'users' ? staff() : body
      const answer = await app.rest('POST', `/${collection}`, {
        as: writers[0]!,
        body: { ...given, ...nest(path, value) },
      })
      if (answer.status === 201) {
        expect(at(await raw(collection, answer.json.doc.id), path), path).not.toEqual(value)
      } else expect(answer.status, answer.text).toBe(400)
    }
  })
})

describe('a write that would be dropped', () => {
  it('is refused, so that nobody believes it was saved', async () => {
    const { id } = await createMentee(app.payload)
    const answer = await app.rest('PATCH', `/mentees/${id}`, {
      as: 'coordinator',
      body: { name: 'New Name', consent: { wording: 'I agree to everything' } },
    })
    expect(answer.status).toBe(400)
    expect(answer.json.errors[0].data.errors[0]).toMatchObject({ path: 'consent.wording' })
    expect((await raw('mentees', id)).name).not.toBe('New Name')
  })

  it('passes when it says what the record has, as a form does', async () => {
    const { id } = await createMentee(app.payload)
    const { json } = await app.rest('GET', `/mentees/${id}?depth=0`, { as: 'coordinator' })
    const answer = await app.rest('PATCH', `/mentees/${id}`, {
      as: 'coordinator',
      body: { ...json, name: 'New Name' },
    })
    expect(answer.status, answer.text).toBe(200)
    expect((await raw('mentees', id)).name).toBe('New Name')
  })

  it.each(['matching-settings', 'mentoring-settings'] as const)(
    'is not stored in the global %s either',
    async (slug) => {
      await app.rest('POST', `/globals/${slug}`, {
        as: 'admin',
        body: { createdAt: '2001-02-03T04:05:06.000Z' },
      })
      const { json } = await app.rest('GET', `/globals/${slug}`, { as: 'admin' })
      expect(json.createdAt).not.toBe('2001-02-03T04:05:06.000Z')
    },
  )
})

describe('numbers', () => {
  it.each([
    ['mentors', () => createMentor(app.payload), 'capacity'],
    ['training-days', TABLE['training-days']!.make, 'places'],
  ] as const)('of %s are whole', async (collection, make, field) => {
    const { id } = await make()
    for (const value of [1.5, '2.5', 2 ** 60, 1e-9]) {
      const answer = await app.rest('PATCH', `/${collection}/${id}`, {
        as: 'coordinator',
        body: { [field]: value },
      })
      expect(answer.status, String(value)).toBe(400)
    }
  })
})

describe('the status of a person', () => {
  it.each([
    ['mentees', 'waiting'],
    ['mentees', 'resting'],
    ['mentors', 'active'],
  ] as const)('of unconfirmed %s becomes no %s by hand', async (collection, status) => {
    const changes = { status: 'unconfirmed', confirmedAt: null } as const
    const { id } = await (collection === 'mentors' ? createMentor : createMentee)(
      app.payload,
      changes,
    )
    const set = (to: string) =>
      app.rest('PATCH', `/${collection}/${id}`, { as: 'coordinator', body: { status: to } })
    expect((await set(status)).status).toBe(400)
    expect((await set('withdrawn')).status).toBe(200)
    expect((await set(status)).status).toBe(400)
    expect((await raw(collection, id)).status).toBe('withdrawn')
  })

  it('is not made unconfirmed by hand', async () => {
    const { id } = await createMentee(app.payload)
    const answer = await app.rest('PATCH', `/mentees/${id}`, {
      as: 'coordinator',
      body: { status: 'unconfirmed' },
    })
    expect(answer.status).toBe(400)
  })
})

describe('what people type', () => {
  const typed = 'A\u200bmi\u202ena \u3164Yusuf'
  it('comes in without what nobody sees, by every door of staff', async () => {
    const { id } = await createMentor(app.payload)
    await app.rest('PATCH', `/mentors/${id}`, {
      as: 'coordinator',
      body: { name: typed, teamName: 'e\u0301\ufeff' },
    })
    expect(await raw('mentors', id)).toMatchObject({ name: 'Amina Yusuf', teamName: 'é' })
    await app.rest('PATCH', `/mentors?where[id][in]=${id}`, {
      as: 'coordinator',
      body: { about: typed },
    })
    expect(await raw('mentors', id)).toMatchObject({ about: 'Amina Yusuf' })
    const made = await app.rest('POST', '/resource-links', {
      as: 'comms',
      body: { ...link, title: typed },
    })
    expect(made.json.doc.title).toBe('Amina Yusuf')
  })

  it.each(['', ' ', '\u200b', '\u3164', '123', '\u202e'])(
    'is no name when it is %j',
    async (name) => {
      const { id } = await createMentor(app.payload)
      expect(
        (await app.rest('PATCH', `/mentors/${id}`, { as: 'coordinator', body: { name } })).status,
      ).toBe(400)
      const own = (await app.reqAs('comms')).user!.id
      expect(
        (await app.rest('PATCH', `/users/${own}`, { as: 'comms', body: { name } })).status,
      ).toBe(400)
    },
  )

  it('is not longer than its field takes, whatever else is checked there', async () => {
    const { id } = await createMentor(app.payload)
    for (const body of [{ name: 'a'.repeat(101) }, { phone: '+44 (0)7700 900 982 ext. 1234567' }]) {
      expect((await app.rest('PATCH', `/mentors/${id}`, { as: 'coordinator', body })).status).toBe(
        400,
      )
    }
  })
})

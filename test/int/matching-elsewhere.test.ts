import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { matching } from '@mentoring/matching'
import {
  buildConfig,
  type CollectionConfig,
  type Config,
  createLocalReq,
  getLocalI18n,
  getPayload,
  type Payload,
  type TypedUser,
} from 'payload'
import { ar } from 'payload/i18n/ar'
import { en } from 'payload/i18n/en'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { localAPI } from '../../plugins/matching/local.ts'
import { loadPerson } from '../../plugins/matching/operations/load-person.ts'
import { optionsOf } from '../../plugins/matching/options.ts'
import { optionsFor } from '../../plugins/matching/options-for.ts'
import { callREST } from '../helpers/boot.ts'
import { createIn } from '../helpers/store.ts'
import {
  isMongo,
  newDatabase,
  removeDatabase,
  STUDENT_FIELDS,
  TUTOR_FIELDS,
} from '../helpers/tutoring-project.ts'
import { TUTORING } from '../helpers/tutoring.ts'
import { wholeWorkspace } from '../helpers/whole-workspace.ts'

/**
 * The plugin in another project: other collections, other words, other criteria, and things of the
 * project's own that must survive. On SQLite the ids are numbers, as Payload makes them there.
 */

// The types know the slugs of this project's config only.
const STAFF = 'staff' as 'users'
const STUDENTS = 'students' as 'mentees'

let folder: string
const made: Payload[] = []

const database = (name: string, transactionOptions?: false | object) =>
  newDatabase(path.join(folder, `${name}.db`), transactionOptions)

const students: CollectionConfig = {
  slug: 'students',
  admin: {
    useAsTitle: 'name',
    components: {
      beforeListTable: ['./own/List.tsx#List'],
      views: { edit: { marks: { Component: './own/Marks.tsx#Marks', path: '/marks' } } },
    },
  },
  hooks: { beforeDelete: [({ id }) => void erased.push(id)] },
  fields: STUDENT_FIELDS,
}
const erased: (number | string)[] = []

const tutors: CollectionConfig = { slug: 'tutors', fields: TUTOR_FIELDS }

/** The project before it has the plugin. */
const project = (): Config => ({
  secret: 'only for tests',
  telemetry: false,
  // Most tests here provoke errors.
  logger: { options: { level: 'silent' } },
  db: database('build'),
  collections: [students, tutors, { slug: 'staff', auth: true, fields: [] }],
  globals: [{ slug: 'house-rules', fields: [{ name: 'text', type: 'text' }] }],
  endpoints: [{ path: '/hello', method: 'get', handler: () => Response.json({ hello: 'you' }) }],
  custom: { own: 'kept' },
  onInit: () => void (isStarted = true),
  admin: {
    user: 'staff',
    components: {
      beforeNavLinks: ['./own/Link.tsx#Link'],
      views: { report: { Component: './own/Report.tsx#Report', path: '/report' } },
    },
  },
  typescript: { autoGenerate: false },
})
let isStarted = false

const withPlugin = (changes: object = {}, config: Partial<Config> = {}) =>
  buildConfig({
    ...project(),
    ...config,
    plugins: [matching({ ...TUTORING, ...changes })],
  })

const start = async (config: ReturnType<typeof buildConfig>): Promise<Payload> => {
  const payload = await getPayload({ config, key: randomUUID() })
  made.push(payload)
  return payload
}

let config: ReturnType<typeof buildConfig>
let payload: Payload
let token: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'elsewhere-'))
  // Each database here is new, also when its tables are those of the one before.
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  config = withPlugin({}, { db: database('main') })
  payload = await getPayload({ config })
  made.push(payload)
  const login = { email: 'staff@example.org', password: 'correct horse battery staple' }
  await createIn(payload, 'staff', login)
  token = (await payload.login({ collection: STAFF, data: login })).token!
})
afterAll(async () => {
  for (const one of made) await removeDatabase(one)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const rest = (method: 'DELETE' | 'GET' | 'POST', route: string, body?: unknown) =>
  callREST(config, method, route, { token, body })
const act = (name: string, body: unknown) => rest('POST', `/matching/${name}`, body)

const add = (collection: 'students' | 'tutors', data: object) =>
  createIn(payload, collection, {
    level: 2,
    subjects: ['maths'],
    joined: '2026-01-01T00:00:00.000Z',
    campuses: ['north'],
    places: 1,
    ...data,
  })
type Row = { id: string } & Record<string, unknown>
const find = async (collection: string) =>
  (await localAPI(payload).find<Row>({ collection, depth: 0, overrideAccess: true })).docs
const change = (id: string, data: object) =>
  payload.update({ collection: STUDENTS, id, data, overrideAccess: true })
const asStaff = async () => {
  const [user] = await find('staff')
  return createLocalReq({ user: { ...user, collection: STAFF } as TypedUser }, payload)
}

beforeEach(async () => {
  for (const collection of ['pairs', 'pair-runs', 'students', 'tutors']) {
    await payload.db.deleteMany({ collection: collection as 'users', where: {} })
  }
})

describe('tutors and students', () => {
  it('are matched, locked, confirmed and undone', async () => {
    const ada = await add('tutors', { name: 'Ada' })
    const bob = await add('tutors', { name: 'Bob', subjects: ['art'] })
    const sam = await add('students', { name: 'Sam' })
    const joy = await add('students', { name: 'Joy', subjects: ['art'], level: 3 })

    expect((await act('run', {})).json).toMatchObject({ mentees: 2, proposed: 2 })
    const proposals = await find('pairs')
    expect(proposals.map(({ mentee, mentor }) => [mentee, mentor])).toEqual(
      expect.arrayContaining([
        [sam.id, ada.id],
        [joy.id, bob.id],
      ]),
    )
    const sams = proposals.find(({ mentee }) => mentee === sam.id)!
    expect(sams).toMatchObject({
      tier: 'subject',
      reasons: ['Both do maths', 'Teaches level 2'],
    })
    expect((await act('lock', { matches: [sams.id], isLocked: true })).status).toBe(200)
    expect((await act('run', { seed: 4 })).status).toBe(200)
    expect((await find('pairs')).find(({ id }) => id === sams.id)!.isLocked).toBe(true)

    expect((await act('confirm', { matches: [sams.id] })).json).toEqual({
      confirmed: [String(sams.id)],
      refused: [],
    })
    const [match] = await find('pairs').then((all) =>
      all.filter(({ status }) => status === 'introduced'),
    )
    expect((await find('students')).find(({ id }) => id === sam.id)!.state).toBe('matched')
    expect((await rest('DELETE', `/students/${sam.id}`)).status).toBe(409)

    expect((await act('undo', { match: match!.id })).status).toBe(200)
    expect((await find('students')).find(({ id }) => id === sam.id)!.state).toBe('waiting')
    expect((await rest('DELETE', `/students/${sam.id}`)).status).toBe(200)
    expect((await find('pairs')).map(({ mentee }) => mentee)).toEqual([joy.id])
    expect(erased).toContain(sam.id)
  })

  it('can be swapped, proposed, suggested and repeated', async () => {
    const [ada, bob] = [await add('tutors', { name: 'Ada' }), await add('tutors', { name: 'Bob' })]
    const [sam, joy] = [
      await add('students', { name: 'Sam' }),
      await add('students', { name: 'Joy' }),
    ]
    await act('propose', { mentee: sam.id, mentor: ada.id })
    const swap = await act('swap', { matches: (await find('pairs')).map(({ id }) => id) })
    expect(swap.json.changes).toHaveLength(2)
    expect((await find('pairs')).find(({ mentee }) => mentee === sam.id)!.mentor).toBe(bob.id)
    const { json } = await act('suggest', { mentee: joy.id })
    expect(json.candidates).toMatchObject([{ name: expect.any(String) }, {}])
    expect((await act('suggest', { mentor: ada.id })).json.candidates).toHaveLength(2)
    const [run] = await find('pair-runs')
    expect((await act('repeat', { run: run!.id })).json).toEqual({ isSame: true, pairs: 2 })
    expect((await act('run', { mentees: [joy.id] })).status).toBe(200)
    await act('reject', { match: (await find('pairs'))[0]!.id })
    expect((await act('allow', { match: (await find('pairs'))[0]!.id })).status).toBe(200)
  })

  it('are shown in the workspace and each on a page of their own', async () => {
    const tutor = await add('tutors', { name: 'Ada', places: 2 })
    const student = await add('students', { name: 'Sam' })
    await add('students', { name: 'Kim', subjects: ['art'], campus: 'south' })
    await act('run', {})
    const data = await wholeWorkspace(await asStaff())
    expect(data).toMatchObject({
      words: { mentee: 'student', mentees: 'students', mentor: 'tutor', mentors: 'tutors' },
      proposals: [{ mentee: { name: 'Sam' }, mentor: { name: 'Ada' }, tierLabel: 'Same subject' }],
      tiers: [
        { name: 'subject', label: 'Same subject' },
        { name: 'any', label: 'Any subject' },
      ],
      gaps: ['art: 1 waiting, no tutor there.'],
      lastRun: { isOutdated: false, unmatched: 1 },
    })
    expect(data.supply[0]!.label).toBe('Subject')
    expect(data.waiting.find(({ name }) => name === 'Kim')!.whyNot).toBe(
      'No tutor is possible. 1 tutor: The tutor does not come to the student’s campus.',
    )
    const req = await asStaff()
    // A page may know the id as text or as the database has it.
    expect(await loadPerson(req, await optionsFor(req), 'mentee', student.id)).toMatchObject({
      name: 'Sam',
      proposedTo: ['Ada'],
      queue: { of: 2 },
    })
    expect(await loadPerson(req, await optionsFor(req), 'mentor', `${tutor.id}`)).toMatchObject({
      places: { all: 2, free: 2 },
    })
  })

  it('are told apart when one of each has the same number', async () => {
    const ada = await add('tutors', { name: 'Ada' })
    const bob = await add('tutors', { name: 'Bob', subjects: ['art'] })
    const sam = await add('students', { name: 'Sam' })
    const joy = await add('students', { name: 'Joy', subjects: ['art'] })
    // As SQL databases number them, each collection for itself.
    if (!isMongo) expect([sam.id, joy.id]).toEqual([ada.id, bob.id])
    await act('run', {})
    const candidates = (await act('suggest', { mentee: sam.id })).json.candidates
    expect(candidates).toMatchObject([
      { name: 'Ada', draft: 'open', proposedTo: [] },
      { name: 'Bob', proposedTo: ['Joy'] },
    ])
    expect((await act('suggest', { mentor: ada.id })).json.candidates).toMatchObject([
      { name: 'Sam', draft: 'open', proposedTo: [] },
      { name: 'Joy', proposedTo: ['Bob'] },
    ])
    expect(candidates[1]).not.toHaveProperty('draft')
    const settings = {
      goal: 'bestFit',
      leastTier: 'subject',
      leastPoints: 40,
      isSpread: false,
      ladder: [{ rung: 'subject' }],
      points: { level: 40 },
      rules: {},
    }
    await change(sam.id, { level: 9 })
    expect((await act('preview', { settings })).json.changes).toEqual([
      { mentee: 'Sam', before: 'Ada' },
    ])

    // Sam waits no more, though a tutor of the same number is there.
    await change(sam.id, { state: 'matched' })
    const { proposals } = await wholeWorkspace(await asStaff())
    expect(proposals.find(({ mentee }) => mentee.name === 'Sam')!.stale).toEqual({
      sentence: 'This student has a tutor already.',
      isBroken: true,
    })
  })

  it('whose places were left empty have none', async () => {
    const tutor = await add('tutors', { name: 'Ada', places: null })
    const student = await add('students', { name: 'Sam', joined: null })
    expect((await act('run', {})).json).toMatchObject({ mentees: 1, places: 0, proposed: 0 })
    expect((await act('match', { mentee: student.id, mentor: tutor.id })).json).toEqual({
      rule: 'capacity',
      message: 'This tutor has no places.',
    })
  })

  it('are what messages speak of', async () => {
    const tutor = await add('tutors', { name: 'Ada' })
    const away = await add('tutors', { name: 'Bob', isActive: false })
    const far = await add('students', { name: 'Kim', campus: 'south' })
    const sam = await add('students', { name: 'Sam' })
    const match = async (mentee: { id: unknown }, mentor: { id: unknown }) =>
      (await act('match', { mentee: mentee.id, mentor: mentor.id })).json.message
    const said = [
      await match(far, tutor),
      await match(sam, away),
      await match({ id: '999999' }, tutor),
      await match(sam, { id: 'no-such-id' }),
      (await act('suggest', { mentee: 'no-such-id' })).json.message,
      (await act('run', { mentees: ['no-such-id'] })).json.message,
      await match(sam, tutor),
      await match(sam, tutor),
      await match(await add('students', { name: 'Joy' }), tutor),
    ]
    expect(said).toEqual([
      'The tutor does not come to the student’s campus.',
      'This tutor has stopped.',
      'This student is no longer on record.',
      'This tutor is no longer on record.',
      'This student is not waiting to be matched.',
      'None of these students is waiting to be matched.',
      undefined,
      'This student has been matched already.',
      'This tutor’s only place is taken.',
    ])
  })

  it('never have more matches than places, however many decide at once', async () => {
    const tutor = await add('tutors', { name: 'Ada', places: 2 })
    const all = []
    for (let n = 0; n < 12; n += 1) all.push(await add('students', { name: `S${n}` }))
    const answers = await Promise.all(
      all.map(({ id }) => act('match', { mentee: id, mentor: tutor.id })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(answers.filter(({ json }) => json.rule === 'capacity')).toHaveLength(10)
  })
})

describe('the settings', () => {
  it('have the fields of these criteria, and count', async () => {
    await add('tutors', { name: 'Ada' })
    await add('students', { name: 'Kim', campus: 'south' })
    expect((await act('run', {})).json.proposed).toBe(0)
    const settings = {
      goal: 'bestFit',
      leastTier: 'subject',
      leastPoints: 10,
      isSpread: true,
      ladder: [{ rung: 'subject' }],
      points: { level: 20 },
      rules: { campus: false },
    }
    const preview = await act('preview', { settings })
    expect(preview.json).toMatchObject({ before: { matched: 0 }, after: { matched: 1 } })
    expect((await rest('POST', '/globals/pair-settings', settings)).status).toBe(200)
    expect((await act('run', {})).json.proposed).toBe(1)
    expect((await find('pair-runs'))[0]!.settings).toEqual({ ...settings, ladder: ['subject'] })
  })
})

describe('the doors', () => {
  it.each(['/matching/run', '/globals/pair-settings'])(
    '%s is closed to the public',
    async (route) => {
      expect((await callREST(config, 'POST', route, { body: {} })).status).toBe(403)
    },
  )

  it('are closed by anything but a plain yes, such as a promise or a query', async () => {
    for (const answer of [Promise.resolve(false), { id: { equals: 'x' } }, 'yes']) {
      const endpoints = (await withPlugin({ access: () => answer })).endpoints
      const { handler } = endpoints.find(({ path }) => path === '/matching/run')!
      expect((await handler(await asStaff())).status).toBe(403)
    }
  })
})

describe('the project’s own', () => {
  it('views, links, endpoints, globals, hooks and fields are all still there', async () => {
    const { admin, collections, custom, globals } = payload.config
    expect(isStarted).toBe(true)
    expect(admin.components?.views?.report).toEqual({
      Component: './own/Report.tsx#Report',
      path: '/report',
    })
    expect(admin.components?.beforeNavLinks?.[0]).toBe('./own/Link.tsx#Link')
    expect(globals.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['house-rules', 'pair-settings']),
    )
    expect(custom?.own).toBe('kept')
    expect((await rest('GET', '/hello')).json).toEqual({ hello: 'you' })
    const own = collections.find(({ slug }) => `${slug}` === 'students')!
    expect(own.admin.components?.beforeListTable?.[0]).toBe('./own/List.tsx#List')
    expect(own.admin.components?.views?.edit).toHaveProperty('marks')
    expect(own.hooks.beforeDelete).toHaveLength(2)
    expect(own.fields).toEqual(
      expect.arrayContaining(students.fields.map(({ type }) => expect.objectContaining({ type }))),
    )
  })

  it('collections that are not matched are left as they are', async () => {
    const fieldsOf = async (config: ReturnType<typeof buildConfig>) =>
      (await config).collections
        .find(({ slug }) => `${slug}` === 'staff')!
        .fields.map((field) => ('name' in field ? field.name : field.type))
    expect(await fieldsOf(config)).toEqual(await fieldsOf(buildConfig(project())))
  })

  it('slugs and nothing by another name are used', async () => {
    const slugs = [...payload.config.collections, ...payload.config.globals].map(({ slug }) => slug)
    expect(slugs).toEqual(expect.arrayContaining(['pairs', 'pair-runs', 'pair-settings']))
    expect(slugs.filter((slug) => /match|mentor|mentee/.test(slug))).toEqual([])
  })

  it('has every component of the plugin from the package, by its name', async () => {
    const paths = JSON.stringify([
      payload.config.admin.components,
      payload.config.collections.map(({ admin, fields }) => [admin, fields]),
      payload.config.globals.map(({ admin, fields }) => [admin, fields]),
    ]).match(/"(?!\.\/own\/)[^"]*#\w+"/g)!
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((one) => !/^"@mentoring\/matching\/(client|rsc)#/.test(one))).toEqual([])
  })
})

describe('wrong options fail at boot, by name', () => {
  const { mentees, mentors } = TUTORING
  if (typeof TUTORING.criteria === 'function') throw new Error('They are given at the start.')
  const { criteria } = TUTORING
  const [rule] = criteria.rules
  const [rung] = criteria.ladder
  const [level] = criteria.points
  const withCriteria = (changes: object) => ({ criteria: { ...criteria, ...changes } })
  it.each<[string, object, Partial<Config>?]>([
    ['mentees.slug "pupils"', { mentees: { ...mentees, slug: 'pupils' } }],
    ['mentees.slug', { mentees: undefined }],
    ['mentors.slug "teachers"', { mentors: { ...mentors, slug: 'teachers' } }],
    ['mentees.slug and mentors.slug', { mentors: { ...mentors, slug: 'students' } }],
    ['mentees.available', { mentees: { ...mentees, available: undefined } }],
    ['mentees.available', { mentees: { ...mentees, available: 'waiting' } }],
    ['mentees.whyUnavailable', { mentees: { ...mentees, whyUnavailable: 'no' } }],
    ['mentees.waitingSince', { mentees: { ...mentees, waitingSince: undefined } }],
    ['mentors.describe', { mentors: { ...mentors, describe: undefined } }],
    ['mentors.capacity', { mentors: { ...mentors, capacity: 2 } }],
    ['states "introduced"', { states: [{ value: 'introduced', label: 'Met', isOpen: true }] }],
    ['states "had a chat"', { states: [{ value: 'had a chat', label: 'Met', isOpen: true }] }],
    ['states "met"', { states: [{ value: 'met', label: 'Met' }] }],
    ['states must be a list', { states: { met: 'Met' } }],
    ['states "undefined"', { states: [undefined] }],
    ['slugs must be an object', { slugs: 'pairs' }],
    ['slugs.match is not an option', { slugs: { match: 'pairs' } }],
    ['mentors.capasity is not an option', { mentors: { ...mentors, capasity: () => 2 } }],
    ['onIntroduce is not an option', { onIntroduce: async () => {} }],
    ['slugs.matches "staff"', { slugs: { matches: 'staff' } }],
    ['slugs.settings "house-rules"', { slugs: { settings: 'house-rules' } }],
    ['slugs.runs "both"', { slugs: { matches: 'both', runs: 'both' } }],
    ['slugs.runs "my runs"', { slugs: { runs: 'my runs' } }],
    ['users "people"', { users: 'people' }],
    ['folder is not an option', { folder: './lib/matching' }],
    ['access', { access: true }],
    ['hidden', { hidden: undefined }],
    ['onIntroduced', { onIntroduced: 'mail' }],
    ['onUndone', { onUndone: {} }],
    ['names', { names: [] }],
    ['settingsFields must be a list', { settingsFields: { name: 'by', type: 'number' } }],
    ['settingsFields must all have a name', { settingsFields: [{ type: 'row', fields: [] }] }],
    ['settingsFields "goal"', { settingsFields: [{ name: 'goal', type: 'number' }] }],
    [
      'settingsFields "by"',
      {
        settingsFields: [
          { name: 'by', type: 'number' },
          { name: 'by', type: 'number' },
        ],
      },
    ],
    ['criteria.rules', { criteria: undefined }],
    ['criteria.rules', { criteria: null }],
    ['criteria.ladder', withCriteria({ ladder: undefined })],
    ['criteria.points', withCriteria({ points: {} })],
    ['criteria.ground', withCriteria({ ground: undefined })],
    ['criteria: the name "my rung"', withCriteria({ ladder: [{ ...rung, name: 'my rung' }] })],
    ['criteria: the name "subject" is used twice', withCriteria({ ladder: [rung, rung] })],
    ['criteria: "any" must have a label', withCriteria({ ground: { name: 'any' } })],
    ['criteria.points "level": most', withCriteria({ points: [{ ...level, most: 101 }] })],
    ['criteria.points "level": share', withCriteria({ points: [{ ...level, share: 1 }] })],
    [
      'criteria.ladder "subject": of.mentor',
      withCriteria({ ladder: [{ ...rung, of: { mentee: rung!.of.mentee } }] }),
    ],
    ['criteria.ladder "subject": reason', withCriteria({ ladder: [{ ...rung, reason: 'same' }] })],
    ['criteria.rules "campus": kind', withCriteria({ rules: [{ ...rule, kind: 'may' }] })],
    [
      'criteria.rules "campus": sentence',
      withCriteria({ rules: [{ ...rule, sentence: undefined }] }),
    ],
    [
      'an admin view "matching"',
      {},
      { admin: { user: 'staff', components: { views: { matching: { Component: './a#B' } } } } },
    ],
    [
      'endpoints under "/matching"',
      {},
      { endpoints: [{ path: '/matching/run', method: 'post', handler: () => new Response() }] },
    ],
    [
      'a tab "matching" in "students"',
      {},
      {
        collections: [
          {
            ...students,
            admin: {
              components: { views: { edit: { matching: { Component: './a#B', path: '/m' } } } },
            },
          },
          tutors,
          { slug: 'staff', auth: true, fields: [] },
        ],
      },
    ],
  ])('%s', async (name, changes, config) => {
    await expect((async () => withPlugin(changes, config))()).rejects.toThrow(`matching: `)
    await expect((async () => withPlugin(changes, config))()).rejects.toThrow(name)
  })

  it('no options at all', async () => {
    // As a project without types may call it.
    const none = undefined as unknown as typeof TUTORING
    const without = async () => buildConfig({ ...project(), plugins: [matching(none)] })
    await expect(without()).rejects.toThrow('matching: mentees.slug')
  })

  it('the plugin twice', async () => {
    const twice = async () =>
      buildConfig({ ...project(), plugins: [matching(TUTORING), matching(TUTORING)] })
    await expect(twice()).rejects.toThrow('matching: the plugin can be used only once.')
  })

  it('a query for fields that are not there', async () => {
    const wrong = withPlugin(
      { mentors: { ...mentors, available: { isHere: { equals: true } } } },
      { db: database('query') },
    )
    await expect(start(wrong)).rejects.toThrow(/^matching: mentors\.available: .*isHere/)
  })

  it.each(['compared', 'standing'])('%s names a field that is not there', async (option) => {
    const wrong = withPlugin(
      { mentors: { ...mentors, [option]: ['level', 'campusses'] } },
      { db: database(option) },
    )
    await expect(start(wrong)).rejects.toThrow(
      'matching: mentors has no field "campusses", which "compared" or "standing" names.',
    )
  })

  it('a database without transactions', async () => {
    const without = withPlugin({}, { db: database('without', false) })
    await expect(start(without)).rejects.toThrow('matching: the database has no transactions.')
  })
})

describe('the language of whoever asks', () => {
  it('is that of refusals, and of what people are called', async () => {
    const called = (collection: CollectionConfig, ar: [string, string], en: [string, string]) => ({
      ...collection,
      labels: { singular: { ar: ar[0], en: en[0] }, plural: { ar: ar[1], en: en[1] } },
    })
    const bilingual = await start(
      withPlugin(
        {},
        {
          db: database('bilingual'),
          i18n: { supportedLanguages: { ar, en } },
          collections: [
            called(students, ['طالب', 'طلاب'], ['Pupil', 'Pupils']),
            called(tutors, ['معلّم', 'معلّمون'], ['Coach', 'Coaches']),
            { slug: 'staff', auth: true, fields: [] },
          ],
        },
      ),
    )
    const user = { collection: STAFF } as TypedUser
    const match = bilingual.config.endpoints.find(({ path }) => path === '/matching/match')!
    const said = async (language: 'ar' | 'en') => {
      const i18n = await getLocalI18n({ config: bilingual.config, language })
      const req = await createLocalReq({ user, req: { i18n } }, bilingual)
      const body = { mentee: '1', mentor: '1' }
      const answer = await match.handler({ ...req, json: async () => body })
      const { words } = await wholeWorkspace(req)
      return [((await answer.json()) as { message: string }).message, words.mentees]
    }
    expect(await said('ar')).toEqual(['لم يعد هذا السجل موجودًا (طالب).', 'طلاب'])
    expect(await said('en')).toEqual(['This pupil is no longer on record.', 'pupils'])
  })

  it('is that of what is wrong with what was sent', async () => {
    const undo = payload.config.endpoints.find(({ path }) => path === '/matching/undo')!
    const said = async (language: string) => {
      const req = await asStaff()
      const i18n = { ...req.i18n, language }
      const answer = await undo.handler({ ...req, i18n, json: async () => ({ other: 1 }) })
      return ((await answer.json()) as { message: string }).message
    }
    expect(await said('ar')).toContain('مدخل غير مقبول')
    expect(await said('en')).toContain('Invalid input')
    expect(await said('tlh')).toContain('Invalid input')
  })
})

it('days are those of the project’s time zone', async () => {
  const timezones = { defaultTimezone: 'Asia/Riyadh' }
  const db = database('riyadh')
  const riyadh = await start(withPlugin({}, { db, admin: { user: 'staff', timezones } }))
  const make = async (collection: string, data: object) =>
    (await createIn(riyadh, collection, data)).id
  const mentee = await make('students', { name: 'Amal', subjects: [], level: 1 })
  const mentor = await make('tutors', {
    name: 'Omar',
    subjects: [],
    level: 1,
    campuses: [],
    places: 1,
  })
  const at = '2026-01-31T22:30:00.000Z'
  await make(optionsOf(riyadh.config).slugs.matches, {
    ...{ mentee, mentor, status: 'introduced', confirmedAt: at, decidedAt: at },
    ...{ tier: 'subject', tierLabel: 'Same subject', score: 1, madeBy: 'coordinator' },
  })
  const req = await createLocalReq({ user: { collection: STAFF } as TypedUser }, riyadh)
  const { recent } = await wholeWorkspace(req)
  const person = await loadPerson(req, await optionsFor(req), 'mentee', `${mentee}`)
  expect(recent[0]!.introducedDay).toBe('1 Feb 2026')
  expect(person!.history[0]!.day).toBe('1 Feb 2026')
})

describe('options that may be left out', () => {
  it.each([
    ['left out', {}],
    [
      'undefined',
      {
        slugs: undefined,
        users: undefined,
        states: undefined,
        onIntroduced: undefined,
        onUndone: undefined,
      },
    ],
    ['undefined inside', { slugs: { runs: undefined } }],
  ])('have their defaults when they are %s', async (_what, changes) => {
    const { access, criteria, hidden, mentees, mentors } = TUTORING
    const config = await buildConfig({
      ...project(),
      plugins: [matching({ access, criteria, hidden, mentees, mentors, ...changes })],
    })
    expect(optionsOf(config)).toMatchObject({
      slugs: { matches: 'matches', runs: 'matching-runs', settings: 'matching-settings' },
      users: 'staff',
      states: { open: ['introduced'], apart: ['rejected', 'undone'] },
      onIntroduced: expect.any(Function),
      onUndone: expect.any(Function),
    })
  })

  it('criteria can be as few as none, and a collection can have no title', async () => {
    const bare = await start(
      withPlugin(
        { criteria: { rules: [], ladder: [], ground: { name: 'any', label: 'Any' }, points: [] } },
        {
          db: database('bare'),
          collections: [
            { ...students, admin: {} },
            tutors,
            { slug: 'staff', auth: true, fields: [] },
          ],
        },
      ),
    )
    await createIn(bare, 'tutors', { name: 'Ada', places: 1, subjects: [] })
    const student = await createIn(bare, 'students', { name: 'Sam', subjects: [] })
    const req = await createLocalReq({ user: { collection: STAFF } as TypedUser }, bare)
    const run = bare.config.endpoints.find(({ path }) => path === '/matching/run')!
    const answer = await run.handler({ ...req, json: async () => ({}) })
    expect(await answer.json()).toMatchObject({ proposed: 1 })
    const { docs } = await bare.find({ collection: 'pairs' as 'users', depth: 0, req })
    expect(docs).toMatchObject([{ mentee: student.id, tierLabel: 'Any' }])
    expect(await wholeWorkspace(req)).toMatchObject({
      proposals: [{ mentee: { name: 'Sam' }, mentor: { name: 'Ada' } }],
      gaps: [],
      supply: [],
    })
  })
})

describe('the README', () => {
  it('has the example that is tested here', async () => {
    const read = (file: string) => readFile(new URL(`../../${file}`, import.meta.url), 'utf8')
    const example = (await read('test/helpers/tutoring.ts')).replaceAll(
      / as ('mentees'|object)/g,
      '',
    )
    expect(await read('plugins/matching/README.md')).toContain(example)
  })

  it('names every rule a refusal of the plugin’s own can name, and no other', async () => {
    const folder = new URL('../../plugins/matching/', import.meta.url)
    const files = (await readdir(new URL('operations/', folder))).filter(
      (file) => !file.endsWith('.test.ts'),
    )
    const sources = await Promise.all(
      files.map((file) => readFile(new URL(`operations/${file}`, folder), 'utf8')),
    )
    const thrown = sources.flatMap((source) =>
      source
        .split('new Refused(')
        .slice(1)
        .flatMap((rest) => /^(?:.|\n)*?'(\w+)',?\s*\)/.exec(rest.split(/^ *}$/m)[0]!)?.[1] ?? []),
    )
    const [, named] = /rules a refusal can name, beside your own: ([^.]*)\./.exec(
      await readFile(new URL('README.md', folder), 'utf8'),
    )!
    expect(named!.match(/\w+/g)!.sort()).toEqual([...new Set(thrown)].sort())
  })
})

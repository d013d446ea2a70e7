import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Criteria, matching, type MatchingOptions, pointsFor } from '@mentoring/matching'
import { buildConfig, createLocalReq, getPayload, type Payload, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { localAPI } from '../../plugins/matching/local.ts'
import { introduceWaiting } from '../../plugins/matching/operations/introduce-many.ts'
import { loadPerson } from '../../plugins/matching/operations/load-person.ts'
import { optionsFor } from '../../plugins/matching/options-for.ts'
import { optionsOf } from '../../plugins/matching/options.ts'
import { callREST } from '../helpers/boot.ts'
import { createIn } from '../helpers/store.ts'
import {
  newDatabase,
  removeDatabase,
  STUDENT_FIELDS,
  TUTOR_FIELDS,
} from '../helpers/tutoring-project.ts'
import { TUTORING } from '../helpers/tutoring.ts'
import { wholeWorkspace } from '../helpers/whole-workspace.ts'

/**
 * The plugin in a project whose criteria and names are content: editors add a question, call it otherwise or
 * remove it, and nothing is started anew.
 */

type Answers = { answers?: Record<string, string> | null }
type Student = { id: number | string; name: string; campus?: string | null } & Answers
type Tutor = { id: number | string; name: string } & Answers
type Question = { id: string; name: string; label: string; use: 'points' | 'rule' | 'rung' }

// The types know the slugs of this project's config only.
const STAFF = 'staff' as 'users'

/** All of a collection that editors change, as whoever asks for it sees it. */
const contentIn = async <T extends object>(req: PayloadRequest, collection: string) =>
  (
    await localAPI(req.payload).find<T>({
      collection,
      pagination: false,
      sort: 'createdAt',
      overrideAccess: true,
      req,
    })
  ).docs

let timesAsked = 0
const criteria = async (req: PayloadRequest): Promise<Criteria<Student, Tutor>> => {
  timesAsked += 1
  const questions = await contentIn<Question>(req, 'questions')
  const points = pointsFor<Student, Tutor>()
  const used = (use: Question['use']) => questions.filter((question) => question.use === use)
  const answersTo = (name: string) => ({
    mentee: ({ answers }: Student) => answers?.[name] ?? '',
    mentor: ({ answers }: Tutor) => answers?.[name] ?? '',
  })
  const keysOf = (name: string) => ({
    mentee: ({ answers }: Student) => [answers?.[name] ?? []].flat(),
    mentor: ({ answers }: Tutor) => [answers?.[name] ?? []].flat(),
  })
  return {
    rules: used('rule').map(({ label, name }) => ({
      name,
      label,
      kind: 'mustNot',
      of: keysOf(name),
      sentence: `${label} must not be the same.`,
      isOptional: true,
    })),
    ladder: used('rung').map(({ label, name }) => ({
      name,
      label: `Same ${label}`,
      of: keysOf(name),
      reason: ([answer]) => `${label}: ${answer}`,
      group: { label, nameOf: (answer) => answer },
    })),
    ground: { name: 'any', label: 'Anybody' },
    points: used('points').map(({ label, name }) =>
      points({
        name,
        label,
        most: 30,
        of: answersTo(name),
        share: (a, b) => (a !== '' && a === b ? 1 : 0),
        reason: (a) => `${label}: both ${a}`,
        difference: () => `${label}: not the same`,
      }),
    ),
  }
}

type Campuses = Map<string, string>
const names = async (req: PayloadRequest): Promise<Campuses> => {
  const campuses = await contentIn<{ key: string; label: string }>(req, 'campuses')
  return new Map(campuses.map(({ key, label }) => [key, label]))
}

const OPTIONS: MatchingOptions<Student, Tutor, Campuses> = {
  mentees: {
    slug: 'students',
    available: TUTORING.mentees.available,
    whyUnavailable: () => undefined,
    waitingSince: () => '2026-01-01',
    describe: ({ campus, name }, campuses) => ({
      name,
      summary: campuses.get(campus ?? '') ?? 'No campus',
    }),
  },
  mentors: {
    slug: 'tutors',
    available: TUTORING.mentors.available,
    whyUnavailable: () => undefined,
    capacity: () => 1,
    describe: ({ name }) => ({ name, summary: '' }),
  },
  criteria,
  names,
  slugs: TUTORING.slugs,
  access: ({ req }) => Boolean(req.user),
  hidden: () => false,
}

let folder: string
let config: ReturnType<typeof buildConfig>
let payload: Payload
let token: string
const logged: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'content-'))
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const text = { type: 'text', required: true } as const
  config = buildConfig({
    secret: 'only for tests',
    telemetry: false,
    logger: {
      options: { level: 'error' },
      destination: { write: (line: string) => void logged.push(line) },
    },
    db: newDatabase(path.join(folder, 'content.db')),
    collections: [
      { slug: 'students', fields: [...STUDENT_FIELDS, { name: 'answers', type: 'json' }] },
      { slug: 'tutors', fields: [...TUTOR_FIELDS, { name: 'answers', type: 'json' }] },
      {
        slug: 'questions',
        fields: [
          { ...text, name: 'name' },
          { ...text, name: 'label' },
          { ...text, name: 'use' },
        ],
      },
      {
        slug: 'campuses',
        fields: [
          { ...text, name: 'key' },
          { ...text, name: 'label' },
        ],
      },
      { slug: 'staff', auth: true, fields: [] },
    ],
    admin: { user: 'staff' },
    typescript: { autoGenerate: false },
    plugins: [matching(OPTIONS)],
  })
  payload = await getPayload({ config, key: randomUUID() })
  const login = { email: 'staff@example.org', password: 'correct horse battery staple' }
  await createIn(payload, 'staff', login)
  token = (await payload.login({ collection: STAFF, data: login })).token!
})
afterAll(async () => {
  await removeDatabase(payload)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

const rest = (method: 'GET' | 'PATCH' | 'POST', route: string, body?: unknown) =>
  callREST(config, method, route, { token, body })
const act = (name: string, body: unknown) => rest('POST', `/matching/${name}`, body)
const settings = async () => (await rest('GET', '/globals/pair-settings')).json
const save = (body: object) => rest('POST', '/globals/pair-settings', body)
const run = async () => (await act('run', {})).status
const asStaff = async () => {
  const { docs } = await payload.find({ collection: STAFF, overrideAccess: true })
  return createLocalReq({ user: { ...docs[0]!, collection: STAFF } }, payload)
}

type Row = { id: string } & Record<string, unknown>
const find = async (collection: string) =>
  (await localAPI(payload).find<Row>({ collection, depth: 0, overrideAccess: true })).docs
const settingsOfLastRun = async () =>
  (
    await localAPI(payload).find<Row>({
      collection: 'pair-runs',
      sort: '-createdAt',
      limit: 1,
      overrideAccess: true,
    })
  ).docs[0]!.settings

const ask = (name: string, label: string, use: Question['use'] = 'points') =>
  createIn(payload, 'questions', { name, label, use })
const rename = (collection: string, id: string, label: string) =>
  rest('PATCH', `/${collection}/${id}`, { label })
const remove = (collection: string, id: string) =>
  payload.delete({ collection: collection as 'users', id, overrideAccess: true })

let student: { id: string }
beforeEach(async () => {
  logged.length = 0
  const all = ['pairs', 'pair-runs', 'pair-introductions', 'students', 'tutors', 'questions']
  for (const collection of [...all, 'campuses']) {
    await payload.db.deleteMany({ collection: collection as 'users', where: {} })
  }
  await createIn(payload, 'tutors', { name: 'Ada', answers: { food: 'rice', music: 'oud' } })
  await createIn(payload, 'tutors', { name: 'Bob', answers: { food: 'bread', music: 'jazz' } })
  student = await createIn(payload, 'students', {
    name: 'Sam',
    campus: 'north',
    answers: { food: 'bread', music: 'oud' },
  })
})

/** Who is proposed to Sam, and what is said of the two. */
const draft = async () => {
  const { proposals } = await wholeWorkspace(await asStaff())
  expect(proposals).toHaveLength(1)
  const { differences, mentor, points, reasons, tierLabel } = proposals[0]!
  return { mentor: mentor.name, tierLabel, reasons, differences, points }
}

describe('criteria that are asked for', () => {
  it('are those of the moment, in the settings and in each run', async () => {
    expect(await settings()).toMatchObject({ points: {}, rules: {}, ladder: [] })
    expect(await run()).toBe(200)
    expect(await draft()).toMatchObject({ tierLabel: 'Anybody', reasons: [] })

    const food = await ask('food', 'Favourite food')
    expect((await settings()).points).toEqual({ food: 30 })
    const other = await wholeWorkspace(await asStaff())
    expect(other.lastRun!.isOutdated).toBe(true)
    expect(other.tierWorth).toBe(31)
    expect(await run()).toBe(200)
    expect(await draft()).toEqual({
      mentor: 'Bob',
      tierLabel: 'Anybody',
      reasons: ['Favourite food: both bread'],
      differences: [],
      points: { has: 30, most: 30 },
    })
    expect(await settingsOfLastRun()).toMatchObject({ points: { food: 30 } })

    await rename('questions', food.id, 'What you like to eat')
    const { candidates } = (await act('suggest', { mentee: student.id })).json
    expect(candidates).toMatchObject([
      { name: 'Bob', reasons: ['What you like to eat: both bread'] },
      { name: 'Ada', differences: ['What you like to eat: not the same'] },
    ])
    expect(await run()).toBe(200)
    expect((await draft()).reasons).toEqual(['What you like to eat: both bread'])
  })

  it('have their weight when they come, keep it when they go, and have it again', async () => {
    const food = await ask('food', 'Favourite food')
    expect((await save({ points: { food: 10 } })).status).toBe(200)
    await ask('music', 'Music')
    // One that has come since it was saved is as declared.
    expect((await settings()).points).toEqual({ food: 10, music: 30 })
    expect(await run()).toBe(200)
    expect(await draft()).toMatchObject({ mentor: 'Ada', points: { has: 30, most: 40 } })

    await remove('questions', food.id)
    expect(await run()).toBe(200)
    expect(await settingsOfLastRun()).toMatchObject({ points: { music: 30 } })
    expect(await draft()).toMatchObject({ mentor: 'Ada', points: { has: 30, most: 30 } })
    expect((await save({ points: { music: 5 } })).status).toBe(200)
    const form = { ...(await settings()), points: { food: 10, music: 6 }, ladder: [] }
    const { goal, isSpread, ladder, leastPoints, leastTier, points, rules } = form
    const tried = { goal, isSpread, ladder, leastPoints, leastTier, points, rules }
    expect((await act('preview', { settings: tried })).status).toBe(200)

    await ask('food', 'Favourite food')
    expect((await settings()).points).toEqual({ food: 10, music: 5 })
    expect(await run()).toBe(200)
    expect((await draft()).mentor).toBe('Bob')
  })

  it('are what settings are checked against', async () => {
    await ask('food', 'Favourite food')
    const wrong = await save({ points: { food: 101 } })
    expect([wrong.status, wrong.text]).toEqual([
      400,
      expect.stringContaining('Enter a number for “Favourite food”'),
    ])
    // A name that means nothing now may mean something later.
    expect((await save({ points: { music: 'loud' } })).status).toBe(400)
    expect((await save({ ladder: [{ rung: 'food' }] })).text).toContain('Select one of the tiers.')
    expect((await save({ goal: 'bestFit', leastTier: 'food' })).status).toBe(400)
    expect((await save({ goal: 'bestFit', leastTier: 'any' })).status).toBe(200)
    expect((await save({ goal: 'mostMatched' })).status).toBe(200)
  })

  it('can lose a tier that stands on the saved ladder, and nothing stops', async () => {
    const food = await ask('food', 'food', 'rung')
    await ask('music', 'music', 'rung')
    expect((await settings()).ladder).toMatchObject([{ rung: 'food' }, { rung: 'music' }])
    const saved = {
      goal: 'bestFit',
      leastTier: 'food',
      ladder: [{ rung: 'food' }, { rung: 'music' }],
    }
    expect((await save(saved)).status).toBe(200)
    expect(await run()).toBe(200)
    expect(await draft()).toMatchObject({
      mentor: 'Bob',
      tierLabel: 'Same food',
      reasons: ['food: bread'],
    })

    await remove('questions', food.id)
    // What was found then is called what it was called then.
    expect(await draft()).toMatchObject({ mentor: 'Bob', tierLabel: 'Same food' })
    expect(await run()).toBe(200)
    expect(await draft()).toMatchObject({ mentor: 'Ada', tierLabel: 'Same music' })
    expect(await settingsOfLastRun()).toMatchObject({ ladder: ['music'], leastTier: 'music' })
    expect((await save({ isSpread: true })).status).toBe(200)
    expect(await settings()).toMatchObject({
      isSpread: true,
      leastTier: 'food',
      ladder: [{ rung: 'food' }, { rung: 'music' }],
    })

    await ask('food', 'food', 'rung')
    expect(await run()).toBe(200)
    expect(await draft()).toMatchObject({ mentor: 'Bob', tierLabel: 'Same food' })
    const { supply } = await wholeWorkspace(await asStaff())
    expect(supply.map(({ label }) => label)).toEqual(['music', 'food'])

    // One that coordinators leave out is not put back; one that is new to them is.
    expect((await save({ goal: 'mostMatched', ladder: [{ rung: 'music' }] })).status).toBe(200)
    await ask('sport', 'sport', 'rung')
    expect((await settings()).ladder).toMatchObject([{ rung: 'music' }, { rung: 'sport' }])
    expect(await run()).toBe(200)
    expect(await settingsOfLastRun()).toMatchObject({ ladder: ['music', 'sport'] })
    const [, sport] = (await settings()).ladder
    expect((await save({ ladder: [sport] })).status).toBe(200)
    expect((await settings()).ladder).toMatchObject([{ rung: 'sport' }])
    expect((await save({ ladder: [] })).status).toBe(200)
    expect((await settings()).ladder).toEqual([])
  })

  it('that can’t work are refused by name, until they are mended', async () => {
    expect(await run()).toBe(200)
    const question = await ask('my food', 'Food')
    expect(await run()).toBe(500)
    expect(logged.join()).toContain('matching: criteria: the name \\"my food\\" must be letters')
    await expect(optionsFor(await asStaff())).rejects.toThrow(
      'matching: criteria: the name "my food"',
    )
    expect(await find('pairs')).toHaveLength(1)
    await remove('questions', question.id)
    expect(await run()).toBe(200)
  })

  it('are asked for once for a request, however many people there are', async () => {
    await ask('food', 'Favourite food')
    for (let n = 0; n < 30; n += 1) await createIn(payload, 'students', { name: `S${n}` })
    const asked = async (work: () => Promise<unknown>) => {
      const before = timesAsked
      await work()
      return timesAsked - before
    }
    expect(await asked(run)).toBe(1)
    expect(await asked(async () => wholeWorkspace(await asStaff()))).toBe(1)
    expect(await asked(() => act('suggest', { mentee: student.id }))).toBe(1)
    expect(await asked(() => save({ goal: 'mostMatched', points: { food: 3 } }))).toBe(1)
    expect(await asked(() => act('progress', {}))).toBe(0)
  })

  it('hold when many are introduced: a rule that has come since refuses its pair', async () => {
    await ask('food', 'Favourite food')
    expect(await run()).toBe(200)
    const [match] = await find('pairs')
    await ask('food2', 'Music', 'rule')
    const [rule] = (await find('questions')).filter(({ name }) => name === 'food2')
    await remove('questions', rule!.id)
    for (const { id, name } of await find('questions')) {
      if (name === 'food') await remove('questions', id)
    }
    await ask('food', 'Favourite food', 'rule')
    const { json, status } = await act('introduce', { matches: [match!.id] })
    expect(status).toBe(200)
    await introduceWaiting(payload, optionsOf(payload.config))
    const since = json.startedAt as string
    expect((await act('introducing', { since })).json.introductions).toMatchObject([
      {
        isFinished: true,
        refused: [
          {
            message: 'Favourite food must not be the same.',
            names: { mentee: 'Sam', mentor: 'Bob' },
          },
        ],
      },
    ])
    expect((await save({ rules: { food: false } })).status).toBe(200)
    expect((await act('confirm', { matches: [match!.id] })).status).toBe(200)
  })
})

describe('names that are asked for', () => {
  it('are those of the moment, wherever somebody is shown', async () => {
    const person = async () => {
      const req = await asStaff()
      return (await loadPerson(req, await optionsFor(req), 'mentee', student.id))!.name
    }
    const said = async () => (await wholeWorkspace(await asStaff())).waiting[0]!.summary
    expect(await said()).toBe('No campus')
    const north = await createIn(payload, 'campuses', { key: 'north', label: 'North Campus' })
    expect(await said()).toBe('North Campus')
    await rename('campuses', north.id, 'Campus by the river')
    expect(await said()).toBe('Campus by the river')
    expect(await person()).toBe('Sam')
    const found = await act('waiting', { filter: { text: 'river' }, page: {} })
    expect(found.json.rows).toMatchObject([{ name: 'Sam', summary: 'Campus by the river' }])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const act: Matching['act'] = (...args) => app.act(...args)

describe('the coordinators’ doors', () => {
  const names = [
    ...['run', 'suggest', 'preview', 'lock', 'swap', 'propose', 'repeat'],
    ...['confirm', 'introduce', 'introducing', 'match', 'reject', 'undo', 'allow'],
    ...['progress', 'stop'],
    ...['draft', 'chosen', 'waiting', 'groups', 'survey', 'changes', 'mentors', 'recent', 'supply'],
  ]

  it('are all in this list', () => {
    const paths = app.payload.config.endpoints.map(({ path }) => path)
    expect(paths.filter((path) => path.startsWith('/matching/')).sort()).toEqual(
      names.map((name) => `/matching/${name}`).sort(),
    )
  })

  it.each(names)('%s is closed to comms and to the public', async (name) => {
    expect((await act(name, {}, 'comms')).status).toBe(403)
    expect((await app.rest('POST', `/matching/${name}`, { body: {} })).status).toBe(403)
  })

  it.each([
    ['suggest', { mentee: 'no-such-id' }, 404],
    ['match', { mentee: 'no-such-id', mentor: 'no-such-id' }, 404],
    ['confirm', { matches: ['no-such-id'] }, 409],
    ['reject', { match: 'no-such-id' }, 404],
    ['undo', { match: 'no-such-id' }, 404],
    ['confirm', { matches: [] }, 400],
    ['confirm', { matches: 'all' }, 400],
    ['confirm', { matches: [{ $ne: null }] }, 400],
    ['match', { mentee: 'a', mentor: 'b', force: true }, 400],
    ['run', { dryRun: true }, 400],
    ['suggest', 'not json', 400],
    ['undo', null, 400],
    ['lock', { matches: ['no-such-id'], isLocked: true }, 404],
    ['lock', { matches: ['no-such-id'] }, 400],
    ['lock', { matches: [], isLocked: false }, 400],
    ['lock', { matches: Array(501).fill('x'), isLocked: true }, 400],
    ['swap', { matches: ['no-such-id', 'no-such-id-either'] }, 404],
    ['swap', { matches: ['no-such-id'] }, 400],
    ['propose', { mentee: 'no-such-id', mentor: 'no-such-id' }, 404],
    ['propose', { mentee: 'no-such-id' }, 400],
    ['repeat', { run: 'no-such-id' }, 404],
    ['repeat', {}, 400],
    ['allow', { match: 'no-such-id' }, 404],
    ['progress', { id: {} }, 400],
    ['stop', {}, 400],
    ['stop', { id: 'no-such-id' }, 409],
    ['preview', {}, 400],
    ['preview', { settings: {} }, 400],
    ['run', { seed: -1 }, 400],
    ['run', { seed: 1.5 }, 400],
    ['run', { seed: 1e9 }, 400],
    ['run', { mentees: [] }, 400],
    ['run', { mentees: ['no-such-id'] }, 409],
    ['suggest', { mentee: 'a', mentor: 'b' }, 400],
    ['suggest', { mentor: 'no-such-id' }, 404],
    ['match', { mentee: 'x'.repeat(65), mentor: 'b' }, 400],
    ['draft', {}, 400],
    ['draft', { filter: { state: 'new' }, page: {} }, 400],
    ['draft', { filter: { where: { id: { exists: true } } }, page: {} }, 400],
    ['draft', { filter: {}, page: { after: { id: 'x' } } }, 400],
    ['chosen', { only: 'all' }, 400],
    ['waiting', { filter: { text: 'x'.repeat(201) }, page: {} }, 400],
    ['changes', { run: 'no-such-id', from: -1 }, 400],
    ['mentors', { text: 1 }, 400],
    ['survey', { all: true }, 400],
  ])('%s answers %j with %i and a message', async (name, body, status) => {
    const answer = await act(name, body)
    expect(answer.status).toBe(status)
    expect(answer.json.message).toMatch(/^[A-Z].*\.$/s)
  })
})

describe('a pool in which', () => {
  it('nobody is possible for anybody gives no proposals and says why of each', async () => {
    for (let n = 0; n < 3; n += 1) {
      await createMentor(app.payload, { teamName: 'Ward 1' })
      await createMentee(app.payload, { teamName: 'Ward 1' })
    }
    const { json, status } = await act('run', {})
    expect([status, json.proposed]).toEqual([200, 0])
    const { waiting } = await app.workspace()
    expect(waiting.map(({ whyNot }) => whyNot)).toEqual(
      Array(3).fill('No mentor is possible. 3 mentors: They work in the same clinical team.'),
    )
  })

  it('everybody is full gives no proposals and says so', async () => {
    const mentor = await createMentor(app.payload)
    await act('match', { mentee: (await createMentee(app.payload)).id, mentor: mentor.id })
    await createMentee(app.payload)
    expect((await act('run', {})).json).toMatchObject({ mentees: 1, places: 0, proposed: 0 })
    expect((await app.workspace()).waiting[0]!.whyNot).toBe(
      'Every possible mentor is full (1 mentor).',
    )
  })

  it.each([0, -1])('a mentor’s capacity is %j: they have no place', async (capacity) => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    // Past the checks of the collection, as old data can be.
    await app.payload.db.updateOne({
      collection: 'mentors',
      id: mentor.id,
      data: { capacity },
      req: await app.reqAs('admin'),
    })
    expect((await act('run', {})).json).toMatchObject({ places: 0, proposed: 0 })
    const answer = await act('match', { mentee: mentee.id, mentor: mentor.id })
    expect([answer.status, answer.json]).toEqual([
      409,
      { rule: 'capacity', message: 'This mentor has no places.' },
    ])
    await app.workspace()
    expect((await app.person('mentor', mentor.id))!.places).toEqual({ all: 0, free: 0 })
  })

  it('everybody comes from one country is matched by everything else', async () => {
    const cardiology = await createMentor(app.payload)
    const urology = await createMentor(app.payload, { specialty: 'urology' })
    const mentees = [
      await createMentee(app.payload, { specialty: 'urology' }),
      await createMentee(app.payload),
    ]
    await act('run', {})
    expect(await app.pairs()).toEqual({
      [mentees[0]!.id]: urology.id,
      [mentees[1]!.id]: cardiology.id,
    })
    const { gaps, supply } = await app.workspace()
    expect(gaps).toEqual([])
    expect(supply[0]!.rows).toEqual([{ name: 'Sudan', waiting: 2, mentors: 2, places: 2 }])
  })

  it('nobody gave an answer that may be left out is matched', async () => {
    const nothing = { languages: null, country: null, originChoice: 'noPreference' } as const
    await createMentor(app.payload, nothing)
    await createMentee(app.payload, nothing)
    expect((await act('run', {})).json.proposed).toBe(1)
    expect((await app.workspace()).supply.map(({ rows }) => rows)).toEqual([[], []])
  })

  it('somebody is mentor and mentee is never matched with themselves', async () => {
    await createMentor(app.payload, { email: 'same@example.org' })
    await createMentee(app.payload, { email: 'same@example.org' })
    expect((await act('run', {})).json.proposed).toBe(0)
  })

  it('somebody has waited since a day that is not known is matched all the same', async () => {
    await createMentor(app.payload)
    const mentee = await createMentee(app.payload, { waitingSince: null })
    expect((await act('run', {})).json.proposed).toBe(1)
    expect((await app.person('mentee', mentee.id))!.queue).toEqual({
      place: 1,
      of: 1,
      daysWaited: 0,
    })
  })

  it('somebody has waited since the year 1 is first, and stops nobody’s run', async () => {
    await createMentor(app.payload)
    const mentee = await createMentee(app.payload, { waitingSince: '0001-01-01T00:00:00.000Z' })
    await createMentee(app.payload)
    expect((await act('run', {})).json.proposed).toBe(1)
    expect(Object.keys(await app.pairs())).toEqual([mentee.id])
    expect((await app.person('mentee', mentee.id))!.queue).toMatchObject({ daysWaited: 3653 })
  })
})

describe('the same thing named twice', () => {
  it('is done once', async () => {
    await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    expect((await act('run', { mentees: [mentee.id, mentee.id] })).json.mentees).toBe(1)
    const { id } = await app.proposalOf(mentee)
    expect((await act('lock', { matches: [id, id], isLocked: true })).status).toBe(200)
    expect((await act('swap', { matches: [id, id] })).json.rule).toBe('sameMentor')
    expect((await act('confirm', { matches: [id, id] })).json).toEqual({
      confirmed: [id],
      refused: [],
    })
  })
})

describe('a request for somebody who is not there any more', () => {
  it('a run for one who has withdrawn says so and leaves the draft alone', async () => {
    await createMentor(app.payload)
    await createMentee(app.payload)
    const gone = await createMentee(app.payload, { status: 'withdrawn' })
    await act('run', {})
    const before = await app.matches()
    const { json, status } = await act('run', { mentees: [gone.id] })
    expect([status, json]).toEqual([
      409,
      { rule: 'notWaiting', message: 'None of these mentees is waiting to be matched.' },
    ])
    expect(await app.matches()).toEqual(before)
    expect(await app.runs()).toHaveLength(1)
  })

  it('suggestions for one who has withdrawn say so', async () => {
    const mentee = await createMentee(app.payload, { status: 'withdrawn' })
    const mentor = await createMentor(app.payload, { status: 'withdrawn' })
    expect((await act('suggest', { mentee: mentee.id })).json.message).toBe(
      'This mentee is not waiting to be matched.',
    )
    expect((await act('suggest', { mentor: mentor.id })).json.message).toBe(
      'This mentor can’t be matched now.',
    )
  })

  it.each(['propose', 'match'])('%s with somebody who was erased says so', async (name) => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await app.rest('DELETE', `/mentors/${mentor.id}`, { as: 'coordinator' })
    const { json, status } = await act(name, { mentee: mentee.id, mentor: mentor.id })
    expect([status, json.message]).toEqual([404, 'This mentor is no longer on record.'])
  })
})

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

/** So many mentors and mentees of whom nobody is better than another. */
const equals = async (count: number) => {
  const mentors = []
  const mentees = []
  for (let n = 0; n < count; n += 1) {
    mentors.push(await createMentor(app.payload))
    mentees.push(await createMentee(app.payload))
  }
  return { mentors, mentees }
}

describe('a matching run', () => {
  it('proposes the longest waiting first when places are short, and tells nobody', async () => {
    await createMentor(app.payload)
    await createMentee(app.payload, { waitingSince: '2026-11-01T00:00:00.000Z' })
    const longest = await createMentee(app.payload, {
      waitingSince: '2026-06-01T00:00:00.000Z',
      country: 'IN',
      languages: ['hi'],
    })

    const { json } = await act('run', {})

    expect(json).toMatchObject({ mentees: 2, places: 1, proposed: 1 })
    const matches = await app.matches()
    expect(matches).toHaveLength(1)
    expect(matches[0]).toMatchObject({ mentee: longest.id, status: 'proposed', tier: 'other' })
    const after = await app.payload.findByID({
      collection: 'mentees',
      id: longest.id,
      depth: 0,
      overrideAccess: true,
    })
    expect(after).toMatchObject({ status: 'waiting', languages: ['hi'], topics: ['housing'] })
    const { totalDocs } = await app.payload.count({ collection: 'mails', overrideAccess: true })
    expect(totalDocs).toBe(0)
  })

  it('replaces the open proposals of the run before and keeps a record of both', async () => {
    await createMentor(app.payload)
    await createMentee(app.payload)
    await act('run', {})
    await act('run', {})
    expect(await app.matches()).toHaveLength(1)
    const runs = await app.runs()
    expect(runs).toHaveLength(2)
    expect(JSON.stringify(runs)).not.toMatch(/example\.org|Mentee \d/)
  })

  it('says whose proposal is another one than before', async () => {
    const first = await createMentor(app.payload, { country: 'EG' })
    const mentee = await createMentee(app.payload)
    expect((await act('run', {})).json.changes).toEqual([{ mentee: mentee.id, after: first.id }])
    expect((await act('run', {})).json.changes).toEqual([])
    const better = await createMentor(app.payload, { country: 'SD' })
    const { json } = await act('run', {})
    expect(json.changes).toEqual([{ mentee: mentee.id, before: first.id, after: better.id }])
    expect((await app.matches()).map(({ reasons }) => reasons![0])).toEqual(['Both from Sudan'])
  })

  it('records why somebody stays unmatched', async () => {
    await createMentor(app.payload, { teamName: 'Ward 1' })
    const mentees = [
      await createMentee(app.payload, { waitingSince: '2026-06-01T00:00:00.000Z' }),
      await createMentee(app.payload, { waitingSince: '2026-07-01T00:00:00.000Z' }),
      await createMentee(app.payload, { teamName: 'Ward 1' }),
    ]
    await act('run', {})
    const [run] = await app.runs()
    expect(run!.record.unmatched).toEqual(
      expect.arrayContaining([
        {
          mentee: mentees[1]!.id,
          reason: 'allPlacesTaken',
          crowd: { mentees: 2, places: 1 },
        },
        {
          mentee: mentees[2]!.id,
          reason: 'nobodyPossible',
          forbiddenBy: [{ name: 'sameTeam', mentors: 1 }],
          full: 0,
          belowLeast: 0,
        },
      ]),
    )
  })

  it('works with nobody waiting, with no mentors, and with nobody at all', async () => {
    expect((await act('run', {})).json).toMatchObject({ mentees: 0, places: 0, proposed: 0 })
    await createMentor(app.payload)
    expect((await act('run', {})).json).toMatchObject({ mentees: 0, places: 1, proposed: 0 })
    await app.empty()
    await createMentee(app.payload)
    expect((await act('run', {})).json).toMatchObject({ mentees: 1, places: 0, proposed: 0 })
    expect((await app.workspace()).waiting[0]!.whyNot).toBe(
      'There are no mentors who could be matched now.',
    )
  })
})

describe('the draw among equals', () => {
  it('gives one result for one number and another result for some other number', async () => {
    await equals(4)
    const drawn = []
    for (const seed of [1, 2, 3, 1]) {
      expect((await act('run', { seed })).status).toBe(200)
      drawn.push(JSON.stringify(Object.entries(await app.pairs()).sort()))
    }
    expect(drawn[3]).toBe(drawn[0])
    expect(new Set(drawn).size).toBeGreaterThan(1)
    expect((await app.runs()).map(({ seed }) => seed)).toEqual([1, 3, 2, 1])
  })

  it('stays as it is in the next run, so that equals do not change places', async () => {
    await equals(4)
    await act('run', { seed: 7 })
    const { json } = await act('run', {})
    expect(json.changes).toEqual([])
    expect((await app.runs())[0]!.seed).toBe(7)
  })
})

describe('a run for some mentees only', () => {
  it('leaves the proposals of all others as they are, unlocked', async () => {
    await createMentor(app.payload, { country: 'EG' })
    const other = await createMentee(app.payload, { country: 'SD' })
    await act('run', {})
    const before = await app.pairs()
    // Run for both, each would have the mentor from their own country.
    const asked = await createMentee(app.payload, { country: 'EG' })
    const free = await createMentor(app.payload, { country: 'SD' })

    const { json } = await act('run', { mentees: [asked.id] })

    expect(json).toMatchObject({ mentees: 2, proposed: 2, droppedLocks: [] })
    expect(await app.pairs()).toEqual({ ...before, [asked.id]: free.id })
    expect((await app.proposalOf(other)).isLocked).toBe(false)
    expect((await app.runs())[0]).toMatchObject({ locked: 0, proposed: 2 })
    // What was kept is no lock, and costs nothing that a coordinator could save.
    const { lastRun } = await app.workspace()
    expect(lastRun).toMatchObject({ isForSome: true })
    expect(lastRun!.locksCost).toBeUndefined()
  })

  it('finds nobody for those it was not for, and says so', async () => {
    const { mentees } = await equals(2)
    await act('run', { mentees: [mentees[0]!.id] })
    expect(Object.keys(await app.pairs())).toEqual([mentees[0]!.id])
    const { waiting } = await app.workspace()
    expect(waiting.find(({ id }) => id === mentees[1]!.id)!.whyNot).toBe(
      'Was not part of the last matching run.',
    )
  })

  it('gives a locked proposal its place before one that is only left alone', async () => {
    const mentor = await createMentor(app.payload, { capacity: 2 })
    const mentees = [await createMentee(app.payload), await createMentee(app.payload)]
    await act('run', {})
    const locked = (await app.proposalOf(mentees[1]!)).id
    await act('lock', { matches: [locked], isLocked: true })
    await app.payload.update({
      collection: 'mentors',
      id: mentor.id,
      data: { capacity: 1 },
      overrideAccess: true,
    })
    const asked = await createMentee(app.payload)

    const { json } = await act('run', { mentees: [asked.id] })

    expect(await app.pairs()).toEqual({ [mentees[1]!.id]: mentor.id })
    // What gave way was no lock.
    expect(json.droppedLocks).toEqual([])
    expect((await app.runs())[0]).toMatchObject({ locked: 1, proposed: 1 })
  })
})

describe('a stored run', () => {
  it('names who decided, with which settings, seed and inputs', async () => {
    const { mentees, mentors } = await equals(1)
    await act('run', { seed: 3 })
    const [run] = await app.runs()
    const { id } = (await app.reqAs('coordinator')).user!
    expect(run).toMatchObject({
      startedBy: id,
      seed: 3,
      settings: { goal: 'mostMatched', ladder: ['sameCountry', 'sameRegion', 'sharedLanguage'] },
      record: {
        mentees: [{ id: mentees[0]!.id, daysWaited: expect.any(Number) }],
        mentors: [{ id: mentors[0]!.id, places: 1, load: 0 }],
        pairs: [{ mentee: mentees[0]!.id, mentor: mentors[0]!.id, tier: 'sameCountry' }],
        possiblePairs: 1,
      },
    })
  })

  it('repeats to the same pairs, whatever has changed since', async () => {
    const { mentees } = await equals(5)
    await act('run', { seed: 11 })
    await act('lock', { matches: [(await app.proposalOf(mentees[0]!)).id], isLocked: true })
    await act('run', {})
    const [locked, free] = await app.runs()
    await app.payload.delete({
      collection: 'mentees',
      id: mentees[4]!.id,
      overrideAccess: true,
    })
    await act('confirm', { matches: [(await app.proposalOf(mentees[1]!)).id] })
    for (const run of [locked!, free!]) {
      const { json, status } = await act('repeat', { run: run.id })
      expect([status, json]).toEqual([200, { isSame: true, pairs: 5 }])
    }
  })

  it('is found out when its record was changed', async () => {
    await equals(2)
    await act('run', {})
    const [run] = await app.runs()
    const [a, b] = run!.record.pairs
    const swapped = [
      { ...a!, mentor: b!.mentor },
      { ...b!, mentor: a!.mentor },
    ]
    await app.payload.update({
      collection: 'matching-runs',
      id: run!.id,
      data: { record: { ...run!.record, pairs: swapped } },
      overrideAccess: true,
    })
    expect((await act('repeat', { run: run!.id })).json.isSame).toBe(false)
  })

  it('that kept no input says so', async () => {
    const { id } = await app.payload.create({
      collection: 'matching-runs',
      data: { mentees: 0, mentors: 0, places: 0, proposed: 0, total: 0 },
      overrideAccess: true,
    })
    const { json, status } = await act('repeat', { run: id })
    expect([status, json.rule]).toEqual([409, 'noInput'])
    expect(json.message).toContain('from before runs kept all they were given')
    // Nor does it stand in the way of the workspace or the next run.
    expect((await app.workspace()).lastRun).toBeUndefined()
    expect((await act('run', {})).status).toBe(200)
  })

  it('shows its input to nobody', async () => {
    await equals(1)
    await act('run', {})
    const [run] = await app.runs()
    for (const query of ['', '?showHiddenFields=true', '?select[input]=true']) {
      const { json } = await app.rest('GET', `/matching-runs/${run!.id}${query}`, { as: 'admin' })
      expect(json.id).toBe(run!.id)
      expect(Object.keys(json)).not.toContain('input')
    }
  })
})

describe('at the same time', () => {
  it('several runs leave one set of proposals', async () => {
    await equals(3)
    const answers = await Promise.all([1, 2, 3].map(() => act('run', {})))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await app.matches()).toHaveLength(3)
  })

  it('a run and confirmations leave nobody matched twice and no place taken twice', async () => {
    const { mentees } = await equals(6)
    await act('run', {})
    const proposals = await app.matches()

    const answers = await Promise.all([
      ...proposals.map(({ id }) => act('confirm', { matches: [id] })),
      act('run', { seed: 5 }),
      act('run', { seed: 9 }),
    ])

    expect(answers.map(({ status }) => status).filter((s) => s !== 200 && s !== 409)).toEqual([])
    const after = await app.matches()
    const open = after.filter(({ status }) => status === 'introduced')
    expect(open.length).toBe(answers.slice(0, 6).filter(({ status }) => status === 200).length)
    expect(after).toHaveLength(6)
    expect(new Set(after.map(({ mentee }) => mentee)).size).toBe(mentees.length)
    expect(new Set(after.map(({ mentor }) => mentor)).size).toBe(mentees.length)
  })

  it('a lock set during a run is kept or refused, but never lost', async () => {
    const { mentees } = await equals(5)
    await act('run', {})
    const chosen = await app.proposalOf(mentees[2]!)

    const [lock] = await Promise.all([
      act('lock', { matches: [chosen.id], isLocked: true }),
      act('run', { seed: 1 }),
      act('run', { seed: 2 }),
    ])

    if (lock.status === 200) {
      expect(await app.proposalOf(mentees[2]!)).toMatchObject({
        mentor: chosen.mentor,
        isLocked: true,
      })
    } else expect(lock.status).toBe(404)
  })

  it('two swaps of the same proposals leave everybody one proposal', async () => {
    const { mentees, mentors } = await equals(3)
    await act('run', {})
    const [a, b, c] = await Promise.all(mentees.map((mentee) => app.proposalOf(mentee)))

    const answers = await Promise.all([
      act('swap', { matches: [a!.id, b!.id] }),
      act('swap', { matches: [b!.id, c!.id] }),
    ])

    for (const { status } of answers) expect([200, 404, 409]).toContain(status)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    const pairs = await app.pairs()
    expect(Object.keys(pairs).sort()).toEqual(mentees.map(({ id }) => id).sort())
    expect(Object.values(pairs).sort()).toEqual(mentors.map(({ id }) => id).sort())
  })
})

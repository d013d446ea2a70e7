import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const act: Matching['act'] = (...args) => app.act(...args)
const lock = (...proposals: { id: string }[]) =>
  act('lock', { matches: proposals.map(({ id }) => id), isLocked: true })

const change = (person: Mentee | Mentor, data: Partial<Mentee> | Partial<Mentor>) =>
  app.payload.update({
    collection: 'capacity' in person ? 'mentors' : 'mentees',
    id: person.id,
    data: data,
    overrideAccess: true,
  })

/** A mentee from Sudan and one from India, each with a mentor of their own country, and a run. */
const twoPairs = async () => {
  const sudan = {
    mentor: await createMentor(app.payload, { name: 'Amina', country: 'SD' }),
    mentee: await createMentee(app.payload, { name: 'Omar', country: 'SD' }),
  }
  const india = {
    mentor: await createMentor(app.payload, { name: 'Priya', country: 'IN', languages: ['hi'] }),
    mentee: await createMentee(app.payload, { name: 'Ravi', country: 'IN', languages: ['hi'] }),
  }
  await act('run', {})
  return { sudan, india }
}

describe('a locked proposal', () => {
  it('stays in the next run although a better mentor has come, until it is unlocked', async () => {
    const first = await createMentor(app.payload, { country: 'EG' })
    const mentee = await createMentee(app.payload)
    await act('run', {})
    expect((await lock(await app.proposalOf(mentee))).status).toBe(200)
    const better = await createMentor(app.payload, { country: 'SD' })

    await act('run', {})
    expect(await app.proposalOf(mentee)).toMatchObject({ mentor: first.id, isLocked: true })
    expect((await app.shown(mentee)).lockCost).toMatch(/^\d+ lower in total score$/)
    expect((await app.workspace()).lastRun!.locksCost).toMatch(/^\d+ lower in total score$/)

    const { id } = await app.proposalOf(mentee)
    await act('lock', { matches: [id], isLocked: false })
    await act('run', {})
    expect(await app.proposalOf(mentee)).toMatchObject({ mentor: better.id, isLocked: false })
    expect((await app.workspace()).lastRun!.locksCost).toBeUndefined()
  })

  it('that costs somebody else their mentor says so', async () => {
    const only = await createMentor(app.payload, { teamName: 'Ward 1' })
    const other = await createMentor(app.payload)
    const free = await createMentee(app.payload)
    // Only one mentor is possible for this one, and the lock gives that one away.
    await createMentee(app.payload, { keepApartFrom: [other.id] })
    const { json } = await act('propose', { mentee: free.id, mentor: only.id })
    expect(json.proposed).toBe(1)
    expect((await app.shown(free)).lockCost).toContain('1 match fewer')
    expect((await app.workspace()).waiting.find(({ proposedTo }) => !proposedTo)!.whyNot).toBe(
      'Every possible mentor is taken by proposals that were kept.',
    )
  })

  it.each([
    ['gone', 'one of them can’t be matched any more', { takesMentees: false }],
    ['forbidden', 'a rule forbids the pair now', { teamName: 'Ward 9' }],
  ])(
    'that can’t be kept (%s) is given up, and the workspace says why',
    async (reason, why, now) => {
      const mentor = await createMentor(app.payload, { name: 'Amina' })
      const mentee = await createMentee(app.payload, { name: 'Omar', teamName: 'Ward 9' })
      await act('run', {})
      await lock(await app.proposalOf(mentee))
      await change(mentor, now)

      const { json } = await act('run', {})

      expect(json.droppedLocks).toEqual([{ mentee: mentee.id, mentor: mentor.id, reason }])
      const { changes, droppedLocks } = (await app.workspace()).lastRun!
      expect(droppedLocks).toEqual([`The lock of Omar with Amina was given up: ${why}.`])
      expect(changes).toEqual([{ mentee: 'Omar', before: 'Amina' }])
      expect(await app.matches()).toEqual([])
    },
  )

  it('without a place left is given up too', async () => {
    const mentor = await createMentor(app.payload, { capacity: 2 })
    const mentees = [await createMentee(app.payload), await createMentee(app.payload)]
    await act('run', {})
    await lock(...(await app.matches()))
    await change(mentor, { capacity: 1 })
    const { json } = await act('run', {})
    expect(json.droppedLocks).toMatchObject([{ mentor: mentor.id, reason: 'noPlace' }])
    expect(Object.keys(await app.pairs())).toHaveLength(mentees.length - 1)
  })

  it('is set for all that were named, or for none', async () => {
    const { india, sudan } = await twoPairs()
    const decided = await app.proposalOf(india.mentee)
    await act('reject', { match: decided.id })
    const answer = await lock(await app.proposalOf(sudan.mentee), decided)
    expect([answer.status, answer.json.rule]).toEqual([409, 'decided'])
    expect((await app.proposalOf(sudan.mentee)).isLocked).toBe(false)
  })

  it('is there for a second coordinator, and after a restart of the page', async () => {
    const { sudan } = await twoPairs()
    await lock(await app.proposalOf(sudan.mentee))
    for (const role of ['coordinator', 'admin'] as const) {
      const { json } = await app.rest('GET', '/matches?depth=0&where[isLocked][equals]=true', {
        as: role,
      })
      expect(json.docs).toMatchObject([{ mentee: sudan.mentee.id, status: 'proposed' }])
    }
    expect((await app.shown(sudan.mentee)).isLocked).toBe(true)
  })
})

describe('swapping', () => {
  it('exchanges the mentors of two proposals, locks both and says what that costs', async () => {
    const { india, sudan } = await twoPairs()
    const [a, b] = [await app.proposalOf(sudan.mentee), await app.proposalOf(india.mentee)]

    const { json, status } = await act('swap', { matches: [a.id, b.id] })

    expect(status).toBe(200)
    expect(json.changes).toHaveLength(2)
    expect(await app.pairs()).toEqual({
      [sudan.mentee.id]: india.mentor.id,
      [india.mentee.id]: sudan.mentor.id,
    })
    const shown = await app.shown(sudan.mentee)
    expect(shown).toMatchObject({ isLocked: true, isByHand: true, mentor: { name: 'Priya' } })
    expect(shown.lockCost).toMatch(/lower in total score/)
    const { lastRun } = await app.workspace()
    expect(lastRun!.changes).toEqual(
      expect.arrayContaining([
        { mentee: 'Omar', before: 'Amina', after: 'Priya' },
        { mentee: 'Ravi', before: 'Priya', after: 'Amina' },
      ]),
    )
    expect(lastRun!.after.total).toBeLessThan(lastRun!.before.total)
  })

  it('is refused, and changes nothing, when one of the new pairs would break a rule', async () => {
    const { india, sudan } = await twoPairs()
    await change(india.mentor, { teamName: 'Ward 7' })
    await change(sudan.mentee, { teamName: 'ward 7' })
    const before = await app.matches()
    const { json, status } = await act('swap', { matches: before.map(({ id }) => id) })
    expect([status, json.rule]).toEqual([409, 'sameTeam'])
    expect(await app.matches()).toEqual(before)
    expect(await app.runs()).toHaveLength(1)
  })

  it('is refused when both have the same mentor', async () => {
    await createMentor(app.payload, { capacity: 2 })
    await createMentee(app.payload)
    await createMentee(app.payload)
    await act('run', {})
    const matches = (await app.matches()).map(({ id }) => id)
    expect((await act('swap', { matches })).json).toEqual({
      rule: 'sameMentor',
      message: 'Both have the same mentor, so there is nothing to swap.',
    })
  })
})

describe('a pair put into the draft by hand', () => {
  it('is locked, and all others are matched around it', async () => {
    const { india, sudan } = await twoPairs()
    const { json } = await act('propose', { mentee: sudan.mentee.id, mentor: india.mentor.id })
    expect(json).toMatchObject({ proposed: 2 })
    expect(await app.pairs()).toEqual({
      [sudan.mentee.id]: india.mentor.id,
      [india.mentee.id]: sudan.mentor.id,
    })
    expect(await app.proposalOf(sudan.mentee)).toMatchObject({
      isLocked: true,
      madeBy: 'coordinator',
    })
    expect(await app.proposalOf(india.mentee)).toMatchObject({ isLocked: false, madeBy: 'run' })
  })

  it('is refused when locks take all places of the mentor, and leaves the draft alone', async () => {
    const { india, sudan } = await twoPairs()
    await lock(await app.proposalOf(sudan.mentee))
    const before = await app.matches()
    const { json, status } = await act('propose', {
      mentee: india.mentee.id,
      mentor: sudan.mentor.id,
    })
    expect([status, json]).toEqual([
      409,
      {
        rule: 'lockedPlaces',
        message: 'Locked proposals take all places of this mentor. Unlock one first.',
      },
    ])
    expect(await app.matches()).toEqual(before)
  })

  it('is not kept from a place by the lock of somebody who has withdrawn', async () => {
    const { india, sudan } = await twoPairs()
    await lock(await app.proposalOf(sudan.mentee))
    await change(sudan.mentee, { status: 'withdrawn' })
    await act('propose', { mentee: india.mentee.id, mentor: sudan.mentor.id })
    expect(await app.pairs()).toEqual({ [india.mentee.id]: sudan.mentor.id })
  })

  it.each([
    ['sameTeam', { teamName: 'Ward 1' }, { teamName: 'Ward 1' }],
    ['unavailable', {}, { status: 'withdrawn' as const }],
    ['unavailable', { status: 'withdrawn' as const }, {}],
  ])('is refused when it would break a rule: %s', async (rule, mentee, mentor) => {
    const people = {
      mentee: (await createMentee(app.payload, mentee)).id,
      mentor: (await createMentor(app.payload, mentor)).id,
    }
    const answer = await act('propose', people)
    expect([answer.status, answer.json.rule]).toEqual([409, rule])
    expect(await app.matches()).toEqual([])
  })

  it('is refused when the mentor is full or the mentee has a match', async () => {
    const [full, free] = [await createMentor(app.payload), await createMentor(app.payload)]
    const [matched, waiting] = [await createMentee(app.payload), await createMentee(app.payload)]
    await act('match', { mentee: matched.id, mentor: full.id })
    const rules = [
      (await act('propose', { mentee: waiting.id, mentor: full.id })).json.rule,
      (await act('propose', { mentee: matched.id, mentor: free.id })).json.rule,
    ]
    expect(rules).toEqual(['capacity', 'oneOpenMatch'])
  })
})

describe('a pair that was rejected or undone', () => {
  const decided = async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await act('run', {})
    const [proposal] = await app.matches()
    await act('reject', { match: proposal!.id })
    return { people: { mentee: mentee.id, mentor: mentor.id }, match: proposal!.id, mentee }
  }

  it('can’t be put into the draft by hand until it is allowed again', async () => {
    const { match, people } = await decided()
    const { json, status } = await act('propose', people)
    expect([status, json]).toEqual([
      409,
      {
        rule: 'leftOut',
        message: 'This pair was rejected, undone or ended before. Allow it again first.',
      },
    ])
    await act('allow', { match })
    expect((await act('propose', people)).json.proposed).toBe(1)
  })

  it('is proposed again once allowed, and the decision stays on record', async () => {
    const { match, mentee } = await decided()
    expect((await act('run', {})).json.proposed).toBe(0)
    expect((await act('allow', { match })).status).toBe(200)
    expect((await act('run', {})).json.proposed).toBe(1)
    expect(await app.matches('rejected')).toMatchObject([{ id: match, isAllowedAgain: true }])
    const { json } = await act('suggest', { mentee: mentee.id })
    expect(json.forbidden).toEqual([])
  })

  it('is allowed whole: every decision about the two is taken back', async () => {
    const { match, people } = await decided()
    const byHand = (await act('match', people)).json.match
    await act('undo', { match: byHand })
    await act('allow', { match })
    expect((await act('run', {})).json.proposed).toBe(1)
  })

  it('is only what can be allowed', async () => {
    const { india } = await twoPairs()
    const { id } = await app.proposalOf(india.mentee)
    expect((await act('allow', { match: id })).json.rule).toBe('notClosed')
  })
})

describe('what has changed since the draft', () => {
  /** Changes made to the people of a proposal, what the workspace says, and what confirming does. */
  const causes: {
    what: string
    mentee?: Partial<Mentee>
    mentor?: Partial<Mentor>
    says: string
    refused?: string
  }[] = [
    {
      what: 'the mentor takes nobody now',
      mentor: { takesMentees: false },
      says: 'This mentor does not take mentees now.',
      refused: 'unavailable',
    },
    {
      what: 'they work in one team',
      mentee: { teamName: 'Ward 1' },
      mentor: { teamName: 'ward 1' },
      says: 'They work in the same clinical team.',
      refused: 'sameTeam',
    },
    {
      what: 'the mentee asks for a woman',
      mentee: { genderPreference: 'woman' },
      mentor: { gender: 'man' },
      says: 'The mentee asked for a mentor of another gender.',
      refused: 'genderPreferenceOfMentee',
    },
    {
      what: 'they share less than they did',
      mentor: { country: 'EG' },
      says: 'Answers or settings have changed since the run, and the score with them.',
    },
  ]

  it.each(causes)('$what', async ({ mentee: m, mentor: r, refused, says }) => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await act('run', {})
    expect((await app.shown(mentee)).stale).toBeUndefined()
    if (m) await change(mentee, m)
    if (r) await change(mentor, r)

    const { id, stale } = await app.shown(mentee)
    expect(stale).toEqual({ sentence: says, isBroken: refused !== undefined })
    const { json, status } = await act('confirm', { matches: [id] })
    expect([status, json.rule]).toEqual(refused ? [409, refused] : [200, undefined])
    if (refused) expect(json.message).toBe(says)
    // Confirmed with what they share now.
    else
      expect((await app.matches('introduced'))[0]!.reasons).toContain('Both from Northern Africa')
  })

  it.each(['mentee', 'mentor'] as const)('a %s who withdraws takes it along', async (role) => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await act('run', {})
    const { id } = await app.shown(mentee)
    await change(role === 'mentee' ? mentee : mentor, { status: 'withdrawn' })
    expect(await app.shown(mentee)).toBeUndefined()
    expect((await act('confirm', { matches: [id] })).status).toBe(409)
  })

  it('the mentor is full', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await act('run', {})
    await act('match', { mentee: (await createMentee(app.payload)).id, mentor: mentor.id })
    const { id, stale } = await app.shown(mentee)
    expect(stale).toEqual({ sentence: 'This mentor’s only place is taken.', isBroken: true })
    expect((await act('confirm', { matches: [id] })).json.rule).toBe('capacity')
  })

  it('the mentor has fewer places than proposals', async () => {
    const mentor = await createMentor(app.payload, { capacity: 2 })
    const mentees = [await createMentee(app.payload), await createMentee(app.payload)]
    await act('run', {})
    await change(mentor, { capacity: 1 })
    for (const mentee of mentees) {
      expect((await app.shown(mentee)).stale).toEqual({
        sentence:
          'More proposals than free places for this mentor: only the first can be introduced.',
        isBroken: false,
      })
    }
    const matches = (await app.matches()).map(({ id }) => id)
    const { json } = await act('confirm', { matches })
    expect([json.confirmed.length, json.refused[0].rule]).toEqual([1, 'capacity'])
  })

  it('the mentor has several places, but fewer than proposals', async () => {
    const mentor = await createMentor(app.payload, { capacity: 3 })
    const mentees = await Promise.all([1, 2, 3].map(() => createMentee(app.payload)))
    await act('run', {})
    await change(mentor, { capacity: 2 })
    expect((await app.shown(mentees[0]!)).stale!.sentence).toBe(
      'More proposals than free places for this mentor: only the first 2 can be introduced.',
    )
  })

  it('the mentee was matched by hand: the proposal is gone', async () => {
    const { india, sudan } = await twoPairs()
    const { id } = await app.proposalOf(sudan.mentee)
    const other = await createMentor(app.payload)
    await act('match', { mentee: sudan.mentee.id, mentor: other.id })
    expect(Object.keys(await app.pairs())).toEqual([india.mentee.id])
    expect((await act('confirm', { matches: [id] })).json.message).toBe(
      'This proposal is no longer there. Look at the list again.',
    )
  })

  it('one of them was erased: the proposal is gone, and confirming says so', async () => {
    const { india, sudan } = await twoPairs()
    const ids = (await app.matches()).map(({ id }) => id)
    const erase = (collection: string, { id }: { id: string }) =>
      app.rest('DELETE', `/${collection}/${id}`, { as: 'coordinator' })
    expect((await erase('mentees', sudan.mentee)).status).toBe(200)
    expect((await erase('mentors', india.mentor)).status).toBe(200)
    const { json, status } = await act('confirm', { matches: ids })
    expect([status, json.message]).toEqual([
      409,
      'This proposal is no longer there. Look at the list again.',
    ])
    const { lastRun, proposals, waiting } = await app.workspace()
    expect(proposals).toEqual([])
    expect(waiting.map(({ name }) => name)).toEqual(['Ravi'])
    expect(lastRun!.changes).toContainEqual({
      mentee: 'somebody no longer on record',
      after: 'Amina',
    })
  })
})

describe('the workspace', () => {
  it('shows who waits, longest first, and why nobody was found for somebody', async () => {
    await createMentor(app.payload, { name: 'Amina', teamName: 'Ward 1' })
    await createMentee(app.payload, { name: 'New', waitingSince: '2026-11-01T00:00:00.000Z' })
    await createMentee(app.payload, { name: 'Old', waitingSince: '2026-01-01T00:00:00.000Z' })
    await createMentee(app.payload, { name: 'Near', teamName: 'Ward 1' })
    await act('run', {})

    const { lastRun, proposals, waiting } = await app.workspace()

    expect(waiting.map(({ name, proposedTo, whyNot }) => [name, proposedTo, whyNot])).toEqual([
      ['Old', 'Amina', undefined],
      ['Near', undefined, 'No mentor is possible. 1 mentor: They work in the same clinical team.'],
      [
        'New',
        undefined,
        'No place was left: 2 mentees share 1 place with the mentors who are possible for them.',
      ],
    ])
    expect(proposals).toMatchObject([
      { mentee: { name: 'Old' }, mentor: { name: 'Amina' }, tierLabel: 'Same country' },
    ])
    expect(lastRun).toMatchObject({ unmatched: 2, isOutdated: false })
  })

  it('names the next best mentor of each proposal and what they would cost', async () => {
    await createMentor(app.payload, { name: 'Amina', country: 'SD' })
    await createMentor(app.payload, { name: 'Mona', country: 'EG' })
    const mentee = await createMentee(app.payload)
    await act('run', {})
    const { nextBest, points } = await app.shown(mentee)
    expect(nextBest).toEqual({ name: 'Mona', cost: expect.stringMatching(/^\d+ lower in total/) })
    expect(points!.has).toBeLessThanOrEqual(points!.most)
    expect(points!.has).toBeGreaterThan(0)
  })

  it('says why a proposal has no next best: kept, gone, or nobody else', async () => {
    const amina = await createMentor(app.payload, { name: 'Amina', country: 'SD', capacity: 2 })
    const mona = await createMentor(app.payload, { name: 'Mona', country: 'EG' })
    const mentee = await createMentee(app.payload)
    const why = async () => (await app.shown(mentee)).noNextBest
    await act('run', {})
    expect(await why()).toBeUndefined()
    await change(mona, { takesMentees: false })
    expect(await why()).toBe('gone')
    await act('run', {})
    expect(await why()).toBe('nobody')

    const { id } = await app.shown(mentee)
    await act('lock', { matches: [id], isLocked: true })
    await act('run', {})
    expect(await why()).toBeUndefined()
    const locked = (await app.shown(mentee)).id
    expect((await act('suggest', { mentee: mentee.id })).json.candidates).toMatchObject([
      { id: amina.id, draft: 'locked', proposedTo: [] },
    ])
    await act('lock', { matches: [locked], isLocked: false })
    expect(await why()).toBe('kept')
  })

  it('says in words where mentors are missing, and counts supply and demand', async () => {
    const taken = await createMentor(app.payload, { country: 'EG' })
    await act('match', { mentee: (await createMentee(app.payload)).id, mentor: taken.id })
    for (let n = 0; n < 3; n += 1) await createMentee(app.payload, { country: 'SD' })
    await createMentor(app.payload, { country: 'IN', capacity: 2 })
    await createMentee(app.payload, { country: 'IN' })

    const { gaps, groups, supply } = await app.workspace()

    expect(gaps).toEqual(['Sudan: 3 waiting, no mentor there. Same region: 1 mentor, full.'])
    expect(supply.map(({ label }) => label)).toEqual(['Country', 'Region'])
    expect(supply[0]!.rows).toEqual([
      { name: 'Sudan', waiting: 3, mentors: 0, places: 0 },
      { name: 'Egypt', waiting: 0, mentors: 1, places: 0 },
      { name: 'India', waiting: 1, mentors: 1, places: 2 },
    ])
    expect(groups.map(({ label }) => label)).toEqual(['Country', 'Region'])
    expect(groups[0]!.names).toEqual(['India', 'Sudan'])
  })

  it('is read with the rights of the one who looks', async () => {
    await twoPairs()
    const { loadWorkspace } = await import('../../plugins/matching/operations/load-workspace.ts')
    const { optionsFor } = await import('../../plugins/matching/options-for.ts')
    const req = await app.reqAs('comms')
    await expect(loadWorkspace(req, await optionsFor(req))).rejects.toThrow(/not allowed/)
  })
})

describe('what the matching knows of one person', () => {
  it('a mentee: their place in the queue, proposals and decisions', async () => {
    const [first, second] = [await createMentor(app.payload), await createMentor(app.payload)]
    await createMentee(app.payload, { waitingSince: '2026-01-01T00:00:00.000Z' })
    const mentee = await createMentee(app.payload, { name: 'Omar' })
    await act('undo', {
      match: (await act('match', { mentee: mentee.id, mentor: first.id })).json.match,
    })
    await act('propose', { mentee: mentee.id, mentor: second.id })

    const shown = await app.person('mentee', mentee.id)

    expect(shown).toMatchObject({
      role: 'mentee',
      name: 'Omar',
      queue: { place: 2, of: 2, daysWaited: expect.any(Number) },
      proposedTo: [second.name],
      history: [
        { otherId: first.id, other: { name: first.name }, state: 'Undone', isExclusion: true },
      ],
    })
    expect(shown).not.toHaveProperty('places.all')
    await act('allow', { match: shown!.history[0]!.id })
    expect((await app.person('mentee', mentee.id))!.history[0]!.isExclusion).toBe(false)
  })

  it('a mentor: their places, and why they can’t be matched', async () => {
    const mentor = await createMentor(app.payload, { capacity: 3 })
    await act('match', { mentee: (await createMentee(app.payload)).id, mentor: mentor.id })
    expect(await app.person('mentor', mentor.id)).toMatchObject({
      places: { all: 3, free: 2 },
      history: [{ state: 'Introduced', isExclusion: false }],
      proposedTo: [],
    })
    await change(mentor, { takesMentees: false, capacity: 1 })
    expect(await app.person('mentor', mentor.id)).toMatchObject({
      places: { all: 1, free: 0 },
      whyUnavailable: 'This mentor does not take mentees now.',
    })
  })

  it('nobody: somebody who is not there, or with an id that can’t be', async () => {
    const { id } = await createMentor(app.payload)
    expect(await app.person('mentee', id)).toBeUndefined()
    expect(await app.person('mentor', 'no-such-id')).toBeUndefined()
  })
})

describe('erasing somebody', () => {
  it('takes their proposals and closed matches, and leaves everybody else’s', async () => {
    const { india, sudan } = await twoPairs()
    await act('reject', { match: (await app.proposalOf(sudan.mentee)).id })
    await act('propose', { mentee: sudan.mentee.id, mentor: india.mentor.id })
    expect(await app.matches()).toHaveLength(3)

    const answer = await app.rest('DELETE', `/mentees/${sudan.mentee.id}`, { as: 'coordinator' })

    expect(answer.status).toBe(200)
    expect(await app.matches()).toMatchObject([{ mentee: india.mentee.id }])
  })

  it.each(['mentees', 'mentors'] as const)(
    'is refused while they have an open match (%s), and changes nothing',
    async (collection) => {
      const { sudan } = await twoPairs()
      await act('match', { mentee: sudan.mentee.id, mentor: sudan.mentor.id })
      const { id } = sudan[collection === 'mentees' ? 'mentee' : 'mentor']
      const before = await app.matches()
      const answer = await app.rest('DELETE', `/${collection}/${id}`, { as: 'coordinator' })
      expect(answer.status).toBe(409)
      expect(answer.text).toContain('has an open match. Undo or end it first')
      expect(await app.matches()).toEqual(before)
    },
  )

  it('by the code itself takes their matches too', async () => {
    const { sudan } = await twoPairs()
    await app.payload.delete({
      collection: 'mentees',
      id: sudan.mentee.id,
      overrideAccess: true,
    })
    expect((await app.matches()).map(({ mentee }) => mentee)).not.toContain(sudan.mentee.id)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { deliverMails } from '../../plugins/outbox/deliver.ts'
import type { JSONBody } from '../helpers/boot.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
})
beforeEach(() => app.empty())
afterAll(() => app.close())

const act: Matching['act'] = (...args) => app.act(...args)

const openMatches = async (mentor: string) =>
  (
    await app.payload.count({
      collection: 'matches',
      where: { and: [{ mentor: { equals: mentor } }, { status: { equals: 'introduced' } }] },
      overrideAccess: true,
    })
  ).totalDocs

const mailsTo = async (to: string) =>
  (
    await app.payload.find({
      collection: 'mails',
      where: { to: { equals: to } },
      sort: 'createdAt',
      overrideAccess: true,
    })
  ).docs

const menteeNow = (id: string) =>
  app.payload.findByID({ collection: 'mentees', id, depth: 0, overrideAccess: true })

describe('a mentor’s places', () => {
  it('are never exceeded: of 100 confirmations at once for 2 places exactly 2 succeed', async () => {
    const mentor = await createMentor(app.payload, { capacity: 2 })
    const mentees = []
    for (let i = 0; i < 100; i += 1) mentees.push(await createMentee(app.payload))

    const answers = await Promise.all(
      mentees.map((mentee) => act('match', { mentee: mentee.id, mentor: mentor.id })),
    )

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(new Set(refused.map(({ status, json }) => `${status} ${json.rule}`))).toEqual(
      new Set(['409 capacity']),
    )
    expect(await openMatches(mentor.id)).toBe(2)
    const { totalDocs: matched } = await app.payload.count({
      collection: 'mentees',
      where: { status: { equals: 'matched' } },
      overrideAccess: true,
    })
    expect(matched).toBe(2)
    expect(await mailsTo(mentor.email)).toHaveLength(2)
  })

  it('are not exceeded when one proposal is confirmed many times at once', async () => {
    const mentor = await createMentor(app.payload, { capacity: 5 })
    const mentee = await createMentee(app.payload)
    await act('run', {})
    const { docs } = await app.payload.find({ collection: 'matches', overrideAccess: true })

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => act('confirm', { matches: [docs[0]!.id] })),
    )

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await openMatches(mentor.id)).toBe(1)
    expect(await mailsTo(mentee.email)).toHaveLength(1)
  })
})

describe('a mentee', () => {
  it('has at most one open match when two coordinators choose different mentors at once', async () => {
    const mentors = [await createMentor(app.payload), await createMentor(app.payload)]
    const mentee = await createMentee(app.payload)

    const answers = await Promise.all(
      mentors.map((mentor) => act('match', { mentee: mentee.id, mentor: mentor.id })),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)!.json.rule).toBe('oneOpenMatch')
  })
})

describe('a match that would break a rule is refused, says which, and changes nothing', () => {
  const cases: {
    rule: string
    mentee?: Parameters<typeof createMentee>[1]
    mentor?: Parameters<typeof createMentor>[1]
    says: RegExp
  }[] = [
    {
      rule: 'samePerson',
      mentee: { email: 'same@example.org' },
      mentor: { email: 'same@example.org' },
      says: /same person/,
    },
    {
      rule: 'sameTeam',
      mentee: { teamName: 'Ward J16, respiratory' },
      mentor: { teamName: 'ward j16 Respiratory' },
      says: /same clinical team/,
    },
    {
      rule: 'genderPreferenceOfMentee',
      mentee: { genderPreference: 'woman' },
      mentor: { gender: 'man' },
      says: /mentee asked for/,
    },
    {
      rule: 'genderPreferenceOfMentor',
      mentee: {},
      mentor: { genderPreference: 'man' },
      says: /mentor asked for/,
    },
    { rule: 'unavailable', mentor: { takesMentees: false }, says: /does not take mentees/ },
    { rule: 'unavailable', mentor: { status: 'withdrawn' }, says: /withdrawn/ },
    { rule: 'unavailable', mentor: { status: 'unconfirmed' }, says: /not confirmed/ },
    { rule: 'unavailable', mentee: { status: 'unconfirmed' }, says: /not waiting/ },
    { rule: 'unavailable', mentee: { status: 'withdrawn' }, says: /not waiting/ },
  ]
  it.each(cases)('$rule: $says', async ({ mentee: m, mentor: r, rule, says }) => {
    const mentee = await createMentee(app.payload, m)
    const mentor = await createMentor(app.payload, r)

    const answer = await act('match', { mentee: mentee.id, mentor: mentor.id })

    expect(answer.status).toBe(409)
    expect(answer.json).toEqual({ rule, message: expect.stringMatching(says) })
    expect(await openMatches(mentor.id)).toBe(0)
    expect((await menteeNow(mentee.id)).status).toBe(mentee.status)
    expect(await mailsTo(mentee.email)).toHaveLength(0)
  })

  it('keptApart: someone they asked to leave', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload, { keepApartFrom: [mentor.id] })

    const answer = await act('match', { mentee: mentee.id, mentor: mentor.id })

    expect(answer.status).toBe(409)
    expect(answer.json.rule).toBe('keptApart')
  })
})

describe('suggestions for a mentee', () => {
  it('rank same country over same region over shared language over the rest, and say why', async () => {
    const mentee = await createMentee(app.payload, { country: 'SD', languages: ['ar'] })
    const other = await createMentor(app.payload, { country: 'IN', languages: ['hi'] })
    const language = await createMentor(app.payload, { country: 'BR' })
    const region = await createMentor(app.payload, { country: 'EG' })
    const country = await createMentor(app.payload, {
      country: 'SD',
      specialty: 'urology',
      topics: ['visas'],
      pathway: 'heeTraining',
      site: 'stJames',
    })
    await createMentor(app.payload, { takesMentees: false })

    const { json, status } = await act('suggest', { mentee: mentee.id })

    expect(status).toBe(200)
    expect(json.candidates.map((c: JSONBody) => [c.id, c.tierLabel])).toEqual([
      [country.id, 'Same country'],
      [region.id, 'Same region'],
      [language.id, 'Shared language'],
      [other.id, 'Other'],
    ])
    expect(json.candidates[0].reasons[0]).toBe('Both from Sudan')
    expect(json.candidates[1].reasons).toContain('Both from Northern Africa')
    expect(json.candidates[1].reasons).toContain('Both speak Arabic')
    expect(json.candidates[0].differences).toContain(
      'Different specialties: cardiology and urology',
    )
  })

  it('leave origin out for a mentee who would rather not say', async () => {
    const mentee = await createMentee(app.payload, {
      originChoice: 'preferNotToSay',
      country: null,
      languages: [],
    })
    await createMentor(app.payload, { country: 'SD' })
    const { json } = await act('suggest', { mentee: mentee.id })
    expect(json.candidates.map((c: JSONBody) => c.tierLabel)).toEqual(['Other'])
  })

  it('say how many mentors are full or ruled out', async () => {
    const taken = await createMentor(app.payload)
    await act('match', { mentee: (await createMentee(app.payload)).id, mentor: taken.id })
    await createMentor(app.payload, { teamName: 'Ward 1' })
    const mentee = await createMentee(app.payload, { teamName: 'ward 1' })
    const { json } = await act('suggest', { mentee: mentee.id })
    expect(json).toEqual({
      candidates: [],
      more: 0,
      full: 1,
      forbidden: [{ people: 1, sentence: 'They work in the same clinical team.' }],
    })
  })
})

describe('a confirmed match', () => {
  it('introduces both by email with each other’s details and what happens next', async () => {
    const mentor = await createMentor(app.payload, {
      name: 'Dr <b>Amina</b>',
      phone: '07700 900 001',
    })
    const mentee = await createMentee(app.payload, { about: 'I play chess.\nBadly.' })
    await act('run', {})
    const { docs } = await app.payload.find({ collection: 'matches', overrideAccess: true })

    const answer = await act('confirm', { matches: [docs[0]!.id] })

    expect(answer.json).toEqual({ confirmed: [docs[0]!.id], refused: [] })
    expect((await menteeNow(mentee.id)).status).toBe('matched')
    await deliverMails(app.payload)
    const [toMentor] = await mailsTo(mentor.email)
    const [toMentee] = await mailsTo(mentee.email)
    expect(toMentor!.text).toContain(`Email: ${mentee.email}`)
    expect(toMentor!.text).toContain('I play chess.\nBadly.')
    expect(toMentor!.text).toContain('Both from Sudan')
    expect(toMentee!.text).toContain('Phone: 07700 900 001')
    expect(toMentee!.text).toMatch(/writes to you first, by email, by \w+ \d+ \w+ \d{4}/)
    expect(toMentee!.text).toContain('Meet Dr <b>Amina</b>')
    // What is kept does not open their page.
    expect(toMentee!.text).toContain('\n\n[the link to their own page]\n\n')
    expect(toMentee!.text).not.toMatch(/\{\{|token/)
  })

  it('can be undone: the mentee keeps their place, unsent introductions are stopped', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    const { json } = await act('match', { mentee: mentee.id, mentor: mentor.id })

    expect((await act('undo', { match: json.match })).status).toBe(200)

    const after = await menteeNow(mentee.id)
    expect(after).toMatchObject({ status: 'waiting', waitingSince: mentee.waitingSince })
    expect((await mailsTo(mentor.email)).map(({ status }) => status)).toEqual(['cancelled'])
    expect(await openMatches(mentor.id)).toBe(0)
    expect((await act('undo', { match: json.match })).status).toBe(409)
    expect((await act('match', { mentee: mentee.id, mentor: mentor.id })).status).toBe(200)
  })

  it('undone is not proposed again, but can be made by hand', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    const people = { mentee: mentee.id, mentor: mentor.id }
    await act('undo', { match: (await act('match', people)).json.match })
    expect((await act('run', {})).json.proposed).toBe(0)
    expect((await act('match', people)).status).toBe(200)
  })

  it('is what “matched” follows from: nobody sets or clears it by hand', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    const setStatus = (status: string) =>
      app.rest('PATCH', `/mentees/${mentee.id}`, { as: 'coordinator', body: { status } })
    expect((await setStatus('matched')).status).toBe(400)
    await act('match', { mentee: mentee.id, mentor: mentor.id })
    expect((await setStatus('waiting')).status).toBe(400)
    expect((await menteeNow(mentee.id)).status).toBe('matched')
  })

  it('tells those who got an introduction when it is undone later', async () => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    const { json } = await act('match', { mentee: mentee.id, mentor: mentor.id })
    await deliverMails(app.payload)

    await act('undo', { match: json.match })

    for (const { email } of [mentor, mentee]) {
      expect((await mailsTo(email)).map(({ template }) => template)).toContain('matchWithdrawn')
    }
  })
})

describe('a rejected proposal', () => {
  it('is kept and not proposed again', async () => {
    await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    await act('run', {})
    const { docs } = await app.payload.find({ collection: 'matches', overrideAccess: true })
    await act('reject', { match: docs[0]!.id })

    expect((await act('run', {})).json.proposed).toBe(0)
    const { json } = await act('suggest', { mentee: mentee.id })
    expect(json.forbidden).toEqual([
      { people: 1, sentence: 'This pair was rejected, undone or ended before.' },
    ])
    expect((await act('confirm', { matches: [docs[0]!.id] })).json.rule).toBe('decided')
  })
})

describe('confirming many', () => {
  it('confirms those that still can be and says why the others can’t', async () => {
    const mentors = [await createMentor(app.payload), await createMentor(app.payload)]
    await createMentee(app.payload)
    await createMentee(app.payload)
    await act('run', {})
    const { docs } = await app.payload.find({
      collection: 'matches',
      depth: 0,
      overrideAccess: true,
    })
    await app.payload.update({
      collection: 'mentors',
      id: mentors[0]!.id,
      data: { takesMentees: false },
      overrideAccess: true,
    })

    const { json } = await act('confirm', { matches: docs.map(({ id }) => id) })

    expect(json.confirmed).toHaveLength(1)
    expect(json.refused).toEqual([
      {
        match: docs.find(({ mentor }) => mentor === mentors[0]!.id)!.id,
        message: 'This mentor does not take mentees now.',
        rule: 'unavailable',
      },
    ])
  })
})

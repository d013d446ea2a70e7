import { BasePayload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { formForAnswers } from '@mentoring/forms/editions/form-of'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import { answersOf } from '@mentoring/forms/own-answers'
import { details } from '../../programme/people/details.ts'
import { dataOf } from '../../programme/people/data.ts'
import { changeDetails } from '../../programme/people/person-actions.ts'
import { boot, type Installation } from '../helpers/boot.ts'
import { menteeForm } from '../helpers/people.ts'
import { keepWordsOfBefore } from '../helpers/words-before.ts'
import {
  daysWaited,
  FOUND_BEFORE,
  type FoundPair,
  MENTEES_BEFORE,
  MENTORS_BEFORE,
} from '../helpers/pool-before.ts'

/** An installation from when a team was a text and one country was asked for, after its first start since. */

let app: Installation
beforeAll(async () => {
  app = await boot({ before: writeBefore })
})
afterAll(() => app.close())

const common = {
  status: 'waiting',
  wantsNoReminders: false,
  answers: {},
  askedIn: {},
  matchTurn: 0,
  consent: { wording: 'I agree.', givenAt: '2026-01-01T00:00:00.000Z' },
  confirmedAt: '2026-01-01T00:00:00.000Z',
}
const DAY = 24 * 60 * 60 * 1000

/** People as the version before has written them, and the words by which it is known. */
const writeBefore = async () => {
  const config = await (await import('../../payload.config.ts')).default
  const bare = await new BasePayload().init({ config, disableOnInit: true })
  await keepWordsOfBefore(bare)
  for (const [place, row] of MENTEES_BEFORE.entries()) {
    const waitingSince = new Date(Date.now() - daysWaited(place) * DAY).toISOString()
    await bare.db.create({ collection: 'mentees', data: { ...common, ...row, waitingSince } })
  }
  for (const row of MENTORS_BEFORE) {
    const own = { status: 'active', takesMentees: true, capacity: 1 }
    await bare.db.create({ collection: 'mentors', data: { ...common, ...row, ...own } })
  }
  await bare.db.create({
    collection: 'personal-links',
    data: {
      hash: 'h',
      purpose: 'confirm',
      answers: { team: 'Ward J16 (respiratory)', about: 'Kept.' },
      expiresAt: '2099-01-01T00:00:00.000Z',
    },
  })
  await bare.destroy()
}

const call = async (method: 'GET' | 'PATCH' | 'POST', path: string, body?: object) => {
  const answer = await app.rest(method, path, { as: 'coordinator', body })
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return answer.json
}
const findBy = async (collection: 'mentees' | 'mentors', field: string, value: string) =>
  (await call('GET', `/${collection}?where[${field}][equals]=${value}&depth=0`)).docs[0]
const mentee = (name: string): Promise<Mentee> => findBy('mentees', 'name', name)
const mentor = (name: string): Promise<Mentor> => findBy('mentors', 'name', name)
const teams = async (): Promise<{ id: string; key: string; label: string; isRetired: boolean }[]> =>
  (await call('GET', '/choices?where[list][equals]=teams&limit=0')).docs

const signUp = async (email: string, more: object) => {
  const {
    'arrival-month': _month,
    'arrival-year': _year,
    qualifiedIn: _qualifiedIn,
    team: _team,
    ...form
  } = menteeForm({ email })
  const body = { ...form, arrival: '2024-08', consent: true, ...more }
  const answer = await app.rest('POST', '/sign-up/mentee', { body })
  expect(answer.status, answer.text).toBe(202)
  return (await findBy('mentees', 'email', email)) as Mentee
}
/** What somebody reads of their team in their data. */
const teamInData = async (person: Mentee) => {
  const [answers] = await dataOf(await app.reqAs('admin'), { person, role: 'mentee' })
  return answers!.rows.filter(({ label }) => /team/.test(label)).map(({ value }) => value)
}
/** Saves the answers of “Change your details” with these changed. */
const save = async (person: Mentee, changes: Record<string, string | undefined>) => {
  const req = await app.reqAs('admin')
  const { sections } = formForAnswers(await editionInForce(req), 'mentee', answersOf(person))
  // An address is changed with proof only.
  const fields = sections.flatMap((section) => section.fields).filter((f) => f.name !== 'email')
  const form = { sections: [{ title: '', slug: '', fields }] }
  const all = { ...answersOf(person), ...changes } as Record<string, string | undefined>
  const answers = Object.fromEntries(fields.map(({ name }) => [name, all[name] ?? undefined]))
  await changeDetails(req, { person, role: 'mentee' }, form, answers)
  return mentee(person.name)
}

describe('people who have typed their team', () => {
  it('have the choice that stands for it, and their own words', async () => {
    const [one, other] = [await mentee('mentee 0'), await mentor('mentor 0')]
    expect(one.teamName).toBe('Ward J16, respiratory')
    expect(other.teamName).toBe('ward j16 Respiratory')
    expect([one.team, other.team]).toEqual(Array(2).fill('wardJ16Respiratory'))
    expect(one.languages).toEqual(MENTEES_BEFORE[0]!.languages)
    expect(one.topics).toEqual(MENTEES_BEFORE[0]!.topics)
    for (const [name, text] of [
      ['mentee 4', '...'],
      ['mentee 5', '🏥'],
    ] as const) {
      expect(await mentee(name)).toMatchObject({ team: 'anotherTeam', teamName: text })
    }
    for (const name of ['mentee 2', 'mentee 3']) {
      const { team, teamName } = await mentee(name)
      expect([team ?? null, teamName ?? null]).toEqual([null, null])
    }
    expect(await mentee('mentee 16')).toMatchObject({ team: 'null', teamName: 'null' })
  })

  it('and whoever has yet to confirm', async () => {
    const { docs } = await app.payload.db.find<{ answers: object }>({
      collection: 'personal-links',
      where: {},
    })
    expect(docs.map(({ answers }) => answers)).toEqual([
      { about: 'Kept.', team: 'wardJ16Respiratory', teamName: 'Ward J16 (respiratory)' },
    ])
  })

  it('are matched as they were, and kept apart as they were', async () => {
    await call('POST', '/matching/run', {})
    const { docs } = await app.payload.find({
      collection: 'matches',
      pagination: false,
      depth: 1,
      overrideAccess: true,
    })
    const found = docs.map(({ differences, mentee, mentor, reasons, score, tier }): FoundPair => ({
      mentee: (mentee as Mentee).name,
      mentor: (mentor as Mentor).name,
      tier,
      score,
      reasons: reasons!,
      differences: differences!,
    }))
    const inOrder = (pairs: FoundPair[]) => pairs.toSorted((a, b) => (a.mentee < b.mentee ? -1 : 1))
    // Of several results of equal worth the ids decide, which are drawn.
    const worth = (pairs: FoundPair[]) => pairs.reduce((sum, { score }) => sum + score, 0)
    expect(worth(found)).toBe(worth(FOUND_BEFORE.pairs))
    expect(inOrder(found).map(({ mentee }) => mentee)).toEqual(
      inOrder(FOUND_BEFORE.pairs).map(({ mentee }) => mentee),
    )
    const kept: string[][] = []
    for (const { name } of MENTEES_BEFORE) {
      const { id } = await mentee(name)
      const { json } = await app.rest('POST', '/matching/suggest', {
        as: 'coordinator',
        body: { mentee: id },
      })
      const apart = json.forbidden as { people: number; sentence: string }[]
      const people = apart.find(({ sentence }) => /same clinical team/.test(sentence))?.people ?? 0
      kept.push(...Array<string[]>(people).fill([name]))
    }
    expect(kept.map(([name]) => name)).toEqual(FOUND_BEFORE.keptApart.map(([name]) => name))
  })
})

describe('their list of teams', () => {
  it('offers none of them, and the form asks as it did', async () => {
    const { choices, text } = {
      choices: await teams(),
      text: (await app.rest('GET', '/sign-up/preview/mentee?page=all', { as: 'comms' })).text,
    }
    const offered = choices.filter(({ isRetired }) => !isRetired)
    expect(offered.map(({ label }) => label)).toEqual(['Another team'])
    expect(choices.length).toBeGreaterThan(10)
    for (const { key, isRetired } of choices) {
      if (isRetired) expect(text).not.toContain(`value="${key}"`)
    }
    expect(text).not.toContain('Ward J16 Respiratory')
    expect(text).toContain('Country where you qualified, or that you call home')
    expect(text).toContain('name="teamName"')
    expect(text).not.toMatch(/name="(team|qualifiedIn)"/)
  })

  it('is read by coordinators alone as far as people have typed it, who may say that a name is nobody’s', async () => {
    const seen = async (path: string) =>
      (await app.rest('GET', path, { as: 'comms' })).json.docs.map(
        (doc: { label?: string; version?: { label: string } }) => doc.label ?? doc.version!.label,
      )
    const ofComms = () => seen('/choices?where[list][equals]=teams&limit=0')
    expect(await ofComms()).toEqual(['Another team'])
    const typed = (await teams()).filter(({ isRetired }) => isRetired)
    const [one, other] = [typed[0]!, typed[1]!]
    const asComms = (method: 'GET' | 'PATCH', body?: object) =>
      app.rest(method, `/choices/${one.id}`, { as: 'comms', body })
    expect((await asComms('GET')).status).toBe(404)
    expect((await asComms('PATCH', { label: 'Mine' })).status).toBe(403)
    const body = { choice: one.id, into: other.id }
    expect((await app.rest('POST', '/forms/merge', { as: 'comms', body })).status).toBe(404)

    // What it is called is said to no editor before that is nobody’s words.
    await call('PATCH', `/choices/${one.id}`, { label: 'Dr Who’s team' })
    const { changes } = (await app.rest('GET', '/forms/unpublished', { as: 'comms' })).json
    expect(JSON.stringify(changes)).not.toMatch(/Who|Ward/)
    expect(changes).toEqual([
      'List “Clinical teams”: a choice in the words of one person is called a choice in the words of one person.',
    ])
    expect(await seen('/choices/versions?limit=0&where[version.list][equals]=teams')).not.toContain(
      'Dr Who’s team',
    )
    await call('PATCH', `/choices/${one.id}`, { label: one.label, isTyped: false })
    expect(await ofComms()).toEqual(expect.arrayContaining([one.label]))
    await call('PATCH', `/choices/${other.id}`, { isRetired: false })
    expect(await ofComms()).toEqual(expect.arrayContaining([other.label]))
    await call('PATCH', `/choices/${other.id}`, { isRetired: true })
  })

  it('keeps apart whoever types the name of one, and those who typed it before', async () => {
    const late = await signUp('late@example.org', { teamName: 'WARD J16 – respiratory' })
    expect(late).toMatchObject({ team: 'anotherTeam', teamName: 'WARD J16 – respiratory' })
    await app.payload.update({
      collection: 'mentees',
      id: late.id,
      data: { status: 'waiting' },
      overrideAccess: true,
    })
    const body = { mentee: late.id, mentor: (await mentor('mentor 0')).id }
    const answer = await app.rest('POST', '/matching/match', { as: 'coordinator', body })
    expect([answer.status, answer.json.rule]).toEqual([409, 'sameTeam'])
  })

  it('follows what people change, where the form asks for the name alone', async () => {
    const person = await mentee('mentee 20')
    expect(await teamInData(person)).toEqual([person.teamName])
    const same = await save(person, {})
    expect([same.team, same.teamName]).toEqual([person.team, person.teamName])
    const moved = await save(same, { teamName: 'Ward L20' })
    expect(moved).toMatchObject({ team: 'anotherTeam', teamName: 'Ward L20' })
    const gone = await save(moved, { teamName: undefined })
    expect([gone.team ?? null, gone.teamName ?? null]).toEqual([null, null])
    await call('PATCH', `/mentees/${gone.id}`, { teamName: 'Ward L21' })
    const choices = await teams()
    const key = choices.find(({ label }) => label === 'null')!.key
    const refused = await app.rest('PATCH', `/mentees/${gone.id}`, {
      as: 'coordinator',
      body: { team: key },
    })
    expect(refused.status, 'what is not offered can’t be chosen').toBe(400)
  })
})

describe('once editors offer teams', () => {
  beforeAll(async () => {
    for (const { id, key } of await teams()) {
      if (key === 'wardJ16Respiratory' || key === 'ward5') {
        await call('PATCH', `/choices/${id}`, { isRetired: false })
      }
    }
    const { docs } = await call('GET', '/questions?where[key][equals]=team')
    await call('PATCH', `/questions/${docs[0].id}`, { seenBy: 'other' })
    for (const form of (await call('GET', '/sign-up-forms')).docs) {
      const pages = form.pages.map((page: { questions: { question: string }[] }) => ({
        ...page,
        questions: page.questions.flatMap((row) =>
          row.question === 'teamName'
            ? [
                { question: 'team' },
                { ...row, onlyIf: { question: 'team', isOneOf: ['anotherTeam'] } },
              ]
            : [row],
        ),
      }))
      await call('PATCH', `/sign-up-forms/${form.id}`, { pages })
    }
    await call('POST', '/forms/publish', {})
  })

  it('whoever typed one has it chosen, and reads it in their data', async () => {
    expect(await teamInData(await mentee('mentee 0'))).toEqual(['Ward J16, respiratory'])
    const late = (await findBy('mentees', 'email', 'late@example.org')) as Mentee
    expect(await teamInData(late)).toEqual(['Another team', 'WARD J16 – respiratory'])
  })

  it('their team stays theirs and the coordinators’, who alone were to see it', async () => {
    const person = await mentee('mentee 0')
    const told = await details(await app.reqAs('admin'), { person, role: 'mentee' })
    expect(JSON.stringify(told)).not.toMatch(/J16/i)
  })

  it('who chooses one is kept apart from who typed it', async () => {
    const chosen = await signUp('chosen@example.org', {
      team: 'wardJ16Respiratory',
      teamName: undefined,
    })
    await app.payload.update({
      collection: 'mentees',
      id: chosen.id,
      data: { status: 'waiting' },
      overrideAccess: true,
    })
    for (const name of ['mentor 0', 'mentor 1']) {
      const body = { mentee: chosen.id, mentor: (await mentor(name)).id }
      const answer = await app.rest('POST', '/matching/match', { as: 'coordinator', body })
      expect(answer.json.rule, name).toBe('sameTeam')
    }
  })

  it('whoever keeps what is not offered keeps it, and whoever chooses another leaves the typed name', async () => {
    const person = await mentee('mentee 10')
    const kept = await save(person, { teamName: undefined })
    expect(kept.team).toBe(person.team)
    const moved = await save(kept, { team: 'ward5' })
    expect([moved.team, moved.teamName ?? null]).toEqual(['ward5', null])
    const byStaff = await call('PATCH', `/mentees/${(await mentee('mentee 0')).id}`, {
      team: 'ward5',
    })
    expect([byStaff.doc.team, byStaff.doc.teamName ?? null]).toEqual(['ward5', null])
  })
})

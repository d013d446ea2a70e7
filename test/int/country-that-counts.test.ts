import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { CountryThatCounts } from '../../globals/country-that-counts.ts'
import { defaultSettings } from '../../plugins/matching/pool/settings.ts'
import { starterDefinition } from '../../globals/starter-definition.ts'
import { criteriaOf } from '../../programme/matches/criteria.ts'
import type { JSONBody } from '../helpers/boot.ts'
import { bootMentoring, type Mentoring } from '../helpers/mentoring.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

/** Which of two countries counts is for coordinators to say, and everything follows. */

let app: Mentoring
beforeAll(async () => {
  app = await bootMentoring()
})
afterAll(() => app.shutDown())
beforeEach(async () => {
  await app.empty()
  await count('home')
})

const save = (body: object, as: 'comms' | 'coordinator' = 'coordinator') =>
  app.rest('POST', '/globals/matching-settings', { as, body })
const count = async (by: CountryThatCounts) => {
  const answer = await save({ countryThatCounts: by })
  expect(answer.status, answer.text).toBe(200)
}

// From Sudan, qualified in Egypt; the mentors share the one, the other, or one with the other.
const SUDAN_EGYPT = { country: 'SD', qualifiedIn: 'EG', languages: ['ar'] }
const MENTORS = {
  home: { country: 'SD', qualifiedIn: 'IN' },
  qualified: { country: 'IN', qualifiedIn: 'EG' },
  crossed: { country: 'EG', qualifiedIn: 'IN' },
}

const suggested = async () => {
  const mentee = await createMentee(app.payload, SUDAN_EGYPT)
  const names = new Map<string, string>()
  for (const [name, countries] of Object.entries(MENTORS)) {
    const mentor = await createMentor(app.payload, { ...countries, languages: ['hi'] })
    names.set(mentor.id, name)
  }
  const { json } = await app.act('suggest', { mentee: mentee.id })
  return Object.fromEntries(
    json.candidates.map(({ id, reasons, tierLabel }: JSONBody) => [
      names.get(id),
      [tierLabel, reasons[0]],
    ]),
  ) as Record<keyof typeof MENTORS, [tier: string, reason: string]>
}

describe('the country that counts', () => {
  it.each<[CountryThatCounts, Partial<Record<keyof typeof MENTORS, [string, string]>>]>([
    [
      'home',
      {
        home: ['Same country', 'Both from Sudan'],
        qualified: ['Other', expect.any(String) as string],
        crossed: ['Same region', 'Both from Northern Africa'],
      },
    ],
    [
      'qualified',
      {
        home: ['Other', expect.any(String) as string],
        qualified: ['Same country', 'Both qualified in Egypt'],
        crossed: ['Other', expect.any(String) as string],
      },
    ],
    [
      'either',
      {
        home: ['Same country', 'Both from Sudan'],
        qualified: ['Same country', 'Both qualified in Egypt'],
        crossed: ['Same country', 'One is from Egypt, the other qualified there'],
      },
    ],
  ])('is %s: tiers and reasons say so', async (by, expected) => {
    await count(by)
    expect(await suggested()).toEqual(expected)
  })

  it('is where people are from until coordinators say otherwise, and nothing else', async () => {
    expect((await save({ countryThatCounts: 'born' })).status).toBe(400)
    expect((await save({ countryThatCounts: 'qualified' }, 'comms')).status).toBe(403)
    expect((await suggested()).home).toEqual(['Same country', 'Both from Sudan'])
  })

  it('is tried out by the preview before it is saved', async () => {
    const criteria = criteriaOf(starterDefinition())
    const { ladder, ...settings } = defaultSettings(criteria)
    const form = { ...settings, ladder: ladder.map((rung) => ({ rung })) }
    await suggested()
    const preview = async (own?: object) =>
      (await app.act('preview', { settings: { ...form, ...(own && { own }) } })).json
    const same = { label: 'Same country', pairs: 1 }
    const tried = await preview({ countryThatCounts: 'qualified' })
    expect(tried.before.tiers).toContainEqual(same)
    expect(tried.after.tiers).toContainEqual(same)
    expect(tried.changed).toBe(1)
    expect((await preview()).changed).toBe(0)
    expect((await preview({ countryThatCounts: { $ne: 1 } })).changed).toBe(0)
  })

  it('stands under the names in the workspace, and a run with another one is of yesterday', async () => {
    await createMentee(app.payload, SUDAN_EGYPT)
    await createMentor(app.payload, MENTORS.home)
    await app.act('run', {})
    const shown = async () => {
      const { lastRun, proposals } = await app.workspace()
      return [proposals[0]!.mentee.summary.split(' · ')[0], lastRun!.isOutdated]
    }
    expect(await shown()).toEqual(['Sudan', false])
    await count('qualified')
    expect(await shown()).toEqual(['Qualified in Egypt', true])
    await count('either')
    expect(await shown()).toEqual(['Sudan, qualified in Egypt', true])
    // A run from before there was the setting went by where people are from.
    const [run] = await app.runs()
    const { own, ...settings } = run!.settings
    expect(own).toEqual({ countryThatCounts: 'home' })
    await app.payload.db.updateOne({
      collection: 'matching-runs',
      id: run!.id,
      data: { settings },
    })
    expect((await shown())[1]).toBe(true)
    await count('home')
    expect(await shown()).toEqual(['Sudan', false])
  })

  it.each<[CountryThatCounts, string[], RegExp]>([
    ['home', ['Country: Sudan'], /Egypt/],
    ['qualified', ['Qualified in: Egypt'], /Sudan/],
    ['either', ['Country: Sudan', 'Qualified in: Egypt'], /India/],
  ])('is what the other person is told: %s', async (by, lines, never) => {
    await count(by)
    const pair = await app.introduce({ languages: ['hi'], country: 'NG' }, SUDAN_EGYPT)
    await app.tick()
    const { text } = app.postbox.messages.findLast(({ to }) => to === pair.mentor.email)!.mail
    for (const line of lines) expect(text).toContain(line)
    expect(text).not.toMatch(never)
  })

  it('is said on “How we match”, which is published again when it changes', async () => {
    // Loaded when the settings stand.
    const { contentSnapshot } = await import('../../programme/site/content-snapshot.ts')
    const said = async () =>
      (await contentSnapshot(await app.reqAs('comms'))).snapshot.counts.country
    expect(await said()).toContain('call home')
    const jobs = async () =>
      (await app.payload.count({ collection: 'payload-jobs', overrideAccess: true })).totalDocs
    const before = await jobs()
    await count('qualified')
    expect(await jobs()).toBe(before + 1)
    expect(await said()).toContain('We go by the country that people qualified in')
    await count('either')
    expect(await said()).toContain('both')
  })
})

describe('both countries', () => {
  it('are found by filters, and go when their owner does not want them to count', async () => {
    const { id } = await createMentee(app.payload, SUDAN_EGYPT)
    const found = async () =>
      (await app.rest('GET', '/mentees?where[qualifiedIn][equals]=EG', { as: 'coordinator' })).json
        .totalDocs
    expect(await found()).toBe(1)
    const { json } = await app.rest('PATCH', `/mentees/${id}`, {
      as: 'coordinator',
      body: { originChoice: 'noPreference' },
    })
    expect([json.doc.country ?? null, json.doc.qualifiedIn ?? null]).toEqual([null, null])
    expect(await found()).toBe(0)
  })
})

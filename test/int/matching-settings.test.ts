import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { MOST_POINTS } from '../../plugins/matching/pool/criteria.ts'
import { defaultSettings } from '../../plugins/matching/pool/settings.ts'
import type { SettingsForm } from '../../plugins/matching/operations/settings.ts'
import { starterDefinition } from '../../globals/starter-definition.ts'
import { criteriaOf } from '../../programme/matches/criteria.ts'
import type { JSONBody } from '../helpers/boot.ts'
import { bootMatching, type Matching } from '../helpers/matching.ts'
import { createMentee, createMentor } from '../helpers/people.ts'

const CRITERIA = criteriaOf(starterDefinition())

const DEFAULTS = defaultSettings(CRITERIA)
/** As a run keeps them, with the project's own. */
const KEPT = { ...DEFAULTS, own: { countryThatCounts: 'home' } }
const inForm = (changes: Partial<SettingsForm> = {}): SettingsForm => ({
  ...DEFAULTS,
  ladder: rungs(...DEFAULTS.ladder),
  ...changes,
})
const rungs = (...names: string[]) => names.map((rung) => ({ rung }))
const points = <T>(changes: Record<string, T>) => ({ ...DEFAULTS.points, ...changes })
const allPoints = (weight: number) =>
  Object.fromEntries(CRITERIA.points.map(({ name }) => [name, weight]))

let app: Matching
beforeAll(async () => {
  app = await bootMatching()
})
afterAll(() => app.close())

const act: Matching['act'] = (...args) => app.act(...args)
const save = (body: object) =>
  app.rest('POST', '/globals/matching-settings', { as: 'coordinator', body })
const preview = (changes: Partial<SettingsForm>) => act('preview', { settings: inForm(changes) })

describe('settings that were never saved', () => {
  it('are those of the criteria, and saving one of them keeps the others', async () => {
    await createMentor(app.payload)
    await createMentee(app.payload)
    await act('run', {})
    expect((await app.runs())[0]!.settings).toEqual(KEPT)
    expect((await save({ isSpread: true })).status).toBe(200)
    await act('run', {})
    expect((await app.runs())[0]!.settings).toEqual({ ...KEPT, isSpread: true })
  })
})

describe('settings', () => {
  beforeEach(async () => {
    await app.empty()
    expect((await save(inForm())).status).toBe(200)
  })

  it.each<[string, object, RegExp]>([
    ['a weight over the most', { points: points({ topics: MOST_POINTS + 1 }) }, /0 to 100/],
    ['a weight below 0', { points: points({ topics: -1 }) }, /0 to 100/],
    ['half a point', { points: points({ topics: 1.5 }) }, /whole number/],
    ['a weight that is text', { points: points({ topics: 'many' }) }, /Enter a number/],
    ['no weight', { points: points({ topics: null }) }, /whole number/],
    ['a tier twice', { ladder: rungs('sameCountry', 'sameCountry') }, /only once/],
    ['a tier that is not there', { ladder: rungs('sameStar') }, /Select one of the tiers/],
    ['a ladder that is none', { ladder: 'sameCountry' }, /Enter a list/],
    ['a goal that is not there', { goal: 'worst' }, /Choose from the list/],
    [
      'a least tier that is not on the ladder',
      { goal: 'bestFit', ladder: rungs('sameCountry'), leastTier: 'sameRegion' },
      /“Same region” is not in the list of tiers/,
    ],
    [
      'a least tier that is not there',
      { goal: 'bestFit', leastTier: 'sameStar' },
      /Select one of the tiers/,
    ],
    ['fewer points than none', { goal: 'bestFit', leastPoints: -1 }, /whole number/],
  ])('are refused, and stay as they were: %s', async (_what, changes, says) => {
    const answer = await save(changes)
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(says)
    await act('run', {})
    expect((await app.runs())[0]!.settings).toEqual(KEPT)
  })

  it.each([
    ['all weights 0', { points: allPoints(0) }],
    ['all weights at the most', { points: allPoints(MOST_POINTS) }],
    ['no tier at all', { ladder: [] }],
    ['neither tiers nor points', { ladder: [], points: allPoints(0) }],
    ['no optional rule', { rules: { genderPreferenceOfMentee: false } }],
    [
      'best fit with more points than there are',
      { goal: 'bestFit' as const, leastTier: 'sameCountry', leastPoints: 600 },
    ],
  ])('work at their limits: %s', async (_what, changes) => {
    const mentor = await createMentor(app.payload)
    const mentee = await createMentee(app.payload)
    expect((await preview(changes)).status).toBe(200)
    expect((await save(changes)).status).toBe(200)
    // Saving something else later brings no default back.
    expect((await save({ isSpread: false })).status).toBe(200)
    const run = await act('run', {})
    expect(run.status).toBe(200)
    const { ladder, ...others } = changes as Partial<SettingsForm>
    expect((await app.runs())[0]!.settings).toMatchObject({
      ...others,
      ...(ladder && { ladder: ladder.map(({ rung }) => rung) }),
    })
    expect((await act('suggest', { mentee: mentee.id })).status).toBe(200)
    expect((await act('suggest', { mentor: mentor.id })).status).toBe(200)
    await app.workspace()
    expect((await act('match', { mentee: mentee.id, mentor: mentor.id })).status).toBe(200)
  })

  it('that a project’s new criteria have overtaken stop nothing', async () => {
    await save(inForm({ goal: 'bestFit', leastTier: 'sharedLanguage' }))
    // As if it had been saved before the ladder lost a tier: past the checks of the form.
    await app.payload.db.updateGlobal({
      slug: 'matching-settings',
      data: { ladder: [{ rung: 'sameCountry', id: '0123456789abcdef01234567' }] },
      req: await app.reqAs('admin'),
    })
    await createMentor(app.payload)
    await createMentee(app.payload)
    const { json, status } = await act('run', {})
    expect([status, json.proposed]).toEqual([200, 1])
    expect((await app.runs())[0]!.settings).toMatchObject({ leastTier: 'sameCountry' })
  })

  it('make an earlier run outdated when they change, and only then', async () => {
    await createMentor(app.payload)
    await createMentee(app.payload)
    await act('run', {})
    await save(inForm())
    expect((await app.workspace()).lastRun!.isOutdated).toBe(false)
    await save({ points: points({ topics: 0 }) })
    expect((await app.workspace()).lastRun!.isOutdated).toBe(true)
    expect((await app.workspace()).proposals[0]!.stale).toEqual({
      sentence: 'Answers or settings have changed since the run, and the score with them.',
      isBroken: false,
    })
    await act('run', {})
    expect((await app.workspace()).lastRun!.isOutdated).toBe(false)
    expect((await app.workspace()).proposals[0]!.stale).toBeUndefined()
  })
})

describe('the settings in force', () => {
  beforeEach(async () => {
    await app.empty()
    await save(inForm())
  })

  it('an optional rule that is off holds nowhere; on again, it holds everywhere', async () => {
    const mentee = await createMentee(app.payload, { genderPreference: 'woman' })
    const mentor = await createMentor(app.payload, { gender: 'man' })
    const candidates = async () =>
      (await act('suggest', { mentee: mentee.id })).json.candidates.length
    expect(await candidates()).toBe(0)

    await save({ rules: { ...DEFAULTS.rules, genderPreferenceOfMentee: false } })
    expect(await candidates()).toBe(1)
    expect((await act('run', {})).json.proposed).toBe(1)
    const [proposal] = await app.matches()

    await save({ rules: DEFAULTS.rules })
    expect((await app.shown(mentee)).stale).toEqual({
      sentence: 'The mentee asked for a mentor of another gender.',
      isBroken: true,
    })
    const refusals = [
      await act('confirm', { matches: [proposal!.id] }),
      await act('match', { mentee: mentee.id, mentor: mentor.id }),
      await act('propose', { mentee: mentee.id, mentor: mentor.id }),
    ]
    expect(refusals.map(({ json }) => json.rule)).toEqual(Array(3).fill('genderPreferenceOfMentee'))
    await save({ rules: { ...DEFAULTS.rules, genderPreferenceOfMentee: false } })
    expect((await act('confirm', { matches: [proposal!.id] })).status).toBe(200)
  })

  it('a rule that is not optional can’t be switched off', async () => {
    await save({ rules: { ...DEFAULTS.rules, sameTeam: false } })
    const mentee = await createMentee(app.payload, { teamName: 'Ward 1' })
    const mentor = await createMentor(app.payload, { teamName: 'Ward 1' })
    const answer = await act('match', { mentee: mentee.id, mentor: mentor.id })
    expect(answer.json.rule).toBe('sameTeam')
  })

  it('the ladder decides the order of suggestions and what a match is called', async () => {
    const mentee = await createMentee(app.payload, { country: 'SD', languages: ['hi'] })
    const country = await createMentor(app.payload, { country: 'SD', languages: ['ar'] })
    const language = await createMentor(app.payload, { country: 'IN', languages: ['hi'] })
    const order = async () =>
      (await act('suggest', { mentee: mentee.id })).json.candidates.map((c: JSONBody) => [
        c.id,
        c.tierLabel,
      ])
    expect(await order()).toEqual([
      [country.id, 'Same country'],
      [language.id, 'Shared language'],
    ])

    await save({ ladder: rungs('sharedLanguage') })

    expect(await order()).toEqual([
      [language.id, 'Shared language'],
      [country.id, 'Other'],
    ])
    await act('match', { mentee: mentee.id, mentor: country.id })
    expect((await app.matches('introduced'))[0]).toMatchObject({ tier: 'other' })
    const { supply } = await app.workspace()
    expect(
      supply.map(({ label }) => label),
      'who is missing where stays',
    ).toEqual(['Country', 'Region'])
  })

  it('best fit only leaves a poor pair out and says so; a coordinator may still make it', async () => {
    const mentee = await createMentee(app.payload, { country: 'SD', languages: ['ar'] })
    const mentor = await createMentor(app.payload, { country: 'IN', languages: ['hi'] })
    await save({ goal: 'bestFit', leastTier: 'sharedLanguage' })

    expect((await act('run', {})).json.proposed).toBe(0)
    expect((await app.workspace()).waiting[0]!.whyNot).toBe(
      '1 mentor with a free place would be possible, but fits less well than the settings ask for.',
    )
    const { json } = await act('suggest', { mentee: mentee.id })
    expect(json.candidates).toMatchObject([{ id: mentor.id, tierLabel: 'Other' }])
    expect((await act('propose', { mentee: mentee.id, mentor: mentor.id })).json.proposed).toBe(1)
    const [proposal] = await app.matches()
    expect((await act('confirm', { matches: [proposal!.id] })).status).toBe(200)
  })

  it('spread gives everybody a first before anybody a second', async () => {
    for (let n = 0; n < 2; n += 1) await createMentor(app.payload, { capacity: 2 })
    for (let n = 0; n < 2; n += 1) await createMentee(app.payload)
    await save({ isSpread: true })
    await act('run', {})
    expect(new Set(Object.values(await app.pairs())).size).toBe(2)
    const [run] = await app.runs()
    expect((await act('repeat', { run: run!.id })).json).toEqual({ isSame: true, pairs: 2 })
  })
})

describe('a preview', () => {
  beforeEach(async () => {
    await app.empty()
    await save(inForm())
  })

  it('says what would change for those who wait today, and stores nothing', async () => {
    const mentee = await createMentee(app.payload, { name: 'Omar', languages: ['hi'] })
    await createMentor(app.payload, { name: 'Amina', country: 'SD', languages: ['ar'] })
    await createMentor(app.payload, { name: 'Priya', country: 'IN', languages: ['hi'] })
    await act('run', {})
    const before = JSON.stringify([await app.matches(), await app.runs()])

    const { json, status } = await preview({ ladder: rungs('sharedLanguage', 'sameCountry') })

    expect(status).toBe(200)
    const tiers = (same: number, shared: number) =>
      expect.arrayContaining([
        { label: 'Same country', pairs: same },
        { label: 'Shared language', pairs: shared },
      ])
    expect(json).toEqual({
      mentees: 1,
      places: 2,
      before: { matched: 1, tiers: tiers(1, 0) },
      after: { matched: 1, tiers: tiers(0, 1) },
      changed: 1,
      changes: [{ mentee: mentee.name, before: 'Amina', after: 'Priya' }],
    })
    expect(JSON.stringify([await app.matches(), await app.runs()])).toBe(before)
    expect((await preview({})).json).toMatchObject({ changed: 0, changes: [] })
  })

  it('says so when the least tier is not on the ladder, as saving would', async () => {
    const { json, status } = await act('preview', {
      settings: inForm({
        goal: 'bestFit',
        leastTier: 'sharedLanguage',
        ladder: [{ rung: 'sameCountry' }],
      }),
    })
    expect(status).toBe(400)
    expect(json.message).toContain('there is no tier "sharedLanguage" in use')
  })

  it('works with nobody waiting', async () => {
    expect((await preview({ goal: 'bestFit' })).json).toMatchObject({ mentees: 0, changed: 0 })
  })

  it.each<[string, Partial<SettingsForm>, RegExp]>([
    ['a weight over the most', { points: points({ topics: 101 }) }, /settings\.points\.topics/],
    [
      'a least tier that is not on the ladder',
      { goal: 'bestFit', ladder: rungs('sameCountry'), leastTier: 'sameRegion' },
      /settings\.leastTier/,
    ],
    ['a tier twice', { ladder: rungs('sameCountry', 'sameCountry') }, /only once/],
    ['half a point', { goal: 'bestFit', leastPoints: 0.5 }, /settings\.leastPoints/],
  ])('of settings that can’t be says why: %s', async (_what, changes, says) => {
    const { json, status } = await preview(changes)
    expect(status).toBe(400)
    expect(json.message).toMatch(says)
  })
})

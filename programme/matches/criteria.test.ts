import { assess, checkCriteria } from '@mentoring/matching/pool'
import { describe, expect, it } from 'vitest'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { starterDefinition } from '../../globals/starter-definition.ts'
import { criteriaOf } from './criteria.ts'

const CRITERIA = criteriaOf(starterDefinition())

// Two people who share nothing that counts, and whom no rule keeps apart, as far as criteria read them.
const mentee = {
  id: 'mentee',
  email: 'mentee@example.org',
  originChoice: 'count',
  country: 'PK',
  languages: ['ur'],
  pathway: 'cpsp',
  specialty: 'cardiology',
  site: 'lgi',
  arrival: '2025-09-15T00:00:00.000Z',
  topics: ['housing'],
  meetingPreference: 'online',
} as unknown as Mentee

// As above.
const mentor = {
  ...mentee,
  id: 'mentor',
  email: 'mentor@example.org',
  country: 'NG',
  languages: ['yo'],
  pathway: 'mti',
  specialty: 'psychiatry',
  site: 'seacroft',
  arrival: '2010-01-31T00:00:00.000Z',
  topics: ['exams'],
  meetingPreference: 'faceToFace',
} as unknown as Mentor

const pair = (ofMentee: object, ofMentor: object) =>
  assess(CRITERIA, { mentee: { ...mentee, ...ofMentee }, mentor: { ...mentor, ...ofMentor } })

const forbiddenBy = (ofMentee: object, ofMentor: object) =>
  pair(ofMentee, ofMentor).forbiddenBy.map(({ name }) => name)

it('the criteria can work', () => {
  expect(() => checkCriteria(CRITERIA)).not.toThrow()
  expect(pair({}, {})).toMatchObject({ forbiddenBy: [], tier: 'other', points: 0, reasons: [] })
})

describe('a pair must not be', () => {
  it.each<[name: string, mentee: object, mentor: object]>([
    ['samePerson', { email: 'a@example.org' }, { email: 'a@example.org' }],
    ['samePerson', { email: 'a@example.org' }, { email: 'A@Example.org' }],
    ['keptApart', { keepApartFrom: ['x', 'mentor'] }, {}],
    ['keptApart', { keepApartFrom: [{ id: 'mentor' }] }, {}],
    ['sameTeam', { teamName: 'Ward J16' }, { teamName: 'Ward J16' }],
    ['sameTeam', { teamName: 'ward j16 ' }, { teamName: 'Ward J16' }],
    ['sameTeam', { teamName: 'Ward J16, respiratory' }, { teamName: 'Ward  J16 (Respiratory)' }],
    ['sameTeam', { team: 'renal' }, { team: 'renal' }],
    [
      'sameTeam',
      { team: 'renal' },
      { team: 'anotherTeam', teamName: 'RENAL medicine, and transplant!' },
    ],
    ['sameTeam', { team: 'neonatal' }, { teamName: 'nnu' }],
    ['sameTeam', { team: 'anotherTeam', teamName: 'Ward 1' }, { teamName: 'ward 1' }],
    ['sameTeam', { team: 'gone' }, { team: 'gone' }],
    ['genderPreferenceOfMentee', { genderPreference: 'woman' }, { gender: 'man' }],
    ['genderPreferenceOfMentee', { genderPreference: 'man' }, { gender: 'woman' }],
    ['genderPreferenceOfMentee', { genderPreference: 'woman' }, { gender: 'other' }],
    ['genderPreferenceOfMentee', { genderPreference: 'woman' }, { gender: 'preferNotToSay' }],
    ['genderPreferenceOfMentee', { genderPreference: 'woman' }, { gender: null }],
    ['genderPreferenceOfMentee', { genderPreference: 'woman', gender: 'woman' }, {}],
    ['genderPreferenceOfMentor', { gender: 'man' }, { genderPreference: 'woman' }],
    ['genderPreferenceOfMentor', { gender: 'preferNotToSay' }, { genderPreference: 'man' }],
    ['genderPreferenceOfMentor', {}, { genderPreference: 'man', gender: 'man' }],
  ])('by %s: %j, %j', (name, ofMentee, ofMentor) => {
    expect(forbiddenBy(ofMentee, ofMentor)).toEqual([name])
  })

  it.each<[mentee: object, mentor: object]>([
    [{ keepApartFrom: ['x', { id: 'y' }] }, {}],
    [{ keepApartFrom: [] }, {}],
    [{ keepApartFrom: null }, {}],
    [{ teamName: 'Ward J16' }, { teamName: 'Ward J17' }],
    [{ teamName: 'Ward J16' }, {}],
    [{ teamName: '' }, { teamName: '' }],
    [{ team: 'anotherTeam' }, { team: 'anotherTeam' }],
    [{ team: 'anotherTeam' }, { teamName: 'Another team' }],
    [{ team: 'renal' }, { team: 'respiratory' }],
    [{ team: 'renal' }, { teamName: 'renal' }],
    [{ team: 'gone' }, { teamName: 'gone' }],
    [{ teamName: null }, { teamName: null }],
    [{ teamName: '-' }, { teamName: '-' }],
    [{ teamName: '?' }, { teamName: '.' }],
    [{ teamName: 'عناية' }, { teamName: 'قلب' }],
    [{ genderPreference: 'woman' }, { gender: 'woman' }],
    [{ genderPreference: 'noPreference' }, { gender: 'man' }],
    [{ genderPreference: 'noPreference' }, { gender: 'preferNotToSay' }],
    [{ genderPreference: null }, { gender: null }],
    [{ gender: 'man' }, { genderPreference: 'man' }],
    [{ gender: 'preferNotToSay' }, { genderPreference: 'noPreference' }],
  ])('but may be: %j, %j', (ofMentee, ofMentor) => {
    expect(forbiddenBy(ofMentee, ofMentor)).toEqual([])
  })

  it('and both preferences count', () => {
    expect(forbiddenBy({ genderPreference: 'woman' }, { genderPreference: 'man' }).sort()).toEqual([
      'genderPreferenceOfMentee',
      'genderPreferenceOfMentor',
    ])
  })
})

describe('the tier', () => {
  const of = (origin: string, country: string | null) => ({ originChoice: origin, country })

  it.each([
    [of('count', 'PK'), of('count', 'PK'), 'sameCountry', ['Both from Pakistan']],
    [of('count', 'PK'), of('count', 'BD'), 'sameRegion', ['Both from Southern Asia']],
    [of('count', 'PK'), of('count', 'NG'), 'other', []],
    [of('noPreference', 'PK'), of('count', 'PK'), 'other', []],
    [of('count', 'PK'), of('noPreference', 'PK'), 'other', []],
    [of('preferNotToSay', 'PK'), of('count', 'PK'), 'other', []],
    [of('count', 'PK'), of('preferNotToSay', 'BD'), 'other', []],
    [of('count', null), of('count', null), 'other', []],
    [of('count', 'PK'), of('count', null), 'other', []],
    [of('count', 'no such'), of('count', 'nor such'), 'other', []],
  ])('of %j and %j is %s', (ofMentee, ofMentor, tier, reasons) => {
    expect(pair(ofMentee, ofMentor)).toMatchObject({ tier, reasons })
  })

  it('of one country beats one region, and that beats all else they could share', () => {
    const same = {
      languages: ['ur'],
      pathway: 'cpsp',
      specialty: 'cardiology',
      site: 'lgi',
      arrival: mentee.arrival,
      topics: ['housing'],
      meetingPreference: 'online',
    }
    const country = pair({}, { country: 'PK' }).score
    const region = pair({}, { country: 'BD', ...same })
    const language = pair({}, { country: 'NG', ...same })
    expect(region.points).toBe(region.mostPoints)
    expect(language.points).toBe(language.mostPoints)
    expect(country).toBeGreaterThan(region.score)
    expect(pair({}, { country: 'BD' }).score).toBeGreaterThan(language.score)
  })

  it('of a shared language beats all else they could share but country and region', () => {
    const language = pair({}, { languages: ['ur'] })
    const nothing = pair(
      { languages: ['pa'] },
      { ...mentee, id: 'mentor', email: mentor.email, country: 'NG' },
    )
    expect(language.tier).toBe('sharedLanguage')
    expect(nothing).toMatchObject({ tier: 'other', points: nothing.mostPoints - 20 })
    expect(language.score).toBeGreaterThan(nothing.score)
  })

  it.each([
    [['ur'], ['ur'], 'Both speak Urdu'],
    [['pa', 'ur'], ['ar', 'ur'], 'Both speak Urdu'],
    [['pa', 'ur', 'ar'], ['ar', 'ur'], 'Both speak Urdu and Arabic'],
  ])('of %j and %j is a shared language: %s', (ofMentee, ofMentor, reason) => {
    const { reasons, tier, tierLabel } = pair({ languages: ofMentee }, { languages: ofMentor })
    expect({ tier, tierLabel }).toEqual({ tier: 'sharedLanguage', tierLabel: 'Shared language' })
    expect(reasons[0]).toBe(reason)
  })

  it.each([
    [['ur'], ['yo']],
    [[], []],
    [null, null],
    [undefined, ['ur']],
  ])('of %j and %j is no shared language', (ofMentee, ofMentor) => {
    expect(pair({ languages: ofMentee }, { languages: ofMentor }).tier).toBe('other')
  })

  it('of people with a shared language is that also when their countries must not count', () => {
    const origin = { originChoice: 'preferNotToSay', country: 'PK', languages: ['ur'] }
    expect(pair(origin, { country: 'PK', languages: ['ur'] }).tier).toBe('sharedLanguage')
  })

  it.each([
    ['sameCountry', 'PK', 'Country', 'Pakistan'],
    ['sameCountry', '??', 'Country', '??'],
    ['sameRegion', 'Southern Asia', 'Region', 'Southern Asia'],
  ])('%s names its groups for the picture of supply and demand: %s', (tier, key, label, name) => {
    const { group } = CRITERIA.ladder.find(({ name }) => name === tier)!
    expect({ label: group?.label, name: group?.nameOf(key) }).toEqual({ label, name })
  })
})

describe('the country that counts', () => {
  const both = (country: string | null, qualifiedIn: string | null) => ({
    originChoice: 'count',
    country,
    qualifiedIn,
  })
  type By = Parameters<typeof criteriaOf>[1]
  const tierBy = (by: By, ofMentee: object, ofMentor: object) => {
    const criteria = criteriaOf(starterDefinition(), by)
    const { reasons, tier } = assess(criteria, {
      mentee: { ...mentee, ...ofMentee },
      mentor: { ...mentor, ...ofMentor },
    })
    return [tier, ...reasons]
  }

  it.each<[By, object, object, string[]]>([
    ['home', both('SD', 'EG'), both('SD', 'IN'), ['sameCountry', 'Both from Sudan']],
    ['home', both('SD', 'EG'), both('NG', 'EG'), ['other']],
    ['home', both('SD', 'EG'), both('EG', 'SD'), ['sameRegion', 'Both from Northern Africa']],
    ['qualified', both('SD', 'EG'), both('NG', 'EG'), ['sameCountry', 'Both qualified in Egypt']],
    ['qualified', both('SD', 'EG'), both('SD', 'IN'), ['other']],
    [
      'qualified',
      both('SD', 'EG'),
      both('NG', 'SD'),
      ['sameRegion', 'Both qualified in Northern Africa'],
    ],
    ['either', both('SD', 'EG'), both('SD', 'IN'), ['sameCountry', 'Both from Sudan']],
    ['either', both('SD', 'SD'), both('SD', 'SD'), ['sameCountry', 'Both from Sudan']],
    ['either', both('IN', 'EG'), both('NG', 'EG'), ['sameCountry', 'Both qualified in Egypt']],
    [
      'either',
      both('SD', 'IN'),
      both('NG', 'SD'),
      ['sameCountry', 'One is from Sudan, the other qualified there'],
    ],
    [
      'either',
      both('SD', 'EG'),
      both('SD', 'EG'),
      ['sameCountry', 'Both from Sudan; both qualified in Egypt'],
    ],
    [
      'either',
      both('SD', 'IN'),
      both('NG', 'EG'),
      ['sameRegion', 'One is from Northern Africa, the other qualified there'],
    ],
  ])('by %s, of %j and %j: %j', (by, ofMentee, ofMentor, expected) => {
    expect(tierBy(by, ofMentee, ofMentor)).toEqual(expected)
  })

  it.each<[By, object, object, string[]]>([
    ['home', both('SD', null), both(null, 'SD'), ['sameCountry']],
    ['qualified', both('SD', null), both('NG', 'SD'), ['sameCountry']],
    ['qualified', both('SD', null), both('SD', null), ['sameCountry', 'Both from Sudan']],
    ['either', both(null, 'SD'), both('SD', 'IN'), ['sameCountry']],
  ])(
    'is of whoever has given only one the one they gave: by %s, %j and %j',
    (by, ofMentee, ofMentor, expected) => {
      expect(tierBy(by, ofMentee, ofMentor)).toEqual(expect.arrayContaining(expected))
    },
  )

  it.each<By>(['home', 'qualified', 'either'])('is none without their choice: by %s', (by) => {
    const counted = both('SD', 'SD')
    for (const originChoice of ['noPreference', 'preferNotToSay']) {
      expect(tierBy(by, { ...counted, originChoice }, counted)).toEqual(['other'])
      expect(tierBy(by, counted, { ...counted, originChoice })).toEqual(['other'])
    }
  })

  it('counts everybody once in the picture of supply and demand', () => {
    const { ladder } = criteriaOf(starterDefinition(), 'either')
    const person = Object.assign({}, mentee, both('SD', 'SD'))
    for (const { of } of ladder.slice(0, 2)) expect(of.mentee(person)).toHaveLength(1)
  })
})

describe('points', () => {
  it.each<[mentee: object, mentor: object, points: number, reason: string]>([
    [{ topics: ['exams'] }, {}, 30, 'Can help with: exams'],
    [{ topics: ['exams'] }, { topics: ['visas', 'exams'] }, 30, 'Can help with: exams'],
    [{ topics: ['housing', 'exams'] }, {}, 15, 'Can help with: exams'],
    [
      { topics: ['housing', 'exams', 'nhsSystems'] },
      { topics: ['nhsSystems', 'exams', 'housing'] },
      30,
      'Can help with: finding a home; exams; how the NHS works',
    ],
    [{ languages: ['yo'] }, {}, 20, 'Both speak Yoruba'],
    [
      { languages: ['ur', 'yo', 'ha'] },
      { languages: ['ha', 'yo'] },
      20,
      'Both speak Yoruba and Hausa',
    ],
    [{ pathway: 'mti' }, {}, 20, 'Same route: Medical Training Initiative (MTI)'],
    [{ specialty: 'psychiatry' }, {}, 20, 'Both in psychiatry'],
    [
      { specialty: 'renal' },
      { specialty: 'stroke' },
      10,
      'Related specialties: renal medicine and stroke medicine',
    ],
    [{ site: 'seacroft' }, {}, 10, 'Both at Seacroft Hospital'],
    [
      { meetingPreference: 'faceToFace' },
      {},
      6,
      'Want to meet in the same way: mostly face to face',
    ],
    [{ meetingPreference: 'either' }, {}, 3, 'Can agree on how to meet'],
    [{}, { meetingPreference: 'either' }, 3, 'Can agree on how to meet'],
    [
      { meetingPreference: 'either' },
      { meetingPreference: 'either' },
      6,
      'Can agree on how to meet',
    ],
  ])('for %j, %j: %i, “%s”', (ofMentee, ofMentor, points, reason) => {
    expect(pair(ofMentee, ofMentor)).toMatchObject({ points, reasons: [reason] })
  })

  it('are none for what nobody can help with, speaks, or shares; and it says where they differ', () => {
    expect(pair({}, {}).differences).toEqual([
      'Cannot help with the topics asked for',
      'No language shared besides English',
      'Different routes: CPSP scheme and Medical Training Initiative (MTI)',
      'Different specialties: cardiology and psychiatry',
      'Came to the UK 16 years apart',
      'At different hospital sites',
      'One wants to meet face to face, the other online',
    ])
  })

  it.each([
    ['pathway', 'Different routes'],
    ['specialty', 'Different specialties'],
    ['site', 'different hospital sites'],
  ])(
    'are none for “another” %s on both sides, which may be two different ones',
    (name, difference) => {
      const { points, differences } = pair({ [name]: 'other' }, { [name]: 'other' })
      expect(points).toBe(0)
      expect(differences.join()).not.toContain(difference)
    },
  )

  it.each([[null], [undefined], [[]]])('need no languages: %j', (languages) => {
    expect(pair({ languages }, {})).toMatchObject({ points: 0 })
    expect(pair({ languages }, {}).differences.join()).not.toContain('language')
    expect(pair({}, { languages })).toMatchObject({ points: 0 })
  })

  it.each<[mentee: string, mentor: string, points: number, words: string]>([
    ['2020-08-05', '2020-08-05', 10, 'within a year of each other'],
    ['2020-08-05', '2021-07-31', 10, 'within a year of each other'],
    ['2020-08-05', '2021-08-01', 10, '1 year apart'],
    ['2020-08-05', '2022-08-31', 10, '2 years apart'],
    ['2020-08-05', '2024-08-31', 5, '4 years apart'],
    ['2020-08-05', '2025-08-01', 3, '5 years apart'],
    ['2020-08-05', '2026-08-01', 0, '6 years apart'],
    ['2020-08-05', '2030-07-31', 0, '10 years apart'],
    ['2020-08-05', '2030-08-01', 0, '10 years apart'],
    ['2020-08-05', '2060-08-01', 0, '40 years apart'],
  ])('for arrivals on %s and %s: %i, %s', (one, other, expected, words) => {
    for (const [ofMentee, ofMentor] of [
      [{ arrival: one }, { arrival: other }],
      [{ arrival: `${other}T23:00:00.000Z` }, { arrival: `${one}T00:00:00.000Z` }],
    ]) {
      const { points, reasons, differences } = pair(ofMentee!, ofMentor!)
      expect(points).toBe(expected)
      expect(expected > 0 ? reasons : differences).toContain(`Came to the UK ${words}`)
      expect([...reasons, ...differences].join().split('Came to').length).toBe(2)
    }
  })

  it('are never more for arrivals further apart', () => {
    const months = Array.from({ length: 15 * 12 }, (_, n) => new Date(Date.UTC(2010, n)))
    const all = months.map((date) => {
      return pair({ arrival: '2010-01-01' }, { arrival: date.toISOString() }).points
    })
    expect(all).toEqual([...all].sort((a, b) => b - a))
    expect([...new Set(all)]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
  })

  it('go to the mentor who can help with more of what is asked for', () => {
    const topics = ['housing', 'exams', 'visas']
    const scores = [1, 2, 3].map((n) => pair({ topics }, { topics: topics.slice(0, n) }).points)
    expect(scores).toEqual([10, 20, 30])
  })
})

import { describe, expect, it } from 'vitest'

import { starterDefinition } from '../../globals/starter-definition.ts'
import type { Mentee } from '../../payload-types.ts'
import { criteriaOf } from '../../programme/matches/criteria.ts'
import { normalPhone } from '@mentoring/forms/phone'
import { keysOf, STARTER_LISTS } from '../../starter/lists.ts'
import { demoMentees, demoMentors } from './people.ts'

const COUNTRIES = STARTER_LISTS.find(({ id }) => id === 'countries')!.choices

const countryRegion = (country: string | undefined) =>
  COUNTRIES.find(({ key }) => key === country)?.group

const now = new Date('2026-03-15T10:30:00Z')
const mentors = demoMentors(now)
const mentees = demoMentees(now)
const everyone = [...mentors, ...mentees]

const DAY = 24 * 60 * 60 * 1000
const daysAgo = (iso: string) => (now.getTime() - Date.parse(iso)) / DAY
const monthsAway = (iso: string) =>
  (new Date(iso).getUTCFullYear() - now.getUTCFullYear()) * 12 +
  new Date(iso).getUTCMonth() -
  now.getUTCMonth()

describe('demo people', () => {
  it('are 60 mentors and 45 mentees', () => {
    expect(mentors).toHaveLength(60)
    expect(mentees).toHaveLength(45)
  })

  it('are the same every time', () => {
    expect(demoMentors(now)).toEqual(mentors)
    expect(demoMentees(now)).toEqual(mentees)
    const later = new Date('2027-11-02T00:00:00Z')
    expect(demoMentors(later).map(({ email }) => email)).toEqual(mentors.map(({ email }) => email))
  })

  it('have addresses of their own, all of them at example.org', () => {
    for (const list of [mentors, mentees]) {
      expect(new Set(list.map(({ email }) => email)).size).toBe(list.length)
    }
    for (const { email } of everyone) expect(email).toMatch(/^[a-z]+\.[a-z]+@example\.org$/)
  })

  it('have one who is both mentor and mentee, under one name and address', () => {
    const both = mentees.filter(({ email }) => mentors.some((mentor) => mentor.email === email))
    expect(both).toHaveLength(1)
    const asMentor = mentors.find(({ email }) => email === both[0]!.email)
    const { name, arrival, pathway, specialty, site } = both[0]!
    expect(asMentor).toMatchObject({ name, arrival, pathway, specialty, site })
  })

  it('have phone numbers of the range for drama only, none twice in a list', () => {
    for (const list of [mentors, mentees]) {
      const phones = list.flatMap(({ phone }) => phone ?? [])
      expect(phones.length).toBeGreaterThan(list.length / 2)
      expect(new Set(phones).size).toBe(phones.length)
      for (const phone of phones) {
        expect(phone).toMatch(/^07700 900\d{3}$/)
        expect(normalPhone(phone)).toBe(phone)
      }
    }
  })

  it.each([
    ['gender', 'genders'],
    ['originChoice', 'originChoices'],
    ['country', 'countries'],
    ['qualifiedIn', 'countries'],
    ['team', 'teams'],
    ['languages', 'languages'],
    ['pathway', 'pathways'],
    ['grade', 'grades'],
    ['specialty', 'specialties'],
    ['site', 'sites'],
    ['topics', 'topics'],
    ['meetingPreference', 'meetingPreferences'],
    ['genderPreference', 'genderPreferences'],
  ])('answer %s with choices of the form', (field, list) => {
    const values = new Set(keysOf(list))
    const answers = everyone.flatMap((person) => person[field as keyof typeof person] ?? [])
    expect(answers.length).toBeGreaterThan(0)
    expect(answers.filter((answer) => !values.has(String(answer)))).toEqual([])
  })

  it('answer what the form requires and stay within its limits', () => {
    for (const person of everyone) {
      expect(person.country !== undefined).toBe(person.originChoice === 'count')
      expect(person.qualifiedIn !== undefined).toBe(person.originChoice === 'count')
      expect(person.teamName !== undefined).toBe(person.team === 'anotherTeam')
      expect(person.languages.length).toBeLessThanOrEqual(3)
      expect(person.topics.length).toBeGreaterThanOrEqual(1)
      expect(new Set(person.topics).size).toBe(person.topics.length)
      expect(person.about?.length ?? 0).toBeLessThanOrEqual(600)
      expect(person.about ?? 'nothing').not.toMatch(/undefined|^$|\s{2}/)
    }
    for (const { capacity } of mentors) expect([1, 2, 3]).toContain(capacity)
  })

  it('write different texts about themselves', () => {
    const texts = everyone.flatMap(({ about }) => about ?? [])
    expect(texts.length).toBeGreaterThan(60)
    expect(new Set(texts).size).toBeGreaterThan(texts.length * 0.95)
  })

  it('come at plausible times: mentors long ago, mentees about now', () => {
    for (const { arrival } of everyone) expect(arrival).toMatch(/^\d{4}-\d\d-01T00:00:00\.000Z$/)
    for (const { arrival, email } of mentors) {
      const isBoth = mentees.some((mentee) => mentee.email === email)
      expect(monthsAway(arrival)).toBeLessThanOrEqual(isBoth ? -6 : -18)
    }
    for (const { arrival } of mentees) {
      expect(monthsAway(arrival)).toBeGreaterThanOrEqual(-6)
      expect(monthsAway(arrival)).toBeLessThanOrEqual(3)
    }
  })

  it('wait for up to 120 days, some of them since yesterday', () => {
    const waits = mentees.flatMap(({ waitingSince }) => waitingSince ?? []).map(daysAgo)
    expect(Math.min(...waits)).toBeGreaterThan(0)
    expect(Math.max(...waits)).toBeLessThanOrEqual(120)
    expect(waits.filter((days) => days < 2).length).toBeGreaterThanOrEqual(2)
    for (const { joinedAt } of mentors) {
      if (joinedAt) expect(daysAgo(joinedAt)).toBeGreaterThan(0)
    }
  })

  it('are confirmed, but for 2 mentors and 2 mentees', () => {
    const unconfirmedMentors = mentors.filter(({ status }) => status === 'unconfirmed')
    const unconfirmedMentees = mentees.filter(({ status }) => status === 'unconfirmed')
    expect(unconfirmedMentors).toHaveLength(2)
    expect(unconfirmedMentees).toHaveLength(2)
    for (const { joinedAt, status } of mentors) {
      expect(joinedAt === undefined).toBe(status === 'unconfirmed')
    }
    for (const { waitingSince, status } of mentees) {
      expect(waitingSince === undefined).toBe(status === 'unconfirmed')
    }
  })
})

describe('demo matching', () => {
  const free = mentors.filter(({ status, takesMentees }) => status === 'active' && takesMentees)
  const countries = new Set(free.flatMap(({ country }) => country ?? []))
  const regions = new Set([...countries].map(countryRegion))
  const waiting = mentees.filter(({ country, status }) => country && status === 'waiting')

  it('finds some mentees only a mentor of their region', () => {
    const regionOnly = waiting.filter(
      ({ country }) => !countries.has(country!) && regions.has(countryRegion(country)),
    )
    expect(regionOnly.length).toBeGreaterThanOrEqual(3)
    expect(regionOnly.filter(({ country }) => country === 'SD').length).toBeGreaterThanOrEqual(3)
  })

  it('finds one or two mentees neither', () => {
    const neither = waiting.filter(({ country }) => !regions.has(countryRegion(country)))
    expect([1, 2]).toContain(neither.length)
  })

  it('finds most mentees a mentor of their country', () => {
    const ofCountry = waiting.filter(({ country }) => countries.has(country!))
    expect(ofCountry.length).toBeGreaterThan(mentees.length / 2)
  })

  it('has every answer about origin on both sides', () => {
    for (const list of [mentors, mentees]) {
      expect(new Set(list.map(({ originChoice }) => originChoice)).size).toBe(3)
    }
  })

  it('has mentors of 1, 2 and 3 places, and some who take nobody now', () => {
    const places = [1, 2, 3].map((n) => mentors.filter(({ capacity }) => capacity === n).length)
    expect(places[0]).toBeGreaterThan(mentors.length / 2)
    expect(places[1]).toBeGreaterThan(places[2]!)
    expect(places[2]).toBeGreaterThan(0)
    expect(mentors.length - free.length).toBeGreaterThanOrEqual(4)
  })

  it('has a mentor and a mentee of one team, and people who ask for one gender', () => {
    const criteria = criteriaOf(starterDefinition())
    const rule = criteria.rules.find(({ name }) => name === 'sameTeam')!
    const teamsOf = (person: object) => rule.of.mentee(person as Mentee) ?? []
    const teams = new Set(mentors.flatMap(teamsOf))
    expect(mentees.flatMap(teamsOf).some((team) => teams.has(team))).toBe(true)
  })

  it('has people on both sides who qualified elsewhere than at home', () => {
    for (const list of [mentors, mentees]) {
      expect(list.filter(({ country, qualifiedIn }) => country !== qualifiedIn)).not.toEqual([])
    }
    for (const list of [mentors, mentees]) {
      expect(list.some(({ genderPreference }) => genderPreference === 'woman')).toBe(true)
    }
  })
})

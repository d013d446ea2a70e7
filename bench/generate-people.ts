import type { AssignmentProblem } from '@mentoring/assignment'
import { findEdges, type Pool } from '@mentoring/matching/pool'

import type { Mentee, Mentor } from '../payload-types.ts'
import { starterDefinition } from '../globals/starter-definition.ts'
import { criteriaOf } from '../programme/matches/criteria.ts'
import { keysOf } from '../starter/lists.ts'
import { makeRandom } from './random.ts'

const CRITERIA = criteriaOf(starterDefinition())

/** Made-up countries of origin: how many of 1,000 come from there, and what is spoken. */
const COUNTRIES: [code: string, many: number, languages: string[]][] = [
  ['IN', 210, ['hi', 'ta', 'te', 'ml', 'gu', 'mr', 'pa', 'bn', 'ur', 'kn']],
  ['PK', 190, ['ur', 'pa', 'ps', 'sd']],
  ['NG', 110, ['yo', 'ig', 'ha']],
  ['EG', 90, ['ar', 'fr']],
  ['SD', 60, ['ar']],
  ['BD', 35, ['bn']],
  ['MM', 30, ['my']],
  ['LK', 30, ['si', 'ta']],
  ['IQ', 25, ['ar', 'ku']],
  ['GH', 25, ['ak', 'ee']],
  ['JO', 20, ['ar']],
  ['NP', 20, ['ne', 'hi']],
  ['GR', 20, ['el']],
  ['IT', 15, ['it']],
  ['RO', 15, ['ro', 'fr']],
  ['ES', 15, ['es', 'ca']],
  ['SY', 10, ['ar', 'ku']],
  ['LY', 10, ['ar']],
  ['ZW', 10, ['sn', 'nd']],
  ['KE', 10, ['sw']],
  ['MY', 10, ['ms', 'zh', 'ta']],
  ['PH', 10, ['tl']],
  ['UA', 10, ['uk', 'ru']],
  ['IR', 10, ['fa', 'ku']],
  ['BR', 5, ['pt', 'es']],
  ['CO', 5, ['es']],
]
const TEAMS = 150

/** Makes up mentees and mentors of a programme as its forms collect them; equal for equal seeds. */
export const generatePeople = (
  mentees: number,
  mentors: number,
  seed: number,
): Pool<Mentee, Mentor> => {
  const random = makeRandom(seed)
  const make = personMaker(random)
  const below = (bound: number) => Math.floor(random() * bound)
  return {
    mentees: Array.from({ length: mentees }, (_, i) => {
      const apart = random() < 0.02 ? [`mentor${below(mentors)}`] : []
      // As far as the criteria read a person.
      const person = { ...make(`mentee${i}`), keepApartFrom: apart } as unknown as Mentee
      return { id: person.id, person, daysWaited: Math.floor(-60 * Math.log(1 - random())) }
    }),
    mentors: Array.from({ length: mentors }, (_, j) => {
      // As above.
      const person = make(`mentor${j}`) as unknown as Mentor
      const draw = random()
      return {
        id: person.id,
        person,
        places: draw < 0.3 ? 1 : draw < 0.65 ? 2 : draw < 0.85 ? 3 : 4,
      }
    }),
  }
}

/** Places of a mentor made by `generatePeople`, on average. */
const MEAN_PLACES = 2.2

/** What the engine is given for a made-up pool in which places are this share of the mentees. */
export const programmeProblem = (
  mentees: number,
  tightness: number,
): Required<AssignmentProblem> => {
  const people = generatePeople(mentees, Math.round((tightness * mentees) / MEAN_PLACES), 1)
  const { mentor, rowStart, score } = findEdges({ ...people, leftOut: [] }, CRITERIA)
  return {
    capacity: Int32Array.from(people.mentors, ({ places }) => places),
    waiting: Int32Array.from(people.mentees, ({ daysWaited }) => daysWaited),
    rowStart,
    mentor,
    score,
  }
}

const personMaker = (random: () => number) => {
  const drawCountry = drawOf(random, COUNTRIES, ([, many]) => many)
  const drawRanked = <T>(all: T[], exponent: number) =>
    drawOf(random, all, (item) => (all.indexOf(item) + 1) ** -exponent)
  const valueOf = (list: string, exponent: number) => drawRanked(keysOf(list), exponent)
  const drawPathway = valueOf('pathways', 0.5)
  const drawSpecialty = valueOf('specialties', 0.6)
  const drawSite = valueOf('sites', 1)
  const drawTopic = valueOf('topics', 0.4)
  const drawMeeting = valueOf('meetingPreferences', 0)
  const drawGender = valueOf('genders', 1)
  return (id: string) => {
    const [country, , spoken] = drawCountry()
    const origin = random()
    const wish = random()
    const topics = new Set<string>()
    const wanted = 1 + Math.floor(random() * 6)
    while (topics.size < wanted) topics.add(drawTopic())
    const monthsAgo = Math.floor(-40 * Math.log(1 - random()))
    const person = {
      id,
      email: `${id}@example.org`,
      gender: random() < 0.9 ? drawGender() : null,
      genderPreference: wish < 0.85 ? 'noPreference' : wish < 0.95 ? 'woman' : 'man',
      originChoice: origin < 0.75 ? 'count' : origin < 0.92 ? 'noPreference' : 'preferNotToSay',
      country: random() < 0.95 ? country : null,
      languages: spoken.filter((_, n) => random() < 1 / (1 + n)),
      arrival: new Date(Date.UTC(2026, -monthsAgo)).toISOString(),
      pathway: drawPathway(),
      specialty: drawSpecialty(),
      site: drawSite(),
      teamName: random() < 0.4 ? `Team ${Math.floor(random() * TEAMS)}` : null,
      // As a form lists them, whatever was ticked first.
      topics: keysOf('topics').filter((value) => topics.has(value)),
      meetingPreference: drawMeeting(),
    }
    return { ...person, qualifiedIn: person.country }
  }
}

/** Draws one of all, each with probability proportional to its weight. */
const drawOf = <T>(random: () => number, all: T[], weightOf: (item: T) => number): (() => T) => {
  let sum = 0
  const sums = all.map((item) => (sum += weightOf(item)))
  return () => {
    const draw = random() * sum
    return all[sums.findIndex((upTo) => upTo > draw)] ?? all[all.length - 1]!
  }
}

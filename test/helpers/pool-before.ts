import { readFileSync } from 'node:fs'

/**
 * A frozen pool of people as they were on record when a team was a text and one country was asked for, and what the
 * matching of that time found for them: pairs, scores, reasons.
 */

type Row = {
  name: string
  email: string
  country: string | null
  team: string | null
  originChoice: string
} & Record<string, unknown>

const LONG = `${'Ward of a very long name and '.repeat(3)}so on, here`.padEnd(100, '!')

/** Texts that people have typed for their team, of mentees and of mentors. */
const TEAMS: [mentee: string | null, mentor: string | null][] = [
  ['Ward J16, respiratory', 'ward j16 Respiratory'],
  ['Ward J16 Respiratory', 'Ward J16, respiratory'],
  [null, ''],
  ['   ', '   '],
  ['...', '?!'],
  ['🏥', '🏥'],
  ['Ward 5 🏥', 'ward 5'],
  ['عناية مركزة', 'عناية مركزة'],
  ['قلب', 'عناية'],
  [LONG, LONG.toUpperCase()],
  ['100% Ward', '100% ward'],
  ['Ward 100', '100 Ward'],
  ['Another team', 'another  team'],
  ['anotherTeam', 'Another team'],
  ['Wärd 7', 'Ward 7'],
  ['Ward 7', 'Wärd 7'],
  ['null', 'null'],
  ['team1', 'Team 1'],
  ['Team 1', 'team1'],
  ['= ward 9', 'ward_9'],
  ['D’Arcy’s "team"; --', "D'Arcy's team"],
  ['constructor', 'CONSTRUCTOR'],
]

const COUNTRIES = ['SD', 'EG', 'NG', 'GH', 'PK', 'IN']
const ORIGINS = ['count', 'count', 'count', 'count', 'noPreference']
const at = <T>(list: T[], place: number): T => list[place % list.length]!

const rowOf = (side: 'mentee' | 'mentor', team: string | null, place: number): Row => {
  const n = side === 'mentee' ? place : place * 5 + 2
  const originChoice = at(ORIGINS, n)
  return {
    name: `${side} ${place}`,
    email: `${side}.${place}@before.example.org`,
    originChoice,
    // Two sides of a row come from one country: but for the team they would suit each other best.
    country: originChoice === 'count' ? at(COUNTRIES, place) : null,
    languages: [at(['ar', 'ur', 'yo', 'hi'], place)],
    arrival: `20${10 + (n % 14)}-08-01T00:00:00.000Z`,
    pathway: at(['mti', 'cpsp', 'other'], n),
    grade: 'higher',
    specialty: at(['cardiology', 'psychiatry', 'renal', 'stroke'], n),
    site: at(['lgi', 'stJames', 'seacroft'], n),
    topics: at([['housing'], ['exams'], ['housing', 'exams']], n),
    meetingPreference: at(['either', 'online', 'faceToFace'], n),
    team,
  }
}

export const MENTEES_BEFORE = TEAMS.map(([team], place) => rowOf('mentee', team, place))
export const MENTORS_BEFORE = TEAMS.map(([, team], place) => rowOf('mentor', team, place))

/** How long somebody has waited, in days, by their place. */
export const daysWaited = (place: number): number => 100 - place

/** A pair, its people by name. */
export type FoundPair = {
  mentee: string
  mentor: string
  tier: string
  score: number
  reasons: string[]
  differences: string[]
}

/** What the matching found, and every pair that the rule about teams forbade. */
export const FOUND_BEFORE = JSON.parse(
  readFileSync(new URL('./pool-before.json', import.meta.url), 'utf8'),
) as { pairs: FoundPair[]; keptApart: [mentee: string, mentor: string][] }

import { type Criteria, pointsFor, type Sides } from '@mentoring/matching/pool'

import { idOf } from '../../database/record-id.ts'
import { TEAMS, teamKeys } from '../../collections/people/team.ts'
import type { CountryThatCounts } from '../../globals/country-that-counts.ts'
import type { Mentee, Mentor } from '../../payload-types.ts'
import { labelIn } from '@mentoring/forms/editions/in-force'
import type { Choice, Definition } from '@mentoring/forms/editions/types'
import { countedCountries, placesInWords } from './countries.ts'
import { ownCriteria } from './own-criteria.ts'

const MONTHS_A_YEAR = 12
/** Arrivals this near count in full; this far, not at all. In between, by even steps. */
const NEAR_ARRIVAL = 2 * MONTHS_A_YEAR
const FAR_ARRIVAL = 6 * MONTHS_A_YEAR

const OF_BOTH = [
  'answers',
  'arrival',
  'country',
  'email',
  'gender',
  'genderPreference',
  'languages',
  'meetingPreference',
  'originChoice',
  'pathway',
  'qualifiedIn',
  'site',
  'specialty',
  'team',
  'teamName',
  'topics',
] as const satisfies (keyof Mentee & keyof Mentor)[]

/** All that the criteria look at: a run reads nothing else. The compiler asks for what is not listed. */
export const COMPARED = {
  mentees: [...OF_BOTH, 'keepApartFrom'],
  mentors: [...OF_BOTH],
} as const

type ComparedMentee = Pick<Mentee, 'id' | (typeof COMPARED.mentees)[number]>
type ComparedMentor = Pick<Mentor, 'id' | (typeof COMPARED.mentors)[number]>

type Compared = ComparedMentee | ComparedMentor

const points = pointsFor<ComparedMentee, ComparedMentor>()

/**
 * How this programme matches. Same country beats same region beats a shared language beats the rest;
 * among pairs of one tier the points decide. Nobody is matched with themselves, with someone they
 * are kept apart from, with someone of their own clinical team, or against a gender preference.
 * Coordinators adapt weights, ladder and optional rules in the admin.
 *
 * @param by which country counts
 */
export const criteriaOf = (
  edition: Definition,
  by: CountryThatCounts = 'home',
): Criteria<ComparedMentee, ComparedMentor> => {
  const name = (list: string) => (key: string) => labelIn(edition, list, key)
  const [country, region, language] = [name('countries'), name('regions'), name('languages')]
  const [pathway, specialty, site] = [name('pathways'), name('specialties'), name('sites')]
  const [topic, wayToMeet] = [name('topics'), name('meetingPreferences')]
  const choices = (list: string) =>
    new Map((edition.lists[list]?.choices ?? []).map((choice) => [choice.key, choice]))
  const [countries, pathways] = [choices('countries'), choices('pathways')]
  const [specialties, sites, ways] = [
    choices('specialties'),
    choices('sites'),
    choices('meetingPreferences'),
  ]
  const bothSpeak = (languages: string[]) => `Both speak ${listOf(languages.map(language))}`
  const regionOf = (key: string) => [countries.get(key)?.group ?? []].flat()
  const countryKeys = (person: Compared) => [
    ...new Set(countedCountries(person, by).map(({ key }) => key)),
  ]
  const regionKeys = (person: Compared) => [...new Set(countryKeys(person).flatMap(regionOf))]
  const teams = choices(TEAMS)
  const own = ownCriteria(edition)

  return {
    rules: [
      {
        name: 'samePerson',
        label: 'Not themselves',
        kind: 'mustNot',
        of: both(({ email }) => [email.toLowerCase()]),
        sentence: 'They are the same person: both records have the same email address.',
      },
      {
        name: 'keptApart',
        label: 'Not someone they are kept apart from',
        kind: 'mustNot',
        of: {
          mentee: ({ keepApartFrom }) => (keepApartFrom ?? []).map(idOf),
          mentor: ({ id }) => [id],
        },
        sentence: 'They are on record as not to be matched with each other.',
      },
      {
        name: 'sameTeam',
        label: 'Not the same clinical team',
        kind: 'mustNot',
        of: both((person) => teamKeys(person, teams)),
        sentence: 'They work in the same clinical team.',
      },
      {
        name: 'genderPreferenceOfMentee',
        label: 'The gender the mentee asked for',
        kind: 'must',
        of: { mentee: askedGender, mentor: ownGender },
        sentence: 'The mentee asked for a mentor of another gender.',
        isOptional: true,
      },
      {
        name: 'genderPreferenceOfMentor',
        label: 'The gender the mentor asked for',
        kind: 'must',
        of: { mentee: ownGender, mentor: askedGender },
        sentence: 'The mentor asked for a mentee of another gender.',
        isOptional: true,
      },
      ...own.rules,
    ],
    ladder: [
      {
        name: 'sameCountry',
        label: 'Same country',
        of: both(countryKeys),
        reason: (shared, pair) =>
          placesInWords(shared, pair, { by, nameOf: country, placesOf: (key) => [key] }),
        group: { label: 'Country', nameOf: country },
      },
      {
        name: 'sameRegion',
        label: 'Same region',
        of: both(regionKeys),
        reason: (shared, pair) =>
          placesInWords(shared, pair, { by, nameOf: region, placesOf: regionOf }),
        group: { label: 'Region', nameOf: region },
      },
      {
        name: 'sharedLanguage',
        label: 'Shared language',
        of: both(({ languages }) => languages ?? []),
        reason: bothSpeak,
      },
    ],
    ground: { name: 'other', label: 'Other' },
    points: [
      points({
        name: 'topics',
        label: 'Topics',
        most: 30,
        of: both(({ topics }) => topics),
        share: (wanted, offered) => sharedOf(wanted, offered).length / Math.max(1, wanted.length),
        reason: (wanted, offered) =>
          `Can help with: ${sharedOf(wanted, offered)
            .map((key) => lowerFirst(topic(key)))
            .join('; ')}`,
        difference: () => 'Cannot help with the topics asked for',
      }),
      points({
        name: 'languages',
        label: 'Languages',
        most: 20,
        of: both(({ languages }) => languages ?? []),
        share: (a, b) => (sharedOf(a, b).length > 0 ? 1 : 0),
        reason: (a, b) => bothSpeak(sharedOf(a, b)),
        difference: (a) => (a.length ? 'No language shared besides English' : undefined),
      }),
      points({
        name: 'pathway',
        label: 'Pathway',
        most: 20,
        of: both((person) => person.pathway),
        share: (a, b) => isSame(pathways, a, b),
        reason: (a) => `Same route: ${pathway(a)}`,
        difference: (a, b) =>
          a === b ? undefined : `Different routes: ${pathway(a)} and ${pathway(b)}`,
      }),
      points({
        name: 'specialty',
        label: 'Specialty',
        most: 20,
        of: both((person) => person.specialty),
        share: (a, b) => isSame(specialties, a, b) || (isRelated(specialties, a, b) ? 0.5 : 0),
        reason: (a, b) =>
          a === b
            ? `Both in ${lowerFirst(specialty(a))}`
            : `Related specialties: ${lowerFirst(specialty(a))} and ${lowerFirst(specialty(b))}`,
        difference: (a, b) =>
          a === b
            ? undefined
            : `Different specialties: ${lowerFirst(specialty(a))} and ${lowerFirst(specialty(b))}`,
      }),
      points({
        name: 'arrival',
        label: 'Time of arrival',
        most: 10,
        of: both(({ arrival }) => monthOf(arrival)),
        share: (a, b) =>
          (FAR_ARRIVAL - Math.max(NEAR_ARRIVAL, Math.abs(a - b))) / (FAR_ARRIVAL - NEAR_ARRIVAL),
        reason: (a, b) => `Came to the UK ${apart(Math.abs(a - b))}`,
        difference: (a, b) => `Came to the UK ${apart(Math.abs(a - b))}`,
      }),
      points({
        name: 'site',
        label: 'Hospital site',
        most: 10,
        of: both((person) => person.site),
        share: (a, b) => isSame(sites, a, b),
        reason: (a) => `Both at ${site(a)}`,
        difference: (a, b) =>
          sites.get(a)?.isNeutral || sites.get(b)?.isNeutral
            ? undefined
            : 'At different hospital sites',
      }),
      points({
        name: 'meeting',
        label: 'Way to meet',
        most: 6,
        of: both(({ meetingPreference }) => meetingPreference),
        share: (a, b) => (a === b ? 1 : ways.get(a)?.fitsAny || ways.get(b)?.fitsAny ? 0.5 : 0),
        reason: (a, b) =>
          a === b && !ways.get(a)?.fitsAny
            ? `Want to meet in the same way: ${lowerFirst(wayToMeet(a))}`
            : 'Can agree on how to meet',
        difference: () => 'One wants to meet face to face, the other online',
      }),
      ...own.points,
    ],
  }
}

/** What is looked at in the same way on both sides. */
function both<V>(of: (person: Compared) => V): Sides<ComparedMentee, ComparedMentor, V> {
  return { mentee: of, mentor: of }
}

function askedGender({ genderPreference }: Compared): string[] | undefined {
  return genderPreference && genderPreference !== 'noPreference' ? [genderPreference] : undefined
}

/** An unknown gender can't meet a preference: asking for a woman means someone who says she is one. */
function ownGender({ gender }: Compared): string[] {
  return gender ? [gender] : []
}

const sharedOf = (a: string[], b: string[]): string[] => a.filter((item) => b.includes(item))

/** Months since the year 0. @example monthOf('2020-08-01T00:00:00.000Z') // 24247 */
const monthOf = (iso: string): number => {
  const date = new Date(iso)
  return date.getUTCFullYear() * MONTHS_A_YEAR + date.getUTCMonth()
}

const apart = (months: number): string => {
  if (months < MONTHS_A_YEAR) return 'within a year of each other'
  const years = Math.round(months / MONTHS_A_YEAR)
  return years === 1 ? '1 year apart' : `${years} years apart`
}

type Choices = Map<string, Choice>

/** The same choice, unless it is one that says nothing, such as “another”. */
const isSame = (choices: Choices, a: string, b: string): 0 | 1 =>
  a === b && !choices.get(a)?.isNeutral ? 1 : 0

/** Choices of one group, unless one of them says nothing. */
const isRelated = (choices: Choices, a: string, b: string): boolean => {
  const [one, other] = [choices.get(a), choices.get(b)]
  return (
    one?.group !== undefined && one.group === other?.group && !one.isNeutral && !other.isNeutral
  )
}

/** "A, B and C". */
const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const listOf = (items: string[]): string => LIST.format(items)

/** Lower case inside a sentence, but not for abbreviations such as NHS. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text

import { type Criteria, pointsFor, type Sides } from '@mentoring/matching/pool'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { idOf } from '../links/owner.ts'
import { countryName, countryRegion } from '../../starter/countries.ts'
import { languageName } from '../../starter/languages.ts'
import {
  labelOf,
  MEETING_PREFERENCES,
  PATHWAYS,
  SITES,
  SPECIALTIES,
  type Specialty,
  TOPICS,
} from '../../starter/options.ts'

const MONTHS_A_YEAR = 12
/** Arrivals this near count in full; this far, not at all. In between, by even steps. */
const NEAR_ARRIVAL = 2 * MONTHS_A_YEAR
const FAR_ARRIVAL = 6 * MONTHS_A_YEAR

const points = pointsFor<Mentee, Mentor>()

/**
 * How this programme matches. Same country beats same region beats a shared language beats the rest;
 * among pairs of one tier the points decide. Nobody is matched with themselves, with someone they
 * are kept apart from, with someone of their own clinical team, or against a gender preference.
 * Coordinators adapt weights, ladder and optional rules in the admin.
 */
export const CRITERIA: Criteria<Mentee, Mentor> = {
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
      of: both(({ team }) => (tidy(team) ? [tidy(team)] : [])),
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
  ],
  ladder: [
    {
      name: 'sameCountry',
      label: 'Same country',
      of: both(countryKeys),
      reason: ([code]) => `Both from ${countryName(code)}`,
      group: { label: 'Country', nameOf: (code) => countryName(code) ?? code },
    },
    {
      name: 'sameRegion',
      label: 'Same region',
      of: both((person) => countryKeys(person).flatMap((code) => countryRegion(code) ?? [])),
      reason: ([region]) => `Both from ${region}`,
      group: { label: 'Region', nameOf: (region) => region },
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
          .map((topic) => lowerFirst(labelOf(TOPICS, topic)))
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
      of: both(({ pathway }) => pathway),
      share: (a, b) => (a === b && a !== 'other' ? 1 : 0),
      reason: (a) => `Same route: ${labelOf(PATHWAYS, a)}`,
      difference: (a, b) =>
        a === b
          ? undefined
          : `Different routes: ${labelOf(PATHWAYS, a)} and ${labelOf(PATHWAYS, b)}`,
    }),
    points({
      name: 'specialty',
      label: 'Specialty',
      most: 20,
      of: both(({ specialty }) => specialty),
      share: (a, b) => {
        if (a === 'other' || b === 'other') return 0
        if (a === b) return 1
        return groupOf(a) === groupOf(b) ? 0.5 : 0
      },
      reason: (a, b) =>
        a === b
          ? `Both in ${lowerFirst(labelOf(SPECIALTIES, a))}`
          : `Related specialties: ${lowerFirst(labelOf(SPECIALTIES, a))} and ${lowerFirst(labelOf(SPECIALTIES, b))}`,
      difference: (a, b) =>
        a === b
          ? undefined
          : `Different specialties: ${lowerFirst(labelOf(SPECIALTIES, a))} and ${lowerFirst(labelOf(SPECIALTIES, b))}`,
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
      of: both(({ site }) => site),
      share: (a, b) => (a === b && a !== 'other' ? 1 : 0),
      reason: (a) => `Both at ${labelOf(SITES, a)}`,
      difference: (a, b) =>
        a === 'other' || b === 'other' ? undefined : 'At different hospital sites',
    }),
    points({
      name: 'meeting',
      label: 'Way to meet',
      most: 6,
      of: both(({ meetingPreference }) => meetingPreference),
      share: (a, b) => (a === b ? 1 : a === 'either' || b === 'either' ? 0.5 : 0),
      reason: (a, b) =>
        a === b && a !== 'either'
          ? `Want to meet in the same way: ${lowerFirst(labelOf(MEETING_PREFERENCES, a))}`
          : 'Can agree on how to meet',
      difference: () => 'One wants to meet face to face, the other online',
    }),
  ],
}

/** What is looked at in the same way on both sides. */
function both<V>(of: (person: Mentee | Mentor) => V): Sides<Mentee, Mentor, V> {
  return { mentee: of, mentor: of }
}

/** A country counts only by its owner's choice. */
function countryKeys({ country, originChoice }: Mentee | Mentor): string[] {
  return originChoice === 'count' && country ? [country] : []
}

function askedGender({ genderPreference }: Mentee | Mentor): string[] | undefined {
  return genderPreference && genderPreference !== 'noPreference' ? [genderPreference] : undefined
}

/** An unknown gender can't meet a preference: asking for a woman means someone who says she is one. */
function ownGender({ gender }: Mentee | Mentor): string[] {
  return gender ? [gender] : []
}

function bothSpeak(languages: string[]): string {
  return `Both speak ${listOf(languages.map(languageName))}`
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

const groupOf = (specialty: string): Specialty['group'] | undefined =>
  SPECIALTIES.find(({ value }) => value === specialty)?.group

const tidy = (team: string | null | undefined): string =>
  (team ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** "A, B and C". */
const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const listOf = (items: string[]): string => LIST.format(items)

/** Lower case inside a sentence, but not for abbreviations such as NHS. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text

import type { Mentee, Mentor } from '../payload-types.ts'
import type { Criteria } from '../plugins/matching/engine/criteria.ts'
import { countryName, countryRegion } from './countries.ts'
import { languageName } from './languages.ts'
import {
  labelOf,
  MEETING_PREFERENCES,
  PATHWAYS,
  SITES,
  SPECIALTIES,
  type Specialty,
  TOPICS,
} from './options.ts'

type Pair = { mentee: Mentee; mentor: Mentor }

/**
 * How this programme matches. Same country beats same region beats the rest; among pairs of one
 * tier the points decide. Nobody is matched with themselves, with someone they are kept apart from,
 * with someone of their own clinical team, or against a gender preference.
 */
export const CRITERIA: Criteria<Mentee, Mentor> = {
  rules: [
    {
      name: 'samePerson',
      forbids: ({ mentee, mentor }) => mentee.email.toLowerCase() === mentor.email.toLowerCase(),
      sentence: 'They are the same person: both records have the same email address.',
    },
    {
      name: 'keptApart',
      forbids: ({ mentee, mentor }) =>
        (mentee.keepApartFrom ?? []).some((m) => (typeof m === 'string' ? m : m.id) === mentor.id),
      sentence: 'They are on record as not to be matched with each other.',
    },
    {
      name: 'sameTeam',
      forbids: ({ mentee, mentor }) =>
        tidy(mentee.team) !== '' && tidy(mentee.team) === tidy(mentor.team),
      sentence: 'They work in the same clinical team.',
    },
    {
      name: 'genderPreferenceOfMentee',
      forbids: ({ mentee, mentor }) => isAgainst(mentee.genderPreference, mentor.gender),
      sentence: 'The mentee asked for a mentor of another gender.',
    },
    {
      name: 'genderPreferenceOfMentor',
      forbids: ({ mentee, mentor }) => isAgainst(mentor.genderPreference, mentee.gender),
      sentence: 'The mentor asked for a mentee of another gender.',
    },
  ],
  ladder: [
    {
      name: 'sameCountry',
      label: 'Same country',
      holds: (pair) => originCounts(pair) && pair.mentee.country === pair.mentor.country,
      reason: ({ mentee }) => `Both from ${countryName(mentee.country)}`,
    },
    {
      name: 'sameRegion',
      label: 'Same region',
      holds: (pair) =>
        originCounts(pair) &&
        countryRegion(pair.mentee.country) === countryRegion(pair.mentor.country),
      reason: ({ mentee }) => `Both from ${countryRegion(mentee.country)}`,
    },
  ],
  ground: { name: 'other', label: 'Other' },
  points: [
    {
      name: 'topics',
      label: 'Topics',
      most: 30,
      share: (pair) => sharedTopics(pair).length / Math.max(1, pair.mentee.topics.length),
      reason: (pair) =>
        `Can help with: ${sharedTopics(pair)
          .map((topic) => lowerFirst(labelOf(TOPICS, topic)))
          .join('; ')}`,
      difference: () => 'Cannot help with the topics asked for',
    },
    {
      name: 'languages',
      label: 'Languages',
      most: 20,
      share: (pair) => (sharedLanguages(pair).length > 0 ? 1 : 0),
      reason: (pair) => `Both speak ${listOf(sharedLanguages(pair).map(languageName))}`,
      difference: ({ mentee }) =>
        mentee.languages?.length ? 'No language shared besides English' : undefined,
    },
    {
      name: 'pathway',
      label: 'Pathway',
      most: 20,
      share: ({ mentee, mentor }) =>
        mentee.pathway === mentor.pathway && mentee.pathway !== 'other' ? 1 : 0,
      reason: ({ mentee }) => `Same route: ${labelOf(PATHWAYS, mentee.pathway)}`,
      difference: ({ mentee, mentor }) =>
        mentee.pathway === mentor.pathway
          ? undefined
          : `Different routes: ${labelOf(PATHWAYS, mentee.pathway)} and ${labelOf(PATHWAYS, mentor.pathway)}`,
    },
    {
      name: 'specialty',
      label: 'Specialty',
      most: 20,
      share: ({ mentee, mentor }) => {
        if (mentee.specialty === 'other' || mentor.specialty === 'other') return 0
        if (mentee.specialty === mentor.specialty) return 1
        return groupOf(mentee.specialty) === groupOf(mentor.specialty) ? 0.5 : 0
      },
      reason: ({ mentee, mentor }) =>
        mentee.specialty === mentor.specialty
          ? `Both in ${lowerFirst(labelOf(SPECIALTIES, mentee.specialty))}`
          : `Related specialties: ${lowerFirst(labelOf(SPECIALTIES, mentee.specialty))} and ${lowerFirst(labelOf(SPECIALTIES, mentor.specialty))}`,
      difference: ({ mentee, mentor }) =>
        mentee.specialty === mentor.specialty
          ? undefined
          : `Different specialties: ${lowerFirst(labelOf(SPECIALTIES, mentee.specialty))} and ${lowerFirst(labelOf(SPECIALTIES, mentor.specialty))}`,
    },
    {
      name: 'site',
      label: 'Hospital site',
      most: 10,
      share: ({ mentee, mentor }) =>
        mentee.site === mentor.site && mentee.site !== 'other' ? 1 : 0,
      reason: ({ mentee }) => `Both at ${labelOf(SITES, mentee.site)}`,
      difference: ({ mentee, mentor }) =>
        mentee.site === 'other' || mentor.site === 'other'
          ? undefined
          : 'At different hospital sites',
    },
    {
      name: 'meeting',
      label: 'Way to meet',
      most: 6,
      share: ({ mentee, mentor }) =>
        mentee.meetingPreference === mentor.meetingPreference
          ? 1
          : mentee.meetingPreference === 'either' || mentor.meetingPreference === 'either'
            ? 0.5
            : 0,
      reason: ({ mentee, mentor }) =>
        mentee.meetingPreference === mentor.meetingPreference &&
        mentee.meetingPreference !== 'either'
          ? `Want to meet in the same way: ${lowerFirst(labelOf(MEETING_PREFERENCES, mentee.meetingPreference))}`
          : 'Can agree on how to meet',
      difference: () => 'One wants to meet face to face, the other online',
    },
  ],
}

const originCounts = ({ mentee, mentor }: Pair): boolean =>
  mentee.originChoice === 'count' &&
  mentor.originChoice === 'count' &&
  Boolean(mentee.country && mentor.country)

/** An unknown gender can't meet a preference: asking for a woman means someone who says she is one. */
const isAgainst = (preference: string | null | undefined, gender: string | null | undefined) =>
  Boolean(preference) && preference !== 'noPreference' && preference !== gender

const sharedTopics = ({ mentee, mentor }: Pair) =>
  mentee.topics.filter((topic) => mentor.topics.includes(topic))

const sharedLanguages = ({ mentee, mentor }: Pair) =>
  (mentee.languages ?? []).filter((language) => mentor.languages?.includes(language))

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

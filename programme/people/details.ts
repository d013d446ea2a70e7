import type { Participant } from '../links/owner.ts'
import { countryName } from '../../starter/countries.ts'
import { languageName } from '../../starter/languages.ts'
import {
  GRADES,
  labelOf,
  MEETING_PREFERENCES,
  PATHWAYS,
  SITES,
  SPECIALTIES,
  TOPICS,
} from '../../starter/options.ts'

/** Something one of two matched people learns of the other. */
export type Detail = { label: string; value: string; isEmail?: boolean }

/**
 * What each of two matched people learns of the other: how to reach them, and enough for a first
 * message. The consent wording says the same.
 */
export const details = ({ person, role }: Participant): Detail[] =>
  [
    { label: 'Email', value: person.email, isEmail: true },
    { label: 'Phone', value: person.phone },
    {
      label: 'Country',
      value: person.originChoice === 'count' ? countryName(person.country) : undefined,
    },
    { label: 'Languages', value: person.languages?.map(languageName).join(', ') },
    { label: 'Grade', value: labelOf(GRADES, person.grade) },
    { label: 'Specialty', value: labelOf(SPECIALTIES, person.specialty) },
    { label: 'Hospital site', value: labelOf(SITES, person.site) },
    { label: 'Route into the trust', value: labelOf(PATHWAYS, person.pathway) },
    {
      label: role === 'mentee' ? 'Wants help with' : 'Can help with',
      value: person.topics.map((topic) => labelOf(TOPICS, topic)).join(', '),
    },
    { label: 'Would like to meet', value: labelOf(MEETING_PREFERENCES, person.meetingPreference) },
    { label: 'In their own words', value: person.about },
  ].flatMap(({ value, ...detail }) => (value ? [{ ...detail, value }] : []))

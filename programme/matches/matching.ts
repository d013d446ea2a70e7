import { MATCH_STATES, type MatchingOptions } from '@mentoring/matching'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { OPEN, type State, STATES } from '../clock/states.ts'
import { hiddenUnless, isCoordinator } from '../../collections/access.ts'
import {
  COUNTRY_SETTING,
  countryThatCounts,
  type CountryThatCounts,
} from '../../globals/country-that-counts.ts'
import { editionInForce, labelIn } from '@mentoring/forms/editions/in-force'
import type { Edition } from '@mentoring/forms/editions/types'
import { countriesInWords } from './countries.ts'
import { COMPARED, criteriaOf } from './criteria.ts'
import { introduce, takeBack } from './introductions.ts'

const isPlugins = (state: string): boolean => MATCH_STATES.some(({ value }) => value === state)

/** The states of the clock that follow the introduction. */
const FOLLOWING_STATES = (Object.keys(STATES) as State[])
  .filter((state) => !isPlugins(state))
  .map((value) => ({
    value,
    label: STATES[value].label,
    isOpen: OPEN.includes(value),
    // Whoever left somebody is not to meet them here again.
    keepsApart: value === 'endedEarly',
  }))

type Names = { edition: Edition; by: CountryThatCounts }

/** How the matching plugin works in this programme. */
export const MATCHING: MatchingOptions<Mentee, Mentor, Names> = {
  mentees: {
    slug: 'mentees',
    available: { status: { equals: 'waiting' } },
    whyUnavailable: ({ status }) =>
      status === 'waiting' ? undefined : 'This mentee is not waiting for a mentor.',
    waitingSince: ({ waitingSince, createdAt }) => waitingSince ?? createdAt,
    standing: ['waitingSince', 'createdAt'],
    compared: [...COMPARED.mentees],
    describe: (mentee, names) => ({ name: mentee.name, summary: summary(mentee, names) }),
  },
  mentors: {
    slug: 'mentors',
    available: { and: [{ status: { equals: 'active' } }, { takesMentees: { equals: true } }] },
    whyUnavailable: ({ status, takesMentees }) => {
      if (status === 'unconfirmed') return 'This mentor has not confirmed their email address.'
      if (status !== 'active') return 'This mentor has withdrawn.'
      return takesMentees ? undefined : 'This mentor does not take mentees now.'
    },
    capacity: ({ capacity }) => capacity,
    standing: ['capacity'],
    compared: [...COMPARED.mentors],
    describe: (mentor, names) => ({ name: mentor.name, summary: summary(mentor, names) }),
  },
  settingsFields: [COUNTRY_SETTING],
  criteria: async (req, own) => criteriaOf(await editionInForce(req), countryThatCounts(own)),
  names: async (req, own) => ({ edition: await editionInForce(req), by: countryThatCounts(own) }),
  states: FOLLOWING_STATES,
  access: isCoordinator,
  hidden: hiddenUnless(isCoordinator),
  onIntroduced: introduce,
  onUndone: takeBack,
  // The packages are TypeScript here.
  solverCommand: [
    process.execPath,
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    "import '@mentoring/matching/solve'",
  ],
}

const summary = (person: Mentee | Mentor, { by, edition }: Names): string =>
  [
    countriesInWords(person, by, (key) => labelIn(edition, 'countries', key)) ??
      'Country not counted',
    labelIn(edition, 'specialties', person.specialty),
    labelIn(edition, 'pathways', person.pathway),
  ].join(' · ')

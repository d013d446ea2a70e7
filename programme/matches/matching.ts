import { MATCH_STATES, type MatchingOptions } from '@mentoring/matching'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { OPEN, type State, STATES } from '../clock/states.ts'
import { hiddenUnless, isCoordinator } from '../../collections/access.ts'
import { editionInForce, labelIn } from '@mentoring/forms/editions/in-force'
import type { Edition } from '@mentoring/forms/editions/types'
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

/** How the matching plugin works in this programme. */
export const MATCHING: MatchingOptions<Mentee, Mentor, Edition> = {
  mentees: {
    slug: 'mentees',
    available: { status: { equals: 'waiting' } },
    whyUnavailable: ({ status }) =>
      status === 'waiting' ? undefined : 'This mentee is not waiting for a mentor.',
    waitingSince: ({ waitingSince, createdAt }) => waitingSince ?? createdAt,
    standing: ['waitingSince', 'createdAt'],
    compared: [...COMPARED.mentees],
    describe: (mentee, edition) => ({ name: mentee.name, summary: summary(mentee, edition) }),
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
    describe: (mentor, edition) => ({ name: mentor.name, summary: summary(mentor, edition) }),
  },
  criteria: async (req) => criteriaOf(await editionInForce(req)),
  names: editionInForce,
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

const summary = (person: Mentee | Mentor, edition: Edition): string =>
  [
    person.country ? labelIn(edition, 'countries', person.country) : 'Country not counted',
    labelIn(edition, 'specialties', person.specialty),
    labelIn(edition, 'pathways', person.pathway),
  ].join(' · ')

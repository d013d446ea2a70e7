import { MATCH_STATES, type MatchingOptions } from '@mentoring/matching'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { OPEN, type State, STATES } from '../clock/states.ts'
import { hiddenUnless, isCoordinator } from '../../collections/access.ts'
import { countryName } from '../../starter/countries.ts'
import { CRITERIA } from './criteria.ts'
import { introduce, takeBack } from './introductions.ts'
import { labelOf, PATHWAYS, SPECIALTIES } from '../../starter/options.ts'

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
export const MATCHING: MatchingOptions<Mentee, Mentor> = {
  mentees: {
    slug: 'mentees',
    available: { status: { equals: 'waiting' } },
    whyUnavailable: ({ status }) =>
      status === 'waiting' ? undefined : 'This mentee is not waiting for a mentor.',
    waitingSince: ({ waitingSince, createdAt }) => waitingSince ?? createdAt,
    describe: (mentee) => ({ name: mentee.name, summary: summary(mentee) }),
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
    describe: (mentor) => ({ name: mentor.name, summary: summary(mentor) }),
  },
  criteria: CRITERIA,
  states: FOLLOWING_STATES,
  access: isCoordinator,
  hidden: hiddenUnless(isCoordinator),
  onIntroduced: introduce,
  onUndone: takeBack,
}

const summary = (person: Mentee | Mentor): string =>
  [
    countryName(person.country) ?? 'Country not counted',
    labelOf(SPECIALTIES, person.specialty),
    labelOf(PATHWAYS, person.pathway),
  ].join(' · ')

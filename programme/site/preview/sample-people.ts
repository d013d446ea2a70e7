import { firstStep } from '../../pages/first-step.ts'
import type { MatchView } from '../../pages/match-view.ts'
import type { PersonalView } from '../../pages/personal-view.ts'
import { type Moment, startOfWay, wayToMatch } from '../../pages/timeline.ts'

/** People who do not exist, for personal pages that editors look at. */

const START = startOfWay({ signedUp: '2026-10-01', confirmed: '2026-10-02' })

const TIMELINE: Moment[] = [
  ...START,
  { label: 'We introduced you to Omar Example', when: 'done', on: 'Tuesday 20 October 2026' },
  { label: 'You write to Omar Example', when: 'now', on: 'by Tuesday 27 October 2026' },
  { label: 'Meet face to face at least once', when: 'toCome' },
]

const MATCH: MatchView = {
  id: 'example',
  isOpen: true,
  other: {
    name: 'Omar Example',
    role: 'mentee',
    details: [{ label: 'Email', value: 'omar@example.org' }],
  },
  isHidden: false,
  reasons: ['You both work in paediatrics.'],
  timeline: TIMELINE,
  introducedOn: 'Tuesday 20 October 2026',
  dueOn: 'Tuesday 27 October 2026',
  endsOn: 'Saturday 20 February 2027',
  next: ['write', 'signAgreement', 'meet'],
  canSaySilence: false,
  agreement: 'changed',
  canPrint: true,
  meetings: ['Friday 30 October 2026, online or by phone'],
  extension: 'none',
  isCompleted: false,
  hasSurvey: false,
}

const viewOf = (view: Omit<PersonalView, 'first'>): PersonalView => ({
  ...view,
  first: firstStep(view),
})

const NOTHING = { canPause: true, canTakeMentees: true, wantsNoReminders: false }

/** A mentor with a mentee, and one from before. */
export const SAMPLE_MENTOR: PersonalView = viewOf({
  ...NOTHING,
  name: 'Asha Example',
  role: 'mentor',
  status: 'matched',
  timeline: [],
  matches: [
    MATCH,
    {
      ...MATCH,
      id: 'earlier',
      other: { ...MATCH.other, name: 'Huda Sample' },
      isOpen: false,
      isCompleted: true,
      endedOn: 'Friday 2 October 2026',
      next: [],
    },
  ],
  hasTraining: true,
})

/** A mentee on the waiting list. */
export const SAMPLE_MENTEE: PersonalView = viewOf({
  ...NOTHING,
  name: 'Omar Example',
  role: 'mentee',
  status: 'waiting',
  placeFrom: 'Friday 2 October 2026',
  timeline: [...START, ...wayToMatch('mentee', true)],
  matches: [],
  hasTraining: false,
})

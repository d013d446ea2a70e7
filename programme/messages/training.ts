import type { MatchMessage } from './message.ts'
import { COMMON, QUESTIONS } from './placeholders.ts'

const ABOUT = {
  name: COMMON.name,
  training: { says: 'the name of the training day', sample: 'Training for mentors' },
  when: { says: 'its day and time', sample: 'Thursday 3 December 2026, 9:30am' },
  place: { says: 'where it is', sample: 'Education centre, room 2' },
  contact: COMMON.contact,
} as const
const page = { page: COMMON.page } as const

/** What mentors must know of a training day they have a place on. */
export const TRAINING_MAILS = [
  {
    name: 'trainingPlace',
    label: 'A place on a training day',
    group: 'Training days',
    description: 'To a mentor who has just taken a place.',
    placeholders: { ...ABOUT, ...page },
    to: ['mentor'],
    needsPlace: true,
    subject: 'Your place: {{training}}, {{when}}',
    body: `Hello {{name}},

You have a place:

**{{training}}**
{{when}}
{{place}}

If you can’t come, please give your place back on your page, so that somebody else can take it:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'trainingChanged',
    label: 'A training day is moved',
    group: 'Training days',
    description: 'To every mentor with a place when the time or the place is changed.',
    placeholders: { ...ABOUT, ...page },
    to: ['mentor'],
    needsPlace: true,
    subject: 'A change to your training day: {{training}}',
    body: `Hello {{name}},

Your training day has a new time or place. It is now:

**{{training}}**
{{when}}
{{place}}

If you can’t come, please give your place back on your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'trainingOff',
    label: 'A training day does not take place',
    group: 'Training days',
    description: 'To every mentor with a place when a day to come is deleted.',
    placeholders: ABOUT,
    to: ['mentor'],
    subject: '{{training}} on {{when}} does not take place',
    body: `Hello {{name}},

This training day does not take place:

**{{training}}**
{{when}}
{{place}}

We are sorry. New days appear on your page.

${QUESTIONS}`,
  },
] as const satisfies MatchMessage[]

import { type Circumstances, type Period, ROLES } from '../clock/facts.ts'
import { daysFrom } from '../clock/reminders.ts'
import type { MatchMessage } from './message.ts'
import { actionLink, COMMON, endsOn, QUESTIONS } from './placeholders.ts'

const dueOn = {
  dueOn: { says: 'the day the first contact is due', sample: 'Tuesday 27 October 2026' },
} as const

/** Has the mentor still to write? */
const isSilent = ({ state }: Circumstances): boolean => state === 'introduced'

/** So many days after the introduction, or as much before the due date when that was moved. */
const contactDay = (days: (period: Period) => number) =>
  daysFrom('firstContactDue', (period) => days(period) - period.firstContactDays)

/** People can stop reminders, and nobody gets more than one a day. */
const REMINDER = { group: 'Reminders', isOptional: true, pace: 'oneADay' } as const

/** What the clock sends while something is missing. Each goes once. */
export const REMINDER_MAILS = [
  {
    name: 'contactGentle',
    ...REMINDER,
    label: 'Reminder: first contact (gentle)',
    description: 'To the mentor, 3 days after the introduction, when nobody has noted a contact.',
    placeholders: {
      ...COMMON,
      ...dueOn,
      ...actionLink('the link to say “I have written”', 'Tell us that you have written'),
    },
    to: ['mentor'],
    ...contactDay(({ firstReminderDays }) => firstReminderDays),
    isCalledFor: isSilent,
    link: 'contact',
    subject: 'Have you written to {{other}} yet?',
    body: `Hello {{name}},

We introduced you to {{other}} a few days ago. If you have not written yet, a few friendly lines are enough. {{other}} is waiting to hear from you first.

**Have you written already? Tell us here:**

{{link}}

The first email is due by {{dueOn}}. {{other}}’s details are on your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'contactAgain',
    ...REMINDER,
    label: 'Reminder: first contact (second)',
    description: 'To the mentor, 5 days after the introduction, when nobody has noted a contact.',
    placeholders: {
      ...COMMON,
      ...dueOn,
      ...actionLink('the link to say “I have written”', 'Tell us that you have written'),
    },
    to: ['mentor'],
    ...contactDay(({ secondReminderDays }) => secondReminderDays),
    isCalledFor: isSilent,
    link: 'contact',
    subject: 'Please write to {{other}} by {{dueOn}}',
    body: `Hello {{name}},

As far as we know, {{other}} has not heard from you yet. Please write by {{dueOn}}.

**Have you written already? Tell us here:**

{{link}}

If you can’t be a mentor just now, that is all right. You can stop on your page, and we ask for no reason:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'contactOverdueToMentor',
    ...REMINDER,
    label: 'First contact is overdue (mentor)',
    description: 'To the mentor on the day the first contact is due, when nobody has noted one.',
    placeholders: {
      ...COMMON,
      ...dueOn,
      ...actionLink('the link to say “I have written”', 'Tell us that you have written'),
    },
    to: ['mentor'],
    ...daysFrom('firstContactDue', () => 0),
    isCalledFor: isSilent,
    link: 'contact',
    subject: 'Your first email to {{other}} is due',
    body: `Hello {{name}},

We asked you to write to {{other}} by {{dueOn}}, and nobody has told us yet that you have. We have also told the central team, so that {{other}} is not left waiting.

**Have you written already? Tell us here:**

{{link}}

If you can’t go on, you can stop on your page. We ask for no reason:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'contactOverdueToMentee',
    ...REMINDER,
    label: 'First contact is overdue (mentee)',
    description: 'To the mentee on the day the first contact is due, when nobody has noted one.',
    placeholders: {
      ...COMMON,
      ...dueOn,
      ...actionLink('the link to say “I have heard” or “I have heard nothing”', 'Tell us'),
    },
    to: ['mentee'],
    ...daysFrom('firstContactDue', () => 0),
    isCalledFor: isSilent,
    link: 'contact',
    subject: 'Have you heard from {{other}}?',
    body: `Hello {{name}},

{{other}}, your mentor, was to write to you by {{dueOn}}. Nobody has told us yet that they did.

**Have you heard from {{other}}? Please tell us here:**

{{link}}

If you have heard nothing, look in your spam folder first. Then tell us, and the central team will help.

${QUESTIONS}`,
  },
  {
    name: 'agreementMissing',
    ...REMINDER,
    label: 'Reminder: mentoring agreement',
    description: 'To both, 3 weeks after the introduction, when they have not both signed it.',
    placeholders: COMMON,
    to: ROLES,
    ...daysFrom('introducedAt', ({ agreementDays }) => agreementDays),
    isCalledFor: ({ state }) => state === 'inContact',
    subject: 'Your mentoring agreement with {{other}}',
    body: `Hello {{name}},

You and {{other}} have not both signed your mentoring agreement yet. It takes about 5 minutes: how often you meet, for how long, how, and what about.

Fill it in or sign it on your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'meetingMissing',
    ...REMINDER,
    label: 'Reminder: meet face to face',
    description: 'To both, 6 weeks after the introduction, when no face-to-face meeting is noted.',
    placeholders: COMMON,
    to: ROLES,
    ...daysFrom('introducedAt', ({ meetingDays }) => meetingDays),
    isCalledFor: ({ state, hasMet }) => (state === 'inContact' || state === 'agreed') && !hasMet,
    subject: 'Have you and {{other}} met face to face?',
    body: `Hello {{name}},

Please meet {{other}} face to face at least once. It is easier to talk after that. A coffee in the hospital is enough.

Have you met already? Note the day on your page. Nobody asks what you talked about:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'extensionQuestion',
    ...REMINDER,
    label: 'Question: go on for longer?',
    description: 'To both, 2 weeks before the end, when neither has asked for an extension.',
    placeholders: {
      ...COMMON,
      ...endsOn,
      ...actionLink('the link to ask for an extension', 'Ask for more time'),
    },
    to: ROLES,
    ...daysFrom('endsOn', ({ extensionQuestionDays }) => -extensionQuestionDays),
    isCalledFor: ({ state, wasExtensionAsked }) => state === 'agreed' && !wasExtensionAsked,
    link: 'extension',
    subject: 'Your mentoring ends on {{endsOn}}',
    body: `Hello {{name}},

Your mentoring with {{other}} ends on {{endsOn}}. If you would both like more time, you can go on for a while. It is extended only when both of you say yes.

**Would you like to go on?**

{{link}}

If not, you do not need to do anything.

${QUESTIONS}`,
  },
] as const satisfies MatchMessage[]

import { ROLES } from '../clock/facts.ts'
import { isOpen, type MatchMessage } from './message.ts'
import { actionLink, COMMON, endsOn, neededPage, QUESTIONS } from './placeholders.ts'

/** What people must know of each other's steps. */
export const STEP_MAILS = [
  {
    name: 'agreementToSign',
    group: 'While a match runs',
    label: 'Mentoring agreement to sign',
    description: 'To one of the two when the other has filled in or changed the agreement.',
    placeholders: { ...COMMON, page: neededPage },
    to: ROLES,
    isCalledFor: isOpen,
    subject: '{{other}} has filled in your mentoring agreement',
    body: `Hello {{name}},

{{other}}, your {{otherRole}}, has filled in your mentoring agreement, or changed it. Read it, change what you like, and sign it on your page:

{{page}}

It counts when both of you have signed.

${QUESTIONS}`,
  },
  {
    name: 'agreementSigned',
    group: 'While a match runs',
    label: 'Copy of the mentoring agreement',
    description: 'To both when both have signed the agreement.',
    placeholders: {
      ...COMMON,
      agreement: {
        says: 'the whole agreement',
        sample:
          'How often will you meet?\nOnce a fortnight\n\nHow long will each meeting be?\nAn hour',
        required: true,
        isBodyOnly: true,
      },
    },
    to: ROLES,
    subject: 'Your mentoring agreement with {{other}}',
    body: `Hello {{name}},

You and {{other}} have both signed your mentoring agreement. Here is your copy:

{{agreement}}

You can change or print it on your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'extensionAsked',
    group: 'While a match runs',
    label: 'The other asks for an extension',
    description: 'To one of the two when the other would like to go on for longer.',
    placeholders: {
      ...COMMON,
      ...endsOn,
      newEnd: { says: 'the day it would end when both agree', sample: 'Tuesday 20 April 2027' },
      ...actionLink('the link to answer', 'Answer'),
    },
    to: ROLES,
    isCalledFor: ({ extensionAskedBy, state }) =>
      state === 'agreed' && extensionAskedBy !== undefined,
    link: 'extension',
    subject: '{{other}} would like to go on for longer',
    body: `Hello {{name}},

Your mentoring ends on {{endsOn}}. {{other}}, your {{otherRole}}, would like to go on until {{newEnd}}.

**Would you like that too? Please answer here:**

{{link}}

Both answers are fine. It is extended only when both of you say yes.

${QUESTIONS}`,
  },
  {
    name: 'extended',
    group: 'While a match runs',
    label: 'The match is extended',
    description: 'To both when both have agreed to an extension.',
    placeholders: { ...COMMON, endsOn: { ...endsOn.endsOn, required: true } },
    to: ROLES,
    isCalledFor: isOpen,
    subject: 'Your mentoring goes on until {{endsOn}}',
    body: `Hello {{name}},

You and {{other}} go on until {{endsOn}}. You do not need to do anything.

Your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'extensionNotWanted',
    group: 'While a match runs',
    label: 'The match ends as planned',
    description: 'To one of the two when the other does not want an extension.',
    placeholders: { ...COMMON, ...endsOn },
    to: ROLES,
    isCalledFor: isOpen,
    subject: 'Your mentoring ends on {{endsOn}} as planned',
    body: `Hello {{name}},

Your mentoring with {{other}} ends on {{endsOn}} as planned. It will not be extended. Nobody has to give a reason, and it says nothing about you.

Make the most of the time you have. Your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'endMoved',
    group: 'While a match runs',
    label: 'The end is moved',
    description: 'To both when a coordinator moves the end of their match.',
    placeholders: { ...COMMON, endsOn: { ...endsOn.endsOn, required: true } },
    to: ROLES,
    isCalledFor: isOpen,
    subject: 'Your mentoring now ends on {{endsOn}}',
    body: `Hello {{name}},

The central team has moved the end of your mentoring with {{other}}. It now ends on {{endsOn}}.

Your page:

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'matchEnded',
    group: 'At the end',
    label: 'A match has ended early',
    description:
      'To the one who did not leave, or to both when a coordinator ends a match. Neutral on purpose.',
    placeholders: {
      ...COMMON,
      ...actionLink('the link to say whether they want another match', 'Tell us'),
    },
    to: ROLES,
    link: 'goOn',
    subject: 'Your match with {{other}} has ended',
    body: `Hello {{name}},

Your match with {{other}} has ended. This happens: people’s time and work change. Nobody has to give a reason, and it says nothing about you. There is no need to write to each other about it.

**Would you like to be matched with somebody else? Tell us here:**

{{link}}

${QUESTIONS}`,
  },
  {
    name: 'partnerLeft',
    group: 'At the end',
    label: 'The other has left the programme',
    description: 'To somebody whose mentor or mentee has had all their data erased.',
    placeholders: {
      name: COMMON.name,
      role: COMMON.role,
      otherRole: COMMON.otherRole,
      contact: COMMON.contact,
      page: neededPage,
    },
    to: ROLES,
    subject: 'Your match has ended',
    body: `Hello {{name}},

Your {{otherRole}} has left the programme, so your match has ended. This happens: people’s time and work change. It says nothing about you.

**Would you like to be matched with somebody else? Tell us on your page:**

{{page}}

${QUESTIONS}`,
  },
  {
    name: 'matchCompleted',
    group: 'At the end',
    label: 'Thank you at the end',
    description: 'To both when the time of their match is over.',
    placeholders: {
      ...COMMON,
      ...actionLink('the link to the short survey', 'Answer the questions'),
    },
    to: ROLES,
    after: 'complete',
    link: 'survey',
    pace: 'oneADay',
    subject: 'Thank you for taking part',
    body: `Hello {{name}},

Your time as {{role}} with {{other}} in the programme has come to its end. Thank you for taking part. You are of course free to stay in touch.

**Three short questions help us make the programme better:**

{{link}}

On your page you can say whether you would like to be matched again:

{{page}}

${QUESTIONS}`,
  },
] as const satisfies MatchMessage[]

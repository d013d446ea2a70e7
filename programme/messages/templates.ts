import { FURTHER_FORMS } from '../../collections/further-forms.ts'
import { ROLES } from '../clock/facts.ts'
import { FORM_MAILS } from './form-mails.ts'
import { MENTORING_MAILS, type MentoringMail } from './index.ts'
import { isOpen, type MatchMessage } from './message.ts'
import { actionLink, COMMON, neededPage, QUESTIONS, TYPED_ADDRESS } from './placeholders.ts'
import { STAFF_MAILS, type StaffMailName } from './staff.ts'

/** What both are told of their match. */
const NEXT = {
  shared: {
    says: 'what the two have in common, one a line',
    sample: { lines: ['You both come from Sudan.', 'You both work in paediatrics.'] },
  },
  firstContactBy: {
    says: 'the date by which the mentor writes',
    sample: 'Tuesday 27 October 2026',
  },
  endsOn: { says: 'the date the match ends as a rule', sample: 'Saturday 20 February 2027' },
} as const

/**
 * The messages the programme sends: what each is for, what can stand in it, and the words a new
 * installation starts with. The comms team changes the words in the admin; see the collection
 * `mail-words`. Placeholders stand in double braces.
 */
const OWN_TEMPLATES = [
  {
    name: 'confirmSignUp',
    group: 'Signing up',
    label: 'Confirm your sign-up',
    description:
      'To somebody who has filled in a sign-up form. Nothing happens until they confirm.',
    // No name: nobody has confirmed the address, so it could carry a stranger's words to it.
    placeholders: {
      role: COMMON.role,
      ...actionLink('the link that confirms', 'Confirm my email address'),
      contact: COMMON.contact,
    },
    reason: TYPED_ADDRESS,
    to: ROLES,
    subject: 'Confirm your sign-up to the peer mentor programme',
    body: `Hello,

Thank you for signing up as a {{role}}.

**Please confirm your email address within 7 days:**

{{link}}

We match you only after you have confirmed. If you did not sign up, you do not need to do anything: we will not match you.

${QUESTIONS}`,
  },
  {
    name: 'continueSignUp',
    group: 'Signing up',
    label: 'Continue a sign-up',
    description:
      'To somebody who wants to continue with the sign-up form later, or on another device. It is removed with their answers, after a day at most.',
    // No name: nobody has confirmed the address, so it could carry a stranger's words to it.
    placeholders: {
      role: COMMON.role,
      until: {
        says: 'when the answers are deleted',
        sample: 'Sunday 29 November 2026, 9:30am',
        required: true,
      },
      ...actionLink(
        'the link that opens the form with the answers so far',
        'Continue with the form',
      ),
      contact: COMMON.contact,
    },
    reason: TYPED_ADDRESS,
    to: ROLES,
    subject: 'Continue your sign-up to the peer mentor programme',
    body: `Hello,

You asked for a link to continue your sign-up as a {{role}}.

**You can use this link until {{until}}:**

{{link}}

After that we delete your answers, and you would need to start again. You are not signed up until you have sent your answers.

This link is for you alone. If you did not ask for it, you do not need to do anything.

${QUESTIONS}`,
  },
  {
    name: 'alreadySignedUp',
    group: 'Signing up',
    label: 'You have already signed up',
    description:
      'To somebody we know already whose address was used to sign up again. Nothing is changed.',
    placeholders: {
      name: COMMON.name,
      role: COMMON.role,
      page: COMMON.page,
      contact: COMMON.contact,
    },
    to: ROLES,
    subject: 'You have already signed up to the peer mentor programme',
    body: `Hello {{name}},

Somebody, most likely you, has just used this address to sign up as a {{role}}. We know this address already, so we have changed nothing.

You can change your answers, come back or leave the programme on your own page:

{{page}}

This link is for you alone. Questions? Write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'signUpConfirmed',
    group: 'Signing up',
    label: 'Your sign-up is confirmed',
    description: 'To somebody who has just confirmed their sign-up, with the link to their page.',
    placeholders: {
      name: COMMON.name,
      role: COMMON.role,
      page: neededPage,
      contact: COMMON.contact,
    },
    to: ROLES,
    subject: 'You have signed up to the peer mentor programme',
    body: `Hello {{name}},

Thank you, you have signed up as a {{role}}. We email you when a coordinator has found a match for you. How long that takes depends on who else has signed up.

**Your page**

Here you see where you stand, change your answers, take a break or leave the programme:

{{page}}

This link is for you alone. Questions? Write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'introductionToMentor',
    group: 'Introductions',
    label: 'Introduction to the mentor',
    description: 'To the mentor when a coordinator confirms a match.',
    placeholders: {
      name: { says: 'the mentor’s name', sample: 'Amina Example' },
      mentee: { says: 'the mentee’s name', sample: 'Omar Example', required: true },
      details: {
        says: 'the mentee’s details, one a line',
        sample: {
          lines: [
            { label: 'Email', value: [{ mailto: 'omar@example.org' }] },
            { label: 'Phone', value: [{ tel: '07700 900 982' }] },
          ],
        },
        required: true,
      },
      ...NEXT,
      page: neededPage,
      contact: COMMON.contact,
    },
    to: ['mentor'],
    // It gives away how to reach the other, so it goes to nobody whose match is over.
    isCalledFor: isOpen,
    repliesToOther: true,
    subject: 'Meet your mentee: {{mentee}}',
    body: `Hello {{name}},

Thank you for being a mentor. We have matched you with **{{mentee}}**.

{{details}}

**Why we matched you**

{{shared}}

**What happens next**

- Write to {{mentee}} by email by {{firstContactBy}}. A few friendly lines are enough. Then tell us on your page that you have.
- Be ready to swap phone numbers.
- Meet face to face at least once, and fill in the mentoring agreement together.
- Agree how often and how long you meet. The agenda is your mentee’s to set.
- Mentoring lasts until {{endsOn}} as a rule. You can both agree to go on for up to 2 months more.

**Your page**

Here you say that you have written, fill in the agreement, note meetings and change your details. Keep this email: the link is for you alone.

{{page}}

You can stop at any time on your page, or tell us at {{contact}}. We ask for no reason.

The peer mentor programme`,
  },
  {
    name: 'introductionToMentee',
    group: 'Introductions',
    label: 'Introduction to the mentee',
    description: 'To the mentee when a coordinator confirms a match.',
    placeholders: {
      name: { says: 'the mentee’s name', sample: 'Omar Example' },
      mentor: { says: 'the mentor’s name', sample: 'Amina Example', required: true },
      details: {
        says: 'the mentor’s details, one a line',
        sample: {
          lines: [
            { label: 'Email', value: [{ mailto: 'amina@example.org' }] },
            { label: 'Phone', value: [{ tel: '07700 900 461' }] },
          ],
        },
        required: true,
      },
      ...NEXT,
      page: neededPage,
      contact: COMMON.contact,
    },
    to: ['mentee'],
    isCalledFor: isOpen,
    repliesToOther: true,
    subject: 'Meet your mentor: {{mentor}}',
    body: `Hello {{name}},

Good news: we have found a mentor for you. Meet **{{mentor}}**.

{{details}}

**Why we matched you**

{{shared}}

**What happens next**

- {{mentor}} writes to you first, by email, by {{firstContactBy}}. If you hear nothing by then, tell us on your page.
- Meet face to face at least once, and fill in the mentoring agreement together.
- Agree how often and how long you meet. The agenda is yours to set.
- Mentoring lasts until {{endsOn}} as a rule. You can both agree to go on for up to 2 months more.

**Your page**

Here you say that you have heard from {{mentor}}, fill in the agreement, note meetings and change your details. Keep this email: the link is for you alone.

{{page}}

You can stop or ask for another mentor at any time on your page, or tell us at {{contact}}. We ask for no reason.

The peer mentor programme`,
  },
  {
    name: 'matchWithdrawn',
    group: 'Introductions',
    label: 'An introduction is withdrawn',
    description: 'To both when a coordinator undoes a match after the introduction went out.',
    placeholders: {
      name: COMMON.name,
      other: { ...COMMON.other, required: true },
      contact: COMMON.contact,
    },
    to: ROLES,
    subject: 'A change to your introduction',
    body: `Hello {{name}},

We introduced you to {{other}}. We have had to withdraw this introduction, so please do not get in touch with each other because of it. This has nothing to do with anything you did.

You keep your place in the programme and we will write again when we have news. Questions? Write to {{contact}}.

The peer mentor programme`,
  },
] as const satisfies MatchMessage[]

/** All messages: the programme's own, those that follow a match, and those to staff. */
export const MAIL_TEMPLATES: readonly (MatchMessage & { name: MailName })[] = [
  ...OWN_TEMPLATES,
  ...MENTORING_MAILS,
  // Nobody has to write words for forms that there are not.
  ...(FURTHER_FORMS.length > 0 ? FORM_MAILS : []),
  ...STAFF_MAILS,
]

/** Names of the messages. */
export type MailName =
  (typeof FORM_MAILS | typeof OWN_TEMPLATES)[number]['name'] | MentoringMail | StaffMailName

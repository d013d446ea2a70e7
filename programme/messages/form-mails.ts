import type { MatchMessage } from './message.ts'
import {
  actionLink,
  COMMON,
  FORM_SENT,
  neededPage,
  QUESTIONS,
  TYPED_ADDRESS,
} from './placeholders.ts'

const form = { says: 'the title of the form', sample: 'Ask to observe on a ward', required: true }
const { contact, name } = COMMON

/** To those who fill in a form whose people are not matched. */
export const FORM_MAILS = [
  {
    name: 'confirmForm',
    group: 'Other forms',
    label: 'Confirm what you have sent',
    description: 'To somebody who has filled in a form. Nothing happens until they confirm.',
    // No name: nobody has confirmed the address, so it could carry a stranger's words to it.
    placeholders: {
      form,
      ...actionLink('the link that confirms', 'Confirm my email address'),
      contact,
    },
    reason: TYPED_ADDRESS,
    to: [],
    subject: 'Confirm your email address',
    body: `Hello,

Thank you for filling in our form “{{form}}”.

**Please confirm your email address within 7 days:**

{{link}}

We use your answers only after you have confirmed. If you did not fill in the form, you do not need to do anything.

${QUESTIONS}`,
  },
  {
    name: 'continueForm',
    group: 'Other forms',
    label: 'Continue with a form',
    description:
      'To somebody who wants to continue with a form later, or on another device. It is removed with their answers, after a day at most.',
    placeholders: {
      form,
      until: {
        says: 'when the answers are deleted',
        sample: 'Sunday 29 November 2026, 9:30am',
        required: true,
      },
      ...actionLink(
        'the link that opens the form with the answers so far',
        'Continue with the form',
      ),
      contact,
    },
    reason: TYPED_ADDRESS,
    to: [],
    subject: 'Continue with our form',
    body: `Hello,

You asked for a link to continue with our form “{{form}}”.

**You can use this link until {{until}}:**

{{link}}

After that we delete your answers, and you would need to start again.

This link is for you alone. If you did not ask for it, you do not need to do anything.

${QUESTIONS}`,
  },
  {
    name: 'formAlreadySent',
    group: 'Other forms',
    label: 'You have already sent this form',
    description: 'To somebody whose address was used to send a form again. Nothing is changed.',
    placeholders: { name, form, page: COMMON.page, contact },
    reason: FORM_SENT,
    to: [],
    subject: 'You have already sent us this form',
    body: `Hello {{name}},

Somebody, most likely you, has just used this address to send our form “{{form}}” again. We know this address already, so we have changed nothing.

On your own page you see what we hold about you:

{{page}}

This link is for you alone. To change an answer, write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'formConfirmed',
    group: 'Other forms',
    label: 'Your address is confirmed',
    description: 'To somebody who has just confirmed their address, with the link to their page.',
    placeholders: { name, form, page: neededPage, contact },
    reason: FORM_SENT,
    to: [],
    subject: 'We have your answers',
    body: `Hello {{name}},

Thank you. We have your answers to our form “{{form}}”, and write to you about what comes next.

On your own page you see what we hold about you, and can have it erased:

{{page}}

This link is for you alone. Questions? Write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'formPage',
    group: 'Other forms',
    label: 'A new link to the own page',
    description: 'To somebody who has asked for a new link to their page.',
    placeholders: { name, form, page: neededPage, contact },
    reason: FORM_SENT,
    to: [],
    subject: 'Your link to your page',
    body: `Hello {{name}},

Here is your link to your page. You have filled in our form “{{form}}”:

{{page}}

It is for you alone, so do not pass it on. If you did not ask for it, you do not need to do anything.

${QUESTIONS}`,
  },
] as const satisfies MatchMessage[]

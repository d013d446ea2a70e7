import { ROLES } from '../clock/facts.ts'
import type { MatchMessage } from './message.ts'
import { COMMON, neededPage, QUESTIONS } from './placeholders.ts'

/** What people ask for on their own page, or to get there. */
export const PERSONAL_MAILS = [
  {
    name: 'personalLink',
    group: 'Personal pages',
    label: 'A new link to the personal page',
    description: 'To somebody who has asked for a new link to their page.',
    placeholders: {
      name: COMMON.name,
      role: COMMON.role,
      contact: COMMON.contact,
      page: neededPage,
    },
    to: ROLES,
    subject: 'Your link to your page in the peer mentor programme',
    body: `Hello {{name}},

Here is your link to your page as a {{role}}:

{{page}}

It is for you alone, so do not pass it on. If you did not ask for it, you do not need to do anything.

${QUESTIONS}`,
  },
  {
    name: 'mailedCode',
    group: 'Personal pages',
    label: 'A code',
    description:
      'To somebody who erases their data on their page, or sees the other person’s details in a browser for the first time.',
    placeholders: {
      name: COMMON.name,
      contact: COMMON.contact,
      action: { says: 'what the code is for', sample: 'see how to reach your mentor' },
      code: { says: 'the code', sample: '123456', required: true, isLink: true },
    },
    to: ROLES,
    subject: 'Your code for the peer mentor programme',
    body: `Hello {{name}},

This is your code to {{action}}:

{{code}}

It works for 10 minutes, on the page that asks for it. Do not tell it to anybody. If you did not ask for it, write to {{contact}}.

The peer mentor programme`,
  },
] as const satisfies MatchMessage[]

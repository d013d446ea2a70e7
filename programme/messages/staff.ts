import type { MatchMessage } from './message.ts'
import { actionLink, COMMON, OWN_ACCOUNT, TYPED_ADDRESS } from './placeholders.ts'

/** The messages to staff about their own accounts, with the words they start with. */
export const STAFF_MAILS = [
  {
    name: 'newPassword',
    group: 'Staff',
    label: 'Choose a new password',
    description: 'To a member of staff who says that they have forgotten their password.',
    placeholders: {
      name: { says: 'their name', sample: 'Robin Example' },
      ...actionLink('the link to choose a new password', 'Choose a new password'),
      contact: COMMON.contact,
    },
    reason: OWN_ACCOUNT,
    to: [],
    subject: 'Choose a new password',
    body: `Hello {{name}},

Somebody, most likely you, has asked for a new password for your account at the mentoring programme.

Choose one here within a day:

{{link}}

If it was not you, you do not need to do anything: your password stays as it is. Questions? Write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'newAddress',
    group: 'Staff',
    label: 'Confirm a new email address',
    description:
      'To the new address of a member of staff. Their old one counts until they press the button behind the link.',
    // No name: nobody has confirmed the address, so it may be a stranger's.
    placeholders: {
      ...actionLink('the link to confirm the address', 'Open the page'),
      contact: COMMON.contact,
    },
    reason: TYPED_ADDRESS,
    to: [],
    subject: 'Confirm your new email address',
    body: `Hello,

Somebody wants to use this address for their account at the mentoring programme.

If it was you, open this page within 7 days and press the button:

{{link}}

If it was not you, you do not need to do anything. Questions? Write to {{contact}}.

The peer mentor programme`,
  },
] as const satisfies MatchMessage[]

/** Names of the messages to staff. */
export type StaffMailName = (typeof STAFF_MAILS)[number]['name']

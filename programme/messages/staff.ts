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
  {
    name: 'dateMissed',
    group: 'Staff',
    label: 'Something did not happen on its date',
    description:
      'To the comms team, when something that was to go on the site or come off it on a date did not.',
    placeholders: {
      name: { says: 'their name', sample: 'Robin Example' },
      what: { says: 'what it is', sample: 'Resource link “Settling in Leeds”', required: true },
      planned: { says: '“go on the site” or “come off the site”', sample: 'go on the site' },
      problem: {
        says: 'why it did not',
        sample: 'It has been deleted, or is in the bin.',
        required: true,
      },
      ...actionLink('the link to where it is edited', 'Look at it'),
      contact: COMMON.contact,
    },
    to: [],
    subject: 'Not done on its date: {{what}}',
    body: `Hello {{name}},

{{what}} was to {{planned}} by now. That has not happened.

{{problem}}

Look at it here, and publish it or plan it again:

{{link}}

Questions? Write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'reviewDue',
    group: 'Staff',
    label: 'Pages to be reviewed',
    description:
      'To the owner of something on the site whose review is due, or to the comms team. Once a week at most, until the next review has a later date.',
    placeholders: {
      due: {
        says: 'what is due, one a line',
        sample: 'Resource link “Settling in Leeds”, due Tuesday 1 December 2026',
        required: true,
      },
      contact: COMMON.contact,
    },
    to: [],
    subject: 'Please check what we say on our site',
    body: `Hello,

These parts of the peer mentor programme’s site are due for a check:

{{due}}

Are they still right? If you can edit them, change what is not, and set the date of the next review. If you can’t, write to {{contact}}.

The peer mentor programme`,
  },
  {
    name: 'publicationFailed',
    group: 'Staff',
    label: 'The site was not published',
    description:
      'To the comms team when what was published could not go up. Once for each problem, until it was mended.',
    placeholders: {
      name: { says: 'their name', sample: 'Robin Example' },
      when: { says: 'when it failed', sample: 'Monday 30 November 2026, 5:48pm' },
      problem: {
        says: 'what is wrong, in the words of the publication',
        sample: 'The programme page is not published.',
        required: true,
      },
      ...actionLink('the link to the publication in the admin', 'Look at the publication'),
      contact: COMMON.contact,
    },
    to: [],
    subject: 'The public site was not published',
    body: `Hello {{name}},

What was published last is not on the public site. The site before it is still up.

**What is wrong, as of {{when}}**

{{problem}}

**What you can do**

Look at the publication. It has a link to each record that has to be put right. The site is built again as soon as you publish the record:

{{link}}

If you do not know what it means, show it to whoever runs the server, or write to {{contact}}. We do not write again about the same problem until it was mended.

The peer mentor programme`,
  },
] as const satisfies MatchMessage[]

/** Names of the messages to staff. */
export type StaffMailName = (typeof STAFF_MAILS)[number]['name']

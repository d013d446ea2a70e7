import type { OutboxOptions } from '@mentoring/outbox'

import { hiddenUnless, isComms, isCoordinator } from '../../collections/access.ts'
import { FORMS } from '../../collections/forms.ts'
import { bounceToken, mailFrom, secret, serverURL } from '../../settings.ts'
import { codes } from '../links/codes.ts'
import { linkAddresses } from '../links/links.ts'
import { draftLinkAddresses } from '../people/sign-up/drafts/link.ts'
import { staffLinkAddresses } from '../staff/staff-links.ts'
import { adminLinkAddress } from './admin-link.ts'
import { look } from './look.ts'
import { addressOf, replyTo } from './mail-addresses.ts'
import { maySend } from './may-send.ts'
import type { MatchMessage } from './message.ts'
import { MAIL_TEMPLATES } from './templates.ts'
import { makeTransport } from './transport.ts'

/** How the mail of this programme is written and sent. */
export const OUTBOX: OutboxOptions<MatchMessage> = {
  from: { name: 'Peer mentor programme', address: mailFrom },
  transport: makeTransport(),
  templates: MAIL_TEMPLATES,
  about: {
    ...Object.fromEntries(FORMS.forms.map(({ collection, kind }) => [kind, collection])),
    match: 'matches',
    training: 'training-days',
  },
  access: { readMails: isCoordinator, editWording: isComms },
  overrides: {
    mails: ({ defaultCollection }) => ({
      ...defaultCollection,
      admin: {
        ...defaultCollection.admin,
        group: 'Matching',
        hidden: hiddenUnless(isCoordinator),
        description: 'Every email the programme has sent or is about to send.',
      },
    }),
    words: ({ defaultCollection }) => ({
      ...defaultCollection,
      admin: {
        ...defaultCollection.admin,
        group: 'Public site',
        hidden: hiddenUnless(isComms),
      },
    }),
  },
  secretLinks: {
    ...linkAddresses(serverURL, secret),
    ...codes(secret),
    ...draftLinkAddresses(serverURL, secret),
    ...staffLinkAddresses(serverURL, secret),
    ...adminLinkAddress(serverURL),
  },
  maySend,
  addressOf,
  replyTo,
  bounceToken,
  formerHosts: ['mentoring-programme'],
  optionalMails: 'reminders',
  language: 'en-GB',
  look,
}

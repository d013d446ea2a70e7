import { seenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { unseen } from '../../../links/collection.ts'

/**
 * Sign-ups that are being filled in. What was typed is sealed (see `seal.ts`): of the secrets that open
 * it, one in a browser's cookie and one in a mailed link, only hashes are kept.
 */
export const SignUpDrafts: CollectionConfig = {
  slug: 'sign-up-drafts',
  ...unseen,
  fields: [
    {
      name: 'tokenHash',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      access: seenByCode,
    },
    { name: 'wrappedKey', type: 'text', required: true, access: seenByCode },
    // Of the link that was mailed last to go on elsewhere.
    { name: 'linkHash', type: 'text', index: true, access: seenByCode },
    { name: 'linkKey', type: 'text', access: seenByCode },
    // The message with that link: about nobody on record, so it goes with the draft.
    { name: 'mail', type: 'relationship', relationTo: 'mails' },
    { name: 'kind', type: 'text', required: true },
    // Of the form that it was started with.
    { name: 'edition', type: 'number', required: true },
    { name: 'sealed', type: 'textarea', required: true, access: seenByCode },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Field } from 'payload'

import { nobody } from '../../collections/access.ts'
import { FORMS } from '../../collections/forms.ts'
import { PURPOSES } from './purposes.ts'

/** Whose a row is: one of them is set. */
export const ownerFields: Field[] = FORMS.forms.map(({ collection, kind }) => ({
  name: kind,
  type: 'relationship',
  relationTo: collection,
  index: true,
}))

/** What code alone writes and reads, and nobody sees in the admin. */
export const unseen = { ...writtenByCode(nobody), admin: { hidden: true, hideAPIURL: true } }

/**
 * Links in mails to those who have signed up, who have no account. Only the hash of a link's token is
 * kept (see `token.ts`). A link is for one person and one purpose, and it ends.
 */
export const PersonalLinks: CollectionConfig = {
  slug: 'personal-links',
  ...unseen,
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true, access: seenByCode },
    ...ownerFields,
    {
      name: 'purpose',
      type: 'select',
      required: true,
      options: PURPOSES.map((value) => ({ value, label: value })),
    },
    { name: 'match', type: 'relationship', relationTo: 'matches', index: true },
    // Of a link that confirms: the answers it was mailed for, and nobody else's. Without any it is
    // one of an earlier version, and the answers are those on the record.
    { name: 'answers', type: 'json', access: seenByCode },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    // When its sign-up was confirmed by it.
    { name: 'usedAt', type: 'date' },
    // Ended before its time: another link has confirmed, or the address was corrected.
    { name: 'endedAt', type: 'date' },
  ],
}

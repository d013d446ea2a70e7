import type { CollectionConfig } from 'payload'

import { seenByCode, writtenByCode } from '../../written-by-code.ts'

const nobody = () => false

/**
 * Links in mails to mentors and mentees, who have no account. Only the hash of a link's token is
 * kept (see `../links.ts`). A link is for one person and one purpose, and it expires.
 */
export const personalLinks: CollectionConfig = {
  slug: 'personal-links',
  access: writtenByCode(nobody),
  admin: { hidden: true, hideAPIURL: true },
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true, access: seenByCode },
    // `mentors:ID` or `mentees:ID`
    { name: 'about', type: 'text', required: true, index: true },
    { name: 'purpose', type: 'text', required: true },
    { name: 'match', type: 'relationship', relationTo: 'matches', index: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

import { seenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { ownerFields, unseen } from './collection.ts'

/**
 * Visits of people who have opened a mailed link: the link's secret has left the address, and a cookie
 * stands for it for a while (see `visits.ts`). Only the hash of what the cookie holds is kept.
 */
export const Visits: CollectionConfig = {
  slug: 'visits',
  ...unseen,
  fields: [
    // Stands in addresses and tells the visits of one browser apart. It opens nothing by itself.
    { name: 'name', type: 'text', required: true, unique: true },
    { name: 'hash', type: 'text', required: true, access: seenByCode },
    ...ownerFields,
    { name: 'link', type: 'relationship', relationTo: 'personal-links', index: true },
    // Without use; put off by each use, never beyond `endsAt`.
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'endsAt', type: 'date', required: true },
  ],
}

/** Browsers in which somebody has entered a mailed code: there the other person's details are shown. */
export const KnownDevices: CollectionConfig = {
  slug: 'known-devices',
  ...unseen,
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true, access: seenByCode },
    ...ownerFields,
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

/** What a mailed code is asked for. */
export const CODE_USES = ['details', 'erase'] as const

/** Codes sent by mail. The code itself is made of the nonce when its mail is sent. */
export const MailedCodes: CollectionConfig = {
  slug: 'mailed-codes',
  ...unseen,
  fields: [
    { name: 'nonce', type: 'text', required: true, access: seenByCode },
    ...ownerFields,
    { name: 'visit', type: 'relationship', relationTo: 'visits', index: true },
    {
      name: 'use',
      type: 'select',
      required: true,
      options: CODE_USES.map((value) => ({ value, label: value })),
    },
    { name: 'triesLeft', type: 'number', required: true },
    { name: 'expiresAt', type: 'date', required: true, index: true },
    { name: 'usedAt', type: 'date' },
  ],
}

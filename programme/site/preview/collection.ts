import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { isComms } from '../../../collections/access.ts'

/** Links by which colleagues without an account look at one draft. Only the hash of each is kept. */
export const PreviewLinks: CollectionConfig = {
  slug: 'preview-links',
  labels: { singular: 'Preview link', plural: 'Preview links' },
  ...writtenByCode(isComms),
  admin: { hidden: true, hideAPIURL: true },
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true, hidden: true },
    { name: 'collection', type: 'text', required: true },
    // Of a record in any of these collections, so no relation.
    { name: 'document', type: 'text', required: true, index: true },
    { name: 'by', type: 'relationship', relationTo: 'users' },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}

import path from 'node:path'

import type { CollectionConfig } from 'payload'

import { dataDir } from '../settings.ts'
import { everyone, hiddenUnless, isComms, nobody } from './access.ts'

/** Pictures for the public site. Photographs only: other files could carry scripts. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Picture', plural: 'Pictures' },
  access: {
    create: isComms,
    read: everyone,
    update: isComms,
    delete: isComms,
    unlock: isComms,
    readVersions: nobody,
  },
  admin: { group: 'Public site', hidden: hiddenUnless(isComms) },
  upload: {
    staticDir: path.join(dataDir, 'media'),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    pasteURL: false,
    imageSizes: [
      { name: 'wide', width: 1200, withoutEnlargement: true, formatOptions: { format: 'webp' } },
    ],
    adminThumbnail: 'wide',
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      label: 'Description for people who cannot see it',
      required: true,
      maxLength: 200,
    },
  ],
}

import type { CollectionConfig } from 'payload'

import { picturesDirectory } from '../settings.ts'
import { hiddenUnless, isComms, seesContent, nobody } from './access.ts'
import { prepareFile } from './picture-files.ts'

/**
 * Pictures for the public site, which has copies of those it shows. Photographs only: other files could carry scripts.
 */
export const Media: CollectionConfig = {
  slug: 'media',
  versions: false,
  labels: { singular: 'Picture', plural: 'Pictures' },
  access: {
    create: isComms,
    read: seesContent,
    update: isComms,
    delete: isComms,
    unlock: isComms,
    readVersions: nobody,
  },
  admin: {
    group: 'Public site',
    defaultColumns: ['filename', 'alt', 'updatedAt'],
    hidden: hiddenUnless(isComms),
    description:
      'Pictures for the public site. Make sure that whoever is in a picture has agreed to it.',
  },
  hooks: { beforeOperation: [prepareFile] },
  upload: {
    staticDir: picturesDirectory,
    // Photographs of phones are made JPEG before this is asked. They are offered by their endings too: not every
    // browser knows what a file of theirs is.
    mimeTypes: [
      ...['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic', 'image/heif'],
      ...['.heic', '.heif'],
    ],
    pasteURL: false,
    admin: { components: { controls: ['/admin/content/PictureLimits.tsx#PictureLimits'] } },
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
      admin: {
        description: 'Say what matters in it, like “Two doctors talk over a cup of tea”.',
      },
    },
  ],
}

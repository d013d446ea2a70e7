import { takeTurn } from '@mentoring/kit/take-turn'
import type { CollectionConfig, Where } from 'payload'

import { hiddenUnless, isComms, seesContent } from './access.ts'
import { reviewFields } from './content/review.ts'
import { previewLink } from './site/common-fields.ts'
import { complete, webAddress } from './web-address.ts'

/** What the public can see anyway. */
const onTheSite: Where = {
  and: [{ _status: { equals: 'published' } }, { isRetired: { not_equals: true } }],
}

/**
 * Places elsewhere that help doctors new to the UK. Drag rows to order them; retire a link to take
 * it off the site and keep it here.
 */
export const ResourceLinks: CollectionConfig = {
  slug: 'resource-links',
  labels: { singular: 'Resource link', plural: 'Resource links' },
  orderable: true,
  trash: true,
  access: {
    create: isComms,
    read: ({ req }) => seesContent({ req }) || onTheSite,
    update: isComms,
    delete: isComms,
    unlock: isComms,
    readVersions: isComms,
  },
  versions: { drafts: true, maxPerDoc: 100 },
  hooks: {
    // A new link comes after the last one: two at once must not both see the same last one.
    beforeChange: [
      async ({ data, operation, req }) => {
        if (operation === 'create') await takeTurn(req, 'order')
        return data
      },
    ],
  },
  admin: {
    group: 'Public site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'audience', 'isRetired', '_status'],
    hideAPIURL: true,
    hidden: hiddenUnless(isComms),
    description: 'Drag rows to change their order on the site. Retire a link to take it off.',
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    {
      name: 'url',
      type: 'text',
      label: 'Web address',
      required: true,
      maxLength: 500,
      hooks: { beforeValidate: [complete] },
      validate: webAddress,
    },
    {
      name: 'audience',
      type: 'text',
      label: 'Who it is for',
      required: true,
      maxLength: 160,
    },
    {
      name: 'description',
      type: 'textarea',
      label: 'What you find there',
      required: true,
      maxLength: 600,
    },
    {
      name: 'joining',
      type: 'text',
      label: 'What it takes to get in',
      maxLength: 200,
      admin: { description: 'For example: free to use, ask to join, needs a GMC number.' },
    },
    {
      name: 'topic',
      type: 'text',
      maxLength: 80,
      admin: {
        description: 'Links with the same topic stand together. For example: Living in Leeds.',
      },
    },
    {
      name: 'isRetired',
      type: 'checkbox',
      label: 'Retired',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description: 'A retired link is kept here and not shown on the site.',
        components: { Cell: './admin/YesNoCell.tsx#YesNoCell' },
      },
    },
    reviewFields(),
    previewLink,
  ],
}

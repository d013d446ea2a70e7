import type { CollectionConfig, Where } from 'payload'

import { hiddenUnless, isComms, nobody, seesContent } from '../access.ts'
import { reviewFields } from '../content/review.ts'
import { slugOf, validSlug } from './address.ts'
import { PART_KINDS } from './blocks/index.ts'
import { picture, previewLink } from './common-fields.ts'
import { keepRoles } from './keep-roles.ts'
import { PAGE_ROLES } from './page-types.ts'
import { redirectMoved } from './redirect-moved.ts'

/**
 * The pages of the public site, put together from parts. Saved as a draft, then published. A page without a parent
 * stands at the root; there is one level below.
 */
export const Pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  access: {
    create: isComms,
    // Readers get pages from the built site.
    read: seesContent,
    update: isComms,
    delete: isComms,
    unlock: isComms,
    readVersions: isComms,
  },
  trash: true,
  versions: { drafts: true, maxPerDoc: 100 },
  hooks: {
    beforeOperation: [keepRoles.beforeOperation],
    beforeChange: [keepRoles.beforeChange, redirectMoved],
    beforeDelete: [keepRoles.beforeDelete],
  },
  admin: {
    group: 'Public site',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    hideAPIURL: true,
    hidden: hiddenUnless(isComms),
    description: 'Save as a draft while you work. Publish to change the public site.',
  },
  defaultSort: 'title',
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 120 },
    {
      name: 'lead',
      type: 'textarea',
      label: 'Opening words',
      maxLength: 400,
      admin: { description: 'The first words below the title. They may be left out.' },
    },
    {
      name: 'layout',
      type: 'blocks',
      label: 'Parts of the page',
      labels: { singular: 'Part', plural: 'Parts' },
      blocks: PART_KINDS,
      maxRows: 60,
      admin: { initCollapsed: true },
    },
    {
      name: 'slug',
      type: 'text',
      label: 'Address',
      index: true,
      maxLength: 60,
      validate: validSlug,
      hooks: {
        beforeValidate: [
          ({ data, value }: { data?: { title?: string | null }; value?: unknown }) =>
            value || slugOf(data?.title ?? '') || undefined,
        ],
        beforeDuplicate: [
          ({ value }: { value?: string | null }) => (value ? `${value}-copy` : value),
        ],
      },
      admin: {
        position: 'sidebar',
        description:
          'The last piece of the address, like settling-in. Made of the title if you leave it empty.',
        condition: (data) => !data.role,
        components: { Cell: './admin/AddressCell.tsx#AddressCell' },
      },
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'pages',
      label: 'Below the page',
      filterOptions: ({ id }): Where => {
        const which: Where[] = [{ parent: { exists: false } }, { role: { exists: false } }]
        return { and: id ? [...which, { id: { not_equals: id } }] : which }
      },
      admin: { position: 'sidebar', allowCreate: false, condition: (data) => !data.role },
    },
    {
      name: 'summary',
      type: 'textarea',
      label: 'For search engines and sharing',
      maxLength: 200,
      admin: {
        position: 'sidebar',
        description: 'One or two sentences. Without them the opening words are used.',
      },
    },
    picture({
      name: 'shareImage',
      label: 'Picture for sharing',
      admin: {
        position: 'sidebar',
        description: 'Shown when somebody shares the page. Without it the site’s own is used.',
      },
    }),
    {
      name: 'isHiddenFromSearch',
      type: 'checkbox',
      label: 'Keep out of search engines',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'role',
      type: 'select',
      label: 'What the site needs it for',
      index: true,
      options: PAGE_ROLES.map(({ label, value }) => ({ label, value })),
      access: { create: nobody, update: nobody },
      hooks: { beforeDuplicate: [() => null] },
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: (data) => Boolean(data.role),
        description: 'This page is always there, at this address. Its words are yours.',
      },
    },
    reviewFields(),
    previewLink,
  ],
}

import type { CollectionConfig, Field, GroupField } from 'payload'

import type { Colour } from '../../site/_config/colours.ts'
import { hiddenUnless, isComms, nobody, seesContent } from '../access.ts'
import { linkTo, NAMED_ROWS, picture, previewLink } from './common-fields.ts'
import { changedSentences } from './sentences.ts'

/** What is the same on every page: one document each, made with the installation. */
export const SITE_PARTS = [
  { value: 'branding', label: 'Names, logo and colour' },
  { value: 'navigation', label: 'Menu' },
  { value: 'footer', label: 'Foot of the page' },
  { value: 'contact', label: 'Contact and group' },
  { value: 'words', label: 'Buttons, hints and other sentences' },
] as const

/** See {@link SITE_PARTS}. */
export type SitePartName = (typeof SITE_PARTS)[number]['value']

/** Colours of header and openings. White text on each of them has a contrast of 4.5 to 1 at least. */
export const COLOURS = [
  { value: 'blue', label: 'Blue' },
  { value: 'darkBlue', label: 'Dark blue' },
  { value: 'green', label: 'Green' },
  { value: 'purple', label: 'Purple' },
  { value: 'grey', label: 'Dark grey' },
] as const satisfies { value: Colour; label: string }[]

/** The fields of one part; the others are not asked for in its document. */
const only = (part: SitePartName, fields: Field[]): GroupField => ({
  name: part,
  type: 'group',
  label: false,
  admin: { condition: (data) => data.part === part, hideGutter: true },
  fields,
})

const links = (maxRows: number): Field => ({
  name: 'links',
  type: 'array',
  labels: { singular: 'Link', plural: 'Links' },
  maxRows,
  admin: NAMED_ROWS,
  fields: [
    { name: 'title', type: 'text', label: 'Words', required: true, maxLength: 40 },
    linkTo({ isRequired: true }),
  ],
})

/** Menu, foot, names, contact and the sentences of templates. Saved as a draft, then published. */
export const SiteParts: CollectionConfig = {
  slug: 'site-parts',
  disableDuplicate: true,
  labels: { singular: 'Part of the site', plural: 'Menu, foot, names and sentences' },
  access: {
    create: nobody,
    read: seesContent,
    update: isComms,
    delete: nobody,
    unlock: isComms,
    readVersions: isComms,
  },
  versions: { drafts: true, maxPerDoc: 100 },
  admin: {
    group: 'Public site',
    useAsTitle: 'part',
    defaultColumns: ['part', '_status', 'updatedAt'],
    hideAPIURL: true,
    hidden: hiddenUnless(isComms),
    description: 'What is the same on every page.',
  },
  defaultSort: 'createdAt',
  fields: [
    {
      name: 'part',
      type: 'select',
      label: 'Part',
      required: true,
      unique: true,
      index: true,
      options: [...SITE_PARTS],
      access: { create: nobody, update: nobody },
      admin: {
        readOnly: true,
        components: { Field: './admin/SitePartTitle.tsx#SitePartTitle' },
      },
    },
    only('branding', [
      {
        name: 'programmeName',
        type: 'text',
        label: 'Name of the programme',
        required: true,
        maxLength: 120,
      },
      {
        name: 'shortName',
        type: 'text',
        label: 'Its short name',
        maxLength: 60,
        admin: { description: 'For the header and emails. Without it the whole name is used.' },
      },
      {
        name: 'trustName',
        type: 'text',
        label: 'Name of the trust',
        required: true,
        maxLength: 120,
      },
      picture({
        name: 'logo',
        label: 'Logo of the trust',
        admin: {
          description:
            'Shown on the colour below: beside the name of the programme, 40 pixels high, and at the head of each email.',
        },
      }),
      {
        name: 'colour',
        type: 'select',
        required: true,
        defaultValue: 'blue',
        options: [...COLOURS],
      },
      picture({
        name: 'shareImage',
        label: 'Picture for sharing',
        admin: { description: 'Shown when somebody shares a page, best 1,200 by 630 pixels.' },
      }),
    ]),
    only('navigation', [links(8)]),
    only('footer', [links(12), { name: 'text', type: 'textarea', label: 'Words', maxLength: 300 }]),
    only('contact', [
      { name: 'team', type: 'text', label: 'Name of the team', required: true, maxLength: 80 },
      {
        name: 'person',
        type: 'text',
        label: 'Who answers',
        maxLength: 120,
        admin: {
          description: 'A name makes it easier to write, like “Sam and Jo in the central team”.',
        },
      },
      { name: 'email', type: 'email', required: true },
      { name: 'phone', type: 'text', maxLength: 30 },
      {
        name: 'groupTitle',
        type: 'text',
        label: 'Name of the community group',
        maxLength: 120,
        admin: {
          description: 'People find it on their own page. Leave it empty if there is none.',
        },
      },
      linkTo({ name: 'groupLink', label: 'How to join the group' }),
    ]),
    only('words', [changedSentences]),
    previewLink,
  ],
}

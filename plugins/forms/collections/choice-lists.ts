import type { CollectionConfig } from 'payload'

import type { FormsOptions } from '../types.ts'
import { component } from '../component.ts'
import { contentAccess, firstPublishedAt, formsPanel, giveKey, keyField, oneOf } from './common.ts'

/** Lists that people choose from: hospital sites, topics, countries. Their entries are `choices`. */
export const choiceLists = (options: FormsOptions): CollectionConfig => ({
  slug: 'choice-lists',
  labels: { singular: 'List', plural: 'Lists' },
  access: contentAccess(options),
  versions: { maxPerDoc: 100 },
  disableDuplicate: true,
  hooks: { beforeValidate: [giveKey('choice-lists', 'label')] },
  admin: {
    group: 'Forms',
    useAsTitle: 'label',
    defaultColumns: ['label', 'key', 'order'],
    hideAPIURL: true,
    hidden: options.hidden,
    components: { beforeListTable: [component('rsc', 'FormsPanel')] },
    description: 'What people choose from on the forms. The entries of each list are its choices.',
  },
  defaultSort: 'label',
  fields: [
    { name: 'label', type: 'text', label: 'Name', required: true, maxLength: 80 },
    {
      name: 'noun',
      type: 'text',
      label: 'What a sentence calls one of them',
      required: true,
      maxLength: 40,
      admin: { description: 'For example “route”, as in “Same route: Training post”.' },
    },
    {
      name: 'order',
      type: 'select',
      label: 'Order on the form',
      required: true,
      defaultValue: 'alphabet',
      options: [
        { value: 'alphabet', label: 'By the alphabet' },
        { value: 'asPlaced', label: 'As the choices are placed' },
      ],
    },
    {
      name: 'groupsFrom',
      type: 'text',
      label: 'Groups',
      maxLength: 40,
      admin: {
        description:
          'The list whose choices are the groups of this one, as regions are of countries.',
        components: { Field: oneOf('choice-lists') },
      },
    },
    keyField({ unique: true }),
    firstPublishedAt,
    formsPanel,
  ],
})

import { takeTurn } from '@mentoring/kit/take-turn'
import { type CollectionBeforeValidateHook, type CollectionConfig, ValidationError } from 'payload'

import { component } from '../component.ts'
import type { FormsOptions } from '../types.ts'
import { contentAccess, firstPublishedAt, formsPanel, giveKey, keyField, oneOf } from './common.ts'

/** The choices of all lists. What people chose is kept by key, so a new label renames it everywhere. */
export const choices = (options: FormsOptions): CollectionConfig => ({
  slug: 'choices',
  labels: { singular: 'Choice', plural: 'Choices' },
  orderable: true,
  access: contentAccess(options),
  versions: { maxPerDoc: 100 },
  disableDuplicate: true,
  indexes: [{ fields: ['list', 'key'], unique: true }],
  hooks: {
    beforeValidate: [requireList, giveKey('choices', 'label', 'list')],
    beforeChange: [
      async ({ data, operation, req }) => {
        // A new choice comes after the last one: two at once must not both see the same last one.
        if (operation === 'create') await takeTurn(req, 'order')
        return data
      },
      ({ data, operation, originalDoc, req }) => {
        const { list } = (originalDoc ?? data) as { list: string }
        const isChanged = operation === 'create' || data.isRetired === true
        if (req.context.isStarter || !isChanged || !options.knownLists?.includes(list)) return data
        const message =
          'The choices of this list are needed as they are: only their words can change.'
        throw new ValidationError({ collection: 'choices', errors: [{ path: 'list', message }] })
      },
    ],
  },
  admin: {
    group: 'Forms',
    useAsTitle: 'label',
    defaultColumns: ['label', 'list', 'group', 'isRetired', 'key'],
    listSearchableFields: ['label', 'key', 'synonyms'],
    pagination: { defaultLimit: 50 },
    hideAPIURL: true,
    hidden: options.hidden,
    components: { beforeListTable: [component('rsc', 'FormsPanel')] },
    description:
      'What people choose from. Retire a choice to offer it no more: whoever chose it keeps it.',
  },
  fields: [
    {
      name: 'list',
      type: 'text',
      required: true,
      index: true,
      maxLength: 40,
      access: { update: () => false },
      admin: { components: { Field: oneOf('choice-lists') } },
    },
    { name: 'label', type: 'text', label: 'Name', required: true, maxLength: 120 },
    {
      name: 'hint',
      type: 'text',
      maxLength: 200,
      admin: { description: 'Stands under the choice on the form.' },
    },
    {
      name: 'synonyms',
      type: 'text',
      hasMany: true,
      maxRows: 30,
      maxLength: 80,
      label: 'Other names',
      admin: { description: 'By which people look for it, such as “Burma” for Myanmar.' },
    },
    {
      name: 'group',
      type: 'text',
      maxLength: 40,
      admin: {
        description: 'The key of a choice of the list of groups, such as the region of a country.',
      },
    },
    {
      name: 'isNeutral',
      type: 'checkbox',
      label: 'Never counts as the same',
      defaultValue: false,
      admin: {
        description: 'For “Another …”: two people who choose it need have nothing in common.',
      },
    },
    {
      name: 'fitsAny',
      type: 'checkbox',
      label: 'Fits every other choice by half',
      defaultValue: false,
      admin: { description: 'For “I do not mind”.' },
    },
    {
      name: 'isRetired',
      type: 'checkbox',
      label: 'Retired',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description: 'No longer offered. Whoever chose it keeps it.',
      },
    },
    keyField(),
    firstPublishedAt,
    formsPanel,
  ],
})

/** A choice of no list would be lost. */
const requireList: CollectionBeforeValidateHook<{ id: string; list?: string }> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data?.list) return data
  const where = { key: { equals: data.list } }
  const { totalDocs } = await req.payload.count({
    collection: 'choice-lists',
    where,
    overrideAccess: true,
    req,
  })
  if (totalDocs > 0) return data
  const message = 'There is no such list. Choose one, or add it first.'
  throw new ValidationError({ collection: 'choices', errors: [{ path: 'list', message }] })
}

import { takeTurn } from '@mentoring/kit/take-turn'
import { seenByCode } from '@mentoring/kit/written-by-code'
import {
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type PayloadRequest,
  ValidationError,
} from 'payload'

import { component } from '../component.ts'
import type { FormsOptions } from '../types.ts'
import { contentAccess, firstPublishedAt, formsPanel, giveKey, keyField, oneOf } from './common.ts'

/** The choices of all lists. What people chose is kept by key, so a new label renames it everywhere. */
export const choices = (options: FormsOptions): CollectionConfig => ({
  slug: 'choices',
  labels: { singular: 'Choice', plural: 'Choices' },
  orderable: true,
  access: { ...contentAccess(options), ...unlessTyped(options) },
  versions: { maxPerDoc: 100 },
  disableDuplicate: true,
  indexes: [{ fields: ['list', 'key'], unique: true }],
  hooks: {
    beforeValidate: [requireList, requireGroup, giveKey('choices', 'label', 'list')],
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
        return refuse(
          'list',
          'The choices of this list are needed as they are: only their words can change.',
        )
      },
      // Whoever offers it says by that that it names nobody.
      ({ data, originalDoc }) => {
        const { isRetired } = (originalDoc ?? {}) as { isRetired?: boolean | null }
        return isRetired && data.isRetired === false ? { ...data, isTyped: false } : data
      },
      ({ data, originalDoc }) => {
        const { mergedInto } = (originalDoc ?? {}) as { mergedInto?: string | null }
        if (!mergedInto || data.isRetired !== false) return data
        return refuse('isRetired', 'This choice was merged into another one, so it stays retired.')
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
        description: 'Such as the region of a country.',
        components: { Field: component('rsc', 'GroupField') },
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
    {
      name: 'isTyped',
      type: 'checkbox',
      label: 'In the words of one person',
      defaultValue: false,
      access: { create: () => false, update: options.access.decideUse },
      admin: {
        position: 'sidebar',
        condition: (data) => data.isTyped === true,
        disableListColumn: true,
        description:
          'Somebody typed it before there was a list, so it may say who they are. Take the tick away when it names nobody: all editors see it then.',
      },
    },
    keyField(),
    firstPublishedAt,
    {
      name: 'mergedInto',
      type: 'text',
      maxLength: 40,
      // Not hidden: code reads it with the record.
      access: seenByCode,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    formsPanel,
    {
      name: 'merge',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: component('rsc', 'MergeChoice') },
      },
    },
  ],
})

/** What somebody has typed is seen by those alone who may know about people. */
const unlessTyped = ({ access }: FormsOptions): CollectionConfig['access'] => {
  const allowed = (field: string) => (asker: { req: PayloadRequest }) =>
    access.edit(asker) && (access.decideUse(asker) || { [field]: { not_equals: true } })
  return {
    read: allowed('isTyped'),
    update: allowed('isTyped'),
    readVersions: allowed('version.isTyped'),
  }
}

type ChoiceData = { id: string; group?: string | null; list?: string }

/** A choice of no list would be lost. */
const requireList: CollectionBeforeValidateHook<ChoiceData> = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data?.list) return data
  if (await findList(req, data.list)) return data
  return refuse('list', 'There is no such list. Choose one, or add it first.')
}

/** A group is a choice of the list that the choice’s own list takes its groups from. One that is kept is not asked about. */
const requireGroup: CollectionBeforeValidateHook<ChoiceData> = async ({
  data,
  originalDoc,
  req,
}) => {
  const group = data?.group
  if (!group || group === originalDoc?.group) return data
  const key = originalDoc?.list ?? data.list
  const list = key ? await findList(req, key) : undefined
  if (!list?.groupsFrom) return refuse('group', 'The choices of this list have no groups.')
  const { totalDocs } = await req.payload.count({
    collection: 'choices',
    where: { and: [{ list: { equals: list.groupsFrom } }, { key: { equals: group } }] },
    overrideAccess: true,
    req,
  })
  return totalDocs > 0 ? data : refuse('group', 'There is no such group. Choose one from the list.')
}

const findList = async (req: PayloadRequest, key: string) => {
  const { docs } = await req.payload.find({
    collection: 'choice-lists',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return docs[0]
}

const refuse = (path: string, message: string): never => {
  throw new ValidationError({ collection: 'choices', errors: [{ path, message }] })
}

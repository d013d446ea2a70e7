import {
  type CollectionBeforeValidateHook,
  type CollectionConfig,
  type CollectionSlug,
  type DateField,
  type Field,
  type TextField,
  type UIField,
  ValidationError,
} from 'payload'

import { component } from '../component.ts'
import { isKey, KEY_RULE, keyOf } from '../keys.ts'
import type { FormsOptions } from '../types.ts'

const nobody = () => false

/** Who may do what with the records that the forms are made of: a working copy until they are published. */
export const contentAccess = ({ access }: FormsOptions): CollectionConfig['access'] => ({
  create: access.edit,
  read: access.edit,
  update: access.edit,
  // What was published once is part of an edition, and of what people answered.
  delete: (asker) => (access.edit(asker) ? { firstPublishedAt: { exists: false } } : false),
  unlock: nobody,
  readVersions: access.edit,
})

/** When it was part of an edition for the first time. */
export const firstPublishedAt: DateField = {
  name: 'firstPublishedAt',
  type: 'date',
  label: 'First published',
  access: { create: nobody, update: nobody },
  admin: {
    position: 'sidebar',
    readOnly: true,
    condition: (data) => Boolean(data.firstPublishedAt),
    date: { displayFormat: 'd MMMM yyyy, HH:mm' },
  },
}

/** Says beside a record what is not published yet. */
export const formsPanel: UIField = {
  name: 'unpublished',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: component('rsc', 'FormsPanel') },
  },
}

/**
 * The field of a text that is the key of another record: one of them is chosen.
 *
 * @param onlyFor shows it only where a field of the record has one of these values
 */
export const oneOf = (
  collection: 'choice-lists' | 'questions',
  onlyFor?: { field: string; values: string[] },
) => ({
  path: component('client', 'OneOfInput'),
  clientProps: { collection, onlyFor },
})

/** The name that a record has in the code, in stored answers and in addresses: given once, for ever. */
export const keyField = (more: Partial<TextField> = {}): Field =>
  ({
    name: 'key',
    type: 'text',
    index: true,
    maxLength: 40,
    access: { update: nobody },
    validate: (value: unknown) => isKey(value) || KEY_RULE,
    admin: {
      position: 'sidebar',
      description: 'Stored with answers, and never changed. Left empty, it is made of the name.',
    },
    ...more,
  }) as TextField

/**
 * Gives a new record its key, and refuses one that is taken. Without regard to case: one of the databases has none
 * when it looks for a part of a text.
 *
 * @param from the field a key is made of
 * @param within a field that a key has to be unique in
 */
export const giveKey =
  (
    collection: CollectionSlug,
    from: string,
    within?: string,
  ): CollectionBeforeValidateHook<{ id: string; key?: string | null }> =>
  async ({ data, operation, req }) => {
    if (operation !== 'create' || !data) return data
    const given = data as Record<string, unknown>
    const name = given[from]
    const wanted = given.key || (typeof name === 'string' && keyOf(name))
    if (typeof wanted !== 'string' || !isKey(wanted)) return data
    const { docs } = await req.payload.find({
      collection,
      where: within ? { [within]: { equals: given[within] } } : {},
      select: { key: true },
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const taken = new Set(docs.map((doc) => String((doc as { key?: unknown }).key).toLowerCase()))
    if (!taken.has(wanted.toLowerCase())) return { ...data, key: wanted }
    const message = given.key
      ? 'This key is taken. Choose another one.'
      : 'There is one of this name. Choose another name, or type a key.'
    throw new ValidationError({
      collection,
      errors: [{ path: given.key ? 'key' : from, message }],
    })
  }

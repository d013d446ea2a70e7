import { cleanTexts } from '@mentoring/kit/clean-text'
import {
  type CollectionBeforeOperationHook,
  type Field,
  type FieldHook,
  type PayloadRequest,
  type SanitizedConfig,
  type TypeWithID,
  type UIField,
  ValidationError,
} from 'payload'

import { nobody, nobodyField } from './access.ts'

/**
 * What holds for every field of every collection and global, so that no single field can forget it.
 * Works on the finished config, where the fields are that plugins and Payload itself have added.
 */
export const guardFields = (config: SanitizedConfig): SanitizedConfig => {
  for (const { fields, slug } of [...config.collections, ...config.globals]) {
    for (const field of everyField(fields)) guard(field, slug)
  }
  for (const { fields, hooks, versions } of [...config.collections, ...config.globals]) {
    if (versions) (hooks.beforeChange ??= []).unshift(keepDenied(fields))
  }
  for (const { hooks, upload } of config.collections) {
    if (upload) hooks.beforeOperation = [dropFacts, ...(hooks.beforeOperation ?? [])]
  }
  return config
}

type NamedField = Exclude<Extract<Field, { name: string }>, UIField>

/** What Payload itself writes or works out, and lets everybody write who may change the record. */
const PAYLOADS_OWN = new Set(['createdAt', 'updatedAt', 'thumbnailURL'])

/** The point of a picture that stays in view, in percent. */
const FRACTIONS = new Set(['focalX', 'focalY'])

const TEXTS = new Set<Field['type']>(['code', 'email', 'json', 'richText', 'text', 'textarea'])

const guard = (field: NamedField, slug: string): void => {
  // Reaches no browser, so none can have a reason to write or ask for it.
  if ('hidden' in field && field.hidden) field.access = { ...nobodyField }
  if (PAYLOADS_OWN.has(field.name))
    field.access = { ...field.access, create: nobody, update: nobody }
  // Whoever may delete puts things in the bin by it; nothing begins there.
  if (field.name === 'deletedAt') field.access = { ...field.access, create: nobody }
  if (TEXTS.has(field.type)) before(field, ({ value }) => cleanTexts(value))
  if (field.access?.create || field.access?.update) before(field, refuseDenied(field, slug))
  if (field.type === 'number' && !FRACTIONS.has(field.name) && !field.custom?.mayBeFraction) {
    alsoCheck(field, (one) => Number.isSafeInteger(one) || 'Enter a whole number.')
  }
  // One of the databases has an empty list where nothing was ever given, the other nothing at all.
  if (isList(field)) {
    field.defaultValue ??= []
    before(field, ({ value }) => (value === null || value === '' ? [] : value))
  }
  // Payload takes blanks for an answer: a page would have an empty heading.
  if ((field.type === 'text' || field.type === 'textarea') && field.required) {
    refuseBlanks(field)
  }
  // A field's own validation takes the place of Payload's, limits and all.
  if ((field.type === 'text' || field.type === 'textarea') && field.maxLength) {
    const most = field.maxLength
    alsoCheck(field, (one) => String(one).length <= most || `Use ${most} characters or fewer.`)
  }
}

/** Is there a sign that shows? Neither blanks do nor what only steers how text runs. */
const hasInk = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Z}]/u.test(text)

type ListField = NamedField & { defaultValue?: unknown }

const isList = (field: NamedField): field is ListField =>
  field.type === 'array' ||
  field.type === 'blocks' ||
  ('hasMany' in field && field.hasMany === true)

/** A field that says in its own words what is missing is heard first. */
const refuseBlanks = (field: NamedField): void => {
  const validate = field.validate as ((value: unknown, args: never) => unknown) | undefined
  field.validate = (async (value: unknown, args: never) => {
    const answer = (await validate?.(value, args)) ?? true
    const isBlank = typeof value === 'string' && value !== '' && !hasInk(value)
    return answer === true && isBlank ? 'Write something: blanks alone show nothing.' : answer
  }) as typeof field.validate
}

/** Checks each value that is given before the field's own validation does. */
const alsoCheck = (field: NamedField, check: (value: unknown) => string | true): void => {
  const validate = field.validate as ((value: unknown, args: never) => unknown) | undefined
  field.validate = ((value: unknown, args: never) => {
    const given = [value].flat().filter((one) => one !== undefined && one !== null)
    const problem = given.map(check).find((answer) => answer !== true)
    return problem ?? validate?.(value, args) ?? true
  }) as typeof field.validate
}

/** What is known of a file from the file itself; Payload fills it in after this. */
const FACTS = [
  'filename',
  'filesize',
  'height',
  'mimeType',
  'sizes',
  'thumbnailURL',
  'url',
  'width',
]

const dropFacts: CollectionBeforeOperationHook = ({ args, operation, overrideAccess }) => {
  const { data } = args as { data?: Record<string, unknown> }
  if (overrideAccess || !data || !['create', 'update', 'updateByID'].includes(operation))
    return args
  return {
    ...args,
    data: Object.fromEntries(Object.entries(data).filter(([name]) => !FACTS.includes(name))),
  }
}

/** Of any field of any record. */
type UntypedHook = FieldHook<TypeWithID, unknown, Record<string, unknown>>

/** Puts a hook before those the field has: they get the cleaned value. */
const before = (field: NamedField, hook: UntypedHook): void => {
  const hooks = (field.hooks ?? {}) as { beforeValidate?: UntypedHook[] }
  field.hooks = { ...hooks, beforeValidate: [hook, ...(hooks.beforeValidate ?? [])] }
}

/** What a form sends back is never what the record has. */
const UNSTEADY = new Set(['changedAt', 'changedBy', 'thumbnailURL', 'updatedAt'])

/**
 * Payload drops a value that may not be written and answers that all is saved. Whoever sends another
 * value than the record has is told. An admin form sends what it was given: that passes.
 */
const refuseDenied =
  (field: NamedField, slug: string): UntypedHook =>
  async ({
    data,
    operation,
    originalDoc,
    overrideAccess,
    path,
    req,
    siblingData,
    value,
    ...at
  }) => {
    const may = operation === 'create' ? field.access?.create : field.access?.update
    if (overrideAccess || !may || UNSTEADY.has(field.name)) return value
    if (req.context.isRestoringVersion) return value
    const sent = siblingData[field.name]
    // Payload has put in the default of a new record by now.
    const kept: unknown = operation === 'create' ? defaultOf(field) : at.previousValue
    if (sent === undefined || isSame(sent, kept)) return value
    if (await may({ req, id: originalDoc?.id, data, siblingData, doc: originalDoc })) return value
    throw new ValidationError(
      {
        collection: slug,
        errors: [
          {
            path: path.join('.'),
            message:
              'This can’t be changed here, or it has changed since you opened the page. Load the page again.',
          },
        ],
      },
      req.t,
    )
  }

/**
 * Whoever brings an older version back may not write every field of it. Payload leaves those out, and then misses
 * the ones that are required: they stay as they are now.
 */
const keepDenied = (fields: Field[]) => {
  const guarded = fields.flatMap(function named(field): string[] {
    if ('name' in field)
      return field.name && 'access' in field && field.access?.update ? [field.name] : []
    return 'fields' in field ? field.fields.flatMap(named) : []
  })
  return ({ data, originalDoc, req }: Restored): Record<string, unknown> => {
    if (!req.context.isRestoringVersion) return data
    const left = guarded.filter((name) => data[name] === undefined)
    return { ...data, ...Object.fromEntries(left.map((name) => [name, originalDoc?.[name]])) }
  }
}

type Restored = {
  data: Record<string, unknown>
  originalDoc?: Record<string, unknown>
  req: PayloadRequest
}

const defaultOf = (field: NamedField): unknown =>
  'defaultValue' in field && typeof field.defaultValue !== 'function' ? field.defaultValue : null

const isSame = (sent: unknown, kept: unknown): boolean => textOf(sent) === textOf(kept)

const textOf = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return ''
  return value instanceof Date
    ? value.toISOString()
    : JSON.stringify(value).replace(/^"(.*)"$/, '$1')
}

/** Every field with a name, however deep in groups, rows, tabs, lists or blocks. */
const everyField = (fields: Field[]): NamedField[] =>
  fields.flatMap((field) => [
    ...('name' in field && field.name && field.type !== 'ui' ? [field] : []),
    ...('fields' in field ? everyField(field.fields) : []),
    ...(field.type === 'tabs' ? field.tabs.flatMap((tab) => everyField(tab.fields)) : []),
    ...(field.type === 'blocks' ? field.blocks.flatMap((block) => everyField(block.fields)) : []),
  ])

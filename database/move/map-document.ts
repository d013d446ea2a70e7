import type { Block, FlattenedField, SanitizedConfig } from 'payload'

import { renameInText, renameInValue } from './ids.ts'

type Row = Record<string, unknown>

/** How the ids in a document become others. */
export type Renaming = {
  /** The new id of a moved record; nothing for an id of anything else. */
  rename: (oldId: string) => string | undefined
  /** What a relationship holds for an old id of a collection. */
  relation: (collection: string, oldId: string) => unknown
}

/** Leaves all ids as they are: only brings a document into the form in which two are compared. */
export const AS_IT_IS: Renaming = { rename: () => undefined, relation: (_, id) => id }

/**
 * A document of the embedded database as MongoDB is to hold it. Relationships get the new ids, wherever
 * the fields name one; texts and JSON get them where an old id stands in them. The embedded database
 * reads a value that was never given as null, or as an empty list; on MongoDB it is left out, as Payload
 * would. It is kept where leaving it out would bring in the field's default.
 *
 * @param fields of the collection, global or versions, flattened
 */
export const mapDocument = (
  document: Row,
  fields: FlattenedField[],
  config: SanitizedConfig,
  renaming: Renaming,
): Row => {
  const byName = new Map(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => {
      const field = byName.get(name)
      // Not of the fields: the id, the kind of a block or of a global.
      if (!field) return [[name, renameInValue(value, renaming.rename)]]
      if (field.type === 'join') return []
      const mapped = mapValue(value, field, config, renaming)
      return isEmpty(mapped, field) && !hasDefault(field) ? [] : [[name, mapped]]
    }),
  )
}

const mapValue = (
  value: unknown,
  field: FlattenedField,
  config: SanitizedConfig,
  renaming: Renaming,
): unknown => {
  if (value === null || value === undefined) return value
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return Array.isArray(value)
        ? value.map((item) => mapRelation(item, field.relationTo, renaming))
        : mapRelation(value, field.relationTo, renaming)
    case 'group':
    case 'tab':
      return mapDocument(value as Row, field.flattenedFields, config, renaming)
    case 'array':
      return (value as Row[]).map((row) =>
        mapDocument(row, field.flattenedFields, config, renaming),
      )
    case 'blocks':
      return (value as Row[]).map((row) => {
        const block = findBlock(field.blocks, field.blockReferences, row.blockType, config)
        return mapDocument(row, block.flattenedFields, config, renaming)
      })
    default:
      return typeof value === 'string'
        ? renameInText(value, renaming.rename)
        : renameInValue(value, renaming.rename)
  }
}

const mapRelation = (
  value: unknown,
  relationTo: string | string[],
  { relation }: Renaming,
): unknown => {
  if (typeof relationTo === 'string') return relation(relationTo, String(value))
  const chosen = value as { relationTo: string; value: unknown }
  return {
    relationTo: chosen.relationTo,
    value: relation(chosen.relationTo, String(chosen.value)),
  }
}

type FlatBlock = Block & { flattenedFields: FlattenedField[] }

const findBlock = (
  blocks: Block[],
  references: (Block | string)[] | undefined,
  slug: unknown,
  config: SanitizedConfig,
): FlatBlock => {
  const found = (references ?? blocks)
    .map((block) =>
      typeof block === 'string' ? config.blocks?.find((each) => each.slug === block) : block,
    )
    .find((block) => block?.slug === slug)
  if (!found) throw new Error(`A page has a block "${String(slug)}" that this version lacks.`)
  return found as FlatBlock
}

const isEmpty = (value: unknown, { type }: FlattenedField): boolean =>
  value === null ||
  value === undefined ||
  // A JSON text is kept as it is by both databases.
  (Array.isArray(value) && value.length === 0 && type !== 'json') ||
  // The schema of MongoDB makes this of a place that was never given.
  (type === 'point' && Object.keys(value).length === 0)

/** Would the field get a value by itself when it has none? */
const hasDefault = (field: FlattenedField): boolean =>
  'defaultValue' in field &&
  field.defaultValue !== undefined &&
  typeof field.defaultValue !== 'function'

import type { FlattenedBlock, FlattenedField } from 'payload'

import type { Finding } from '@mentoring/publication'

/** A record of content, as editors know it. */
export type ContentRecord = {
  /** Such as `The resource link “A guide”`. */
  name: string
  /** Below the admin's own path. */
  path: string
  fields: FlattenedField[]
}

/**
 * Names a field as editors see it: the labels on the way to it, and which row.
 *
 * @example fieldName(fields, ['facts', 1, 'text']) // 'Facts in figures, row 2, What it counts'
 */
export const fieldName = (fields: FlattenedField[], place: PropertyKey[]): string =>
  namesOf(fields, place).join(', ')

const namesOf = (fields: FlattenedField[], [key, ...rest]: PropertyKey[]): string[] => {
  if (key === undefined) return []
  if (typeof key === 'number') return [`row ${key + 1}`, ...namesOf(fields, rest)]
  const field = fields.find(({ name }) => name === key)
  const label = field && 'label' in field && typeof field.label === 'string' ? field.label : key
  if (field?.type === 'blocks') return [String(label), ...namesInPart(field.blocks, rest)]
  const inside = field && 'flattenedFields' in field ? field.flattenedFields : []
  return [String(label), ...namesOf(inside, rest)]
}

/** The place in a part of a page: which part it is, as `[1, 'cards', 'title']` for the second one. */
const namesInPart = (kinds: FlattenedBlock[], [number, kind, ...rest]: PropertyKey[]): string[] => {
  if (typeof number !== 'number') return []
  const found = kinds.find(({ slug }) => slug === kind)
  const label = found?.labels?.singular
  const name = typeof label === 'string' ? `${number + 1} (${label})` : `${number + 1}`
  return [name, ...namesOf(found?.flattenedFields ?? [], rest)]
}

/** Says that something in a record can't be used as it is. */
export const findingIn = (record: ContentRecord, place: PropertyKey[], what: string): Finding => ({
  text: `${record.name}, “${fieldName(record.fields, place)}”: ${what}`,
  path: record.path,
})

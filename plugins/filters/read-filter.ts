import type { FlattenedField, Payload, Where } from 'payload'

import { type Operator, OPERATORS } from './operators.ts'
import { readValue, type Value } from './read-value.ts'
import { quoted, Unreadable } from './unreadable.ts'

/** A filter that has been understood. */
export type Filter = { all: Filter[] } | { any: Filter[] } | Condition

/** One question about one field. */
export type Condition = {
  /** From the record the filter is about to the field, or to a relationship on the way to it. */
  path: string
  /** Can the record have several values there? */
  isMany: boolean
  /** The type of the field that is asked about. */
  type: string
  operator: Operator
  value: Value | Value[]
  /** The condition that the related record must meet, when the path leads to another record. */
  related?: { collection: string; condition: Condition }
}

/** What a filter is read with. */
export type Language = {
  fields: FlattenedField[]
  collections: Payload['collections']
  isId: (text: string) => boolean
}

/** Deeper than anybody filters. */
const DEEPEST = 10

/**
 * Reads a filter as Payload takes it.
 *
 * @throws Unreadable when any part of it can't be read, saying which.
 */
export const readFilter = (where: unknown, language: Language, depth = 0): Filter => {
  if (depth > DEEPEST) throw new Unreadable('This filter is nested too deeply to be read.')
  if (!isObject(where)) throw new Unreadable('This filter can’t be read: it is not made of fields.')
  const all = Object.entries(where as Where).flatMap(([key, value]): Filter[] => {
    const word = key.toLowerCase()
    if (word === 'and' || word === 'or') {
      const parts = listOf(value, word).map((part) => readFilter(part, language, depth + 1))
      // Payload’s own forms send an empty group when nothing is chosen.
      if (parts.length === 0) return []
      return [word === 'and' ? { all: parts } : { any: parts }]
    }
    if (!isObject(value)) throw cannot(key, 'needs an operator and a value')
    return Object.entries(value).map(([operator, raw]) =>
      readCondition(key, operator, raw, language),
    )
  })
  return all.length === 1 ? all[0]! : { all }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const listOf = (value: unknown, word: string): unknown[] => {
  if (Array.isArray(value)) return value
  throw new Unreadable(`This filter can’t be read: “${word}” needs a list of filters.`)
}

const readCondition = (
  key: string,
  operator: string,
  raw: unknown,
  language: Language,
): Condition => {
  // Both spellings are Payload’s: the second is for places where a dot can’t stand.
  const path = key === '_id' ? 'id' : key.replaceAll('__', '.')
  return follow(path, path.split('.'), operator, raw, language)
}

/** Walks from field to field, and on into related records. */
const follow = (
  whole: string,
  segments: string[],
  operator: string,
  raw: unknown,
  language: Language,
): Condition => {
  let fields = language.fields
  let isMany = false
  for (const [i, segment] of segments.entries()) {
    const rest = segments.slice(i + 1)
    const path = segments.slice(0, i + 1).join('.')
    if (segment === 'id' && i === 0 && rest.length === 0) {
      return ask({ whole, path, isMany, field: ID, operator, raw }, language)
    }
    const field = fields.find(({ name }) => name === segment)
    if (!field) throw cannot(whole, 'is about a field that is not there')
    if ('virtual' in field && typeof field.virtual === 'string' && rest.length === 0) {
      const target = [...segments.slice(0, i), ...field.virtual.split('.')]
      return follow(whole, target, operator, raw, language)
    }
    isMany ||= field.type === 'array' || ('hasMany' in field && Boolean(field.hasMany))
    if (rest.length === 0) return ask({ whole, path, isMany, field, operator, raw }, language)
    if (field.type === 'group' || field.type === 'tab' || field.type === 'array') {
      fields = field.flattenedFields
      continue
    }
    if (field.type === 'relationship' || field.type === 'upload') {
      const { relationTo } = field
      if (Array.isArray(relationTo)) {
        if (operator === 'exists') throw cannot(whole, 'is about a part of a field')
        const part = { whole, path: `${path}.${rest[0]}`, isMany, operator, raw }
        if (rest.length === 1 && rest[0] === 'value') {
          return ask({ ...part, field: { type: 'relationship' } }, language)
        }
        if (rest.length === 1 && rest[0] === 'relationTo') {
          return ask({ ...part, field: { type: 'select', options: relationTo } }, language)
        }
        throw cannot(whole, 'is about a field that is not there')
      }
      if (rest.length === 1 && rest[0] === 'id') {
        return ask({ whole, path, isMany, field, operator, raw }, language)
      }
      const { config } = language.collections[relationTo]
      const condition = follow(whole, rest, operator, raw, {
        ...language,
        fields: config.flattenedFields,
      })
      return { ...condition, path, isMany, related: { collection: relationTo, condition } }
    }
    throw cannot(whole, 'is about a part of a field that can’t be filtered by')
  }
  throw cannot(whole, 'is about a field that is not there')
}

/** What looks for ids; the list’s search asks as if they were words. */
const SEARCHES_ID = new Set(['contains', 'equals', 'in', 'like'])

// Every record has one; the finished config lists no field for it.
const ID = { name: 'id', type: 'relationship' } as unknown as FlattenedField

const ask = (
  {
    whole,
    field,
    operator,
    raw,
    ...place
  }: {
    whole: string
    path: string
    isMany: boolean
    field: Pick<FlattenedField, 'type'> & { options?: unknown }
    operator: string
    raw: unknown
  },
  { isId }: Language,
): Condition => {
  if (field === ID && SEARCHES_ID.has(operator)) {
    return { ...place, type: 'id', operator: 'in', value: idsIn(raw, isId) }
  }
  const isPolymorphic = 'relationTo' in field && Array.isArray(field.relationTo)
  const known = isPolymorphic ? undefined : OPERATORS[field === ID ? 'id' : field.type]
  if (!known) throw cannot(whole, 'is about a field that can’t be filtered by')
  if (!known.includes(operator as Operator)) {
    throw cannot(whole, 'asks what can’t be asked of this field')
  }
  const asked = { path: whole, field, operator: operator as Operator, isId }
  const type = field === ID ? 'id' : field.type
  return { ...place, type, operator: asked.operator, value: readValue(asked, raw) }
}

const idsIn = (raw: unknown, isId: (text: string) => boolean): string[] =>
  (typeof raw === 'string' ? raw.split(',') : [raw].flat()).filter(
    (id): id is string => typeof id === 'string' && isId(id),
  )

const cannot = (path: string, why: string): Unreadable =>
  new Unreadable(`The filter on ${quoted(path)} can’t be read: it ${why}.`)

/** The ids a filter is limited to, when it names them; nothing when it finds records by other means. */
export const namedIds = (filter: Filter): string[] | undefined => {
  if ('all' in filter) {
    for (const part of filter.all) {
      const ids = namedIds(part)
      if (ids) return ids
    }
    return undefined
  }
  if ('any' in filter || filter.type !== 'id' || filter.related) return undefined
  if (filter.operator !== 'equals' && filter.operator !== 'in') return undefined
  return [filter.value].flat().filter((id) => typeof id === 'string')
}

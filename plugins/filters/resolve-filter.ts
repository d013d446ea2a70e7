import type { Where } from 'payload'

import { hasText, hasWords } from '@mentoring/kit/fold'
import { denied, type Operator } from './operators.ts'
import type { Condition, Filter } from './read-filter.ts'
import { isText, type Value } from './read-value.ts'
import { Unreadable } from './unreadable.ts'

/** How the records are read that a condition can’t be asked of the database directly. */
export type Records = {
  /** All records of the collection in hand that the filter finds: id, and what is at the path. */
  load: (where: Where, path?: string) => Promise<Record<string, unknown>[]>
  /** The same for another collection. */
  of: (collection: string) => Records
}

const EVERYBODY: Where = {}
const NOBODY: Where = { id: { in: [] } }

/** More ids than a statement should carry. */
const MOST_IDS = 20_000

/**
 * Says a filter in the few words that both databases understand alike: one comparison of one
 * unrepeated value each, held together by “and” and “or”. What they understand differently
 * is answered here and becomes a list of ids: words, which one of them compares without
 * accents in mind and with wildcards, and fields with several values, of which one of them asks
 * each question about the same value.
 *
 * @throws Unreadable when more records would have to be named than a statement can carry.
 */
export const resolveFilter = async (filter: Filter, records: Records): Promise<Where> => {
  if ('all' in filter) {
    const parts = await each(filter.all, records)
    return all(parts.filter((part) => part !== EVERYBODY))
  }
  if ('any' in filter) {
    const parts = await each(filter.any, records)
    return parts.includes(EVERYBODY) ? EVERYBODY : { or: parts }
  }
  const positive = denied(filter.operator)
  if (filter.related) return askRelated(filter, positive, records)
  if (needsReading(filter)) {
    const ids = await idsWhere({ ...filter, operator: positive ?? filter.operator }, records)
    return positive ? without(ids) : only(ids)
  }
  return compare(filter)
}

/** Does a filter that was resolved leave nobody out, however it was written? */
export const findsAll = (resolved: Where): boolean => resolved === EVERYBODY

const each = async (filters: Filter[], records: Records): Promise<Where[]> => {
  const parts: Where[] = []
  // One after the other: a transaction of MongoDB takes one operation at a time.
  for (const part of filters) parts.push(await resolveFilter(part, records))
  return parts
}

const all = (parts: Where[]): Where => {
  if (parts.length === 0) return EVERYBODY
  return parts.length === 1 ? parts[0]! : { and: parts }
}

const WORDS: Operator[] = ['contains', 'like', 'not_like']

const needsReading = ({ isMany, operator, type }: Condition): boolean =>
  isMany || type === 'array' || (isText(type) && WORDS.includes(operator))

/** Conditions on a related record become the ids of those that meet it. */
const askRelated = async (
  { isMany, path, related }: Condition,
  positive: Operator | undefined,
  records: Records,
): Promise<Where> => {
  const { collection, condition } = related!
  const others = records.of(collection)
  // “Has nothing there” is also true of whoever has no related record at all.
  const isAbsence = condition.operator === 'exists' && condition.value === false
  const asked = {
    ...condition,
    ...(isAbsence && { value: true }),
    operator: positive ?? condition.operator,
  }
  const where = await resolveFilter(asked, others)
  const ids = (await others.load(where)).map(({ id }) => id as string)
  const isDenial = isAbsence || positive !== undefined
  const one: Condition = {
    path,
    isMany,
    type: 'relationship',
    operator: isDenial ? 'not_in' : 'in',
    value: limited(ids),
  }
  return resolveFilter(one, records)
}

/** The ids of the records of which one value meets the condition. */
const idsWhere = async (condition: Condition, records: Records): Promise<string[]> => {
  const { path, operator, value } = condition
  const isAbsence = operator === 'exists' && value === false
  const docs = await records.load(EVERYBODY, path)
  const meets = meeting(condition)
  const ids = docs
    .filter((doc) => {
      const values = valuesAt(doc, path.split('.'))
      // A list with nothing in it and one that was never made are both “nothing”.
      const has = (values.length === 0 ? [null] : values).some(meets)
      return isAbsence ? !has : has
    })
    .map(({ id }) => id as string)
  return limited(ids)
}

const limited = (ids: string[]): string[] => {
  if (ids.length <= MOST_IDS) return ids
  throw new Unreadable('This filter finds too many records. Narrow it down and try again.')
}

/** All values at a path, through lists on the way. */
const valuesAt = (from: unknown, path: string[]): unknown[] => {
  if (Array.isArray(from)) return from.flatMap((item) => valuesAt(item, path))
  const [segment, ...rest] = path
  if (segment === undefined) return [from]
  return typeof from === 'object' && from !== null
    ? valuesAt((from as Record<string, unknown>)[segment], rest)
    : []
}

/** The question whether a value meets a condition; what is looked for is read once for all of them. */
const meeting = ({ operator, type, value }: Condition): ((raw: unknown) => boolean) => {
  const hasWhatIsSought = (operator === 'like' ? hasWords : hasText)(String(value))
  return (raw) => {
    const own = plain(raw)
    const isNothing = own === null || (isText(type) && own === '')
    const is = (other: Value) => (isNothing ? other === null || other === '' : own === other)
    switch (operator) {
      case 'exists':
        return !isNothing
      case 'equals':
        return is(value as Value)
      case 'in':
        return (value as Value[]).some(is)
      case 'like':
        return typeof own === 'string' && hasWhatIsSought(own)
      case 'contains':
        return isText(type) ? typeof own === 'string' && hasWhatIsSought(own) : is(value as Value)
      case 'greater_than':
        return !isNothing && own! > (value as string)
      case 'greater_than_equal':
        return !isNothing && own! >= (value as string)
      case 'less_than':
        return !isNothing && own! < (value as string)
      case 'less_than_equal':
        return !isNothing && own! <= (value as string)
      default:
        return false
    }
  }
}

type ObjectId = { toString: () => string }

/** Ids may come as objects of the database’s own, or inside their record. */
const plain = (raw: unknown): Value | undefined => {
  if (raw === undefined || raw === null) return null
  if (raw instanceof Date) return raw.toISOString()
  if (typeof raw === 'object') return String('id' in raw ? raw.id : (raw as ObjectId))
  return raw as Value
}

const only = (ids: string[]): Where => (ids.length === 0 ? NOBODY : { id: { in: ids } })
const without = (ids: string[]): Where => (ids.length === 0 ? EVERYBODY : { id: { not_in: ids } })

/** A comparison that the database makes. “Nothing” is one thing: missing, null or the empty text. */
const compare = ({ operator, path, type, value }: Condition): Where => {
  const hasNothing: Where = isText(type)
    ? { or: [{ [path]: { exists: false } }, { [path]: { equals: '' } }] }
    : { [path]: { exists: false } }
  const hasSome: Where = isText(type)
    ? { and: [{ [path]: { exists: true } }, { [path]: { not_equals: '' } }] }
    : { [path]: { exists: true } }
  const isNothing = (one: Value) => one === null || one === ''

  switch (operator) {
    case 'exists':
      if (type === 'id') return value ? EVERYBODY : NOBODY
      return value ? hasSome : hasNothing
    case 'contains':
    case 'equals':
    case 'not_equals': {
      // Of a field with one value, “one of its answers is this” is “it is this”.
      const own = operator === 'contains' ? 'equals' : operator
      if (isNothing(value as Value)) {
        if (type === 'id') return own === 'equals' ? NOBODY : EVERYBODY
        return own === 'equals' ? hasNothing : hasSome
      }
      return { [path]: { [own]: value } }
    }
    case 'in':
    case 'not_in': {
      const some = (value as Value[]).filter((one) => !isNothing(one))
      const takesNothing = some.length < (value as Value[]).length && type !== 'id'
      if (type === 'id')
        return operator === 'in' ? only(some as string[]) : without(some as string[])
      if (operator === 'in') {
        const parts = [
          ...(takesNothing ? [hasNothing] : []),
          ...(some.length > 0 ? [{ [path]: { in: some } }] : []),
        ]
        return parts.length === 0 ? NOBODY : parts.length === 1 ? parts[0]! : { or: parts }
      }
      const notIn: Where = some.length > 0 ? { [path]: { not_in: some } } : EVERYBODY
      if (takesNothing) return some.length > 0 ? { and: [hasSome, notIn] } : hasSome
      return some.length > 0 ? { or: [hasNothing, notIn] } : EVERYBODY
    }
    default:
      return { [path]: { [operator]: value } }
  }
}

import type { FlattenedField, OptionObject } from 'payload'

import { type Operator, takesList } from './operators.ts'
import { quoted, Unreadable } from './unreadable.ts'

/** A value as the databases are given it; null stands for “nothing”. */
export type Value = boolean | number | string | null

/** What a value is read for. */
type Asked = {
  path: string
  field: Pick<FlattenedField, 'type'> & { options?: unknown }
  operator: Operator
  isId: (text: string) => boolean
}

/**
 * Reads the value of a condition by the type of its field. From an address every value is text, from
 * code it has its own type; what means neither is refused, never dropped.
 *
 * @throws Unreadable with what is needed instead. It does not repeat the value.
 */
export const readValue = (asked: Asked, raw: unknown): Value | Value[] => {
  if (asked.operator === 'exists') return readYesNo(asked, raw)
  if (!takesList(asked.operator)) return readOne(asked, raw)
  return listOf(asked, raw).map((item) => readOne(asked, item))
}

const TEXTS = new Set(['code', 'email', 'text', 'textarea'])

/** Is the field's value words? Then nothing and the empty text are the same to people. */
export const isText = (type: string): boolean => TEXTS.has(type)

const listOf = (asked: Asked, raw: unknown): unknown[] => {
  if (Array.isArray(raw)) return raw
  // An address may name them in one text.
  if (typeof raw === 'string') return raw.split(',').map((item) => item.trim())
  if (typeof raw === 'number') return [raw]
  return refuse(asked, 'needs a list of values')
}

const comparesAmounts = (operator: Operator): boolean => /_than/.test(operator)

const readOne = (asked: Asked, raw: unknown): Value => {
  const { type } = asked.field
  if (isText(type)) return readText(asked, raw)
  if (raw === null || raw === 'null') {
    return comparesAmounts(asked.operator) ? refuse(asked, 'needs a value') : null
  }
  if (type === 'checkbox') return readYesNo(asked, raw)
  if (type === 'number') return readNumber(asked, raw)
  if (type === 'date') return readDate(asked, raw)
  if (type === 'relationship' || type === 'upload') return readId(asked, raw)
  if (type === 'select' || type === 'radio') return readOption(asked, raw)
  return refuse(asked, 'can’t be compared with a value')
}

/** Longest text that can be searched for, in characters. */
const LONGEST = 1000

const readText = (asked: Asked, raw: unknown): Value => {
  if (raw === null) return ''
  if (typeof raw !== 'string') return refuse(asked, 'needs a text')
  if (raw.length > LONGEST) return refuse(asked, `takes at most ${LONGEST} characters`)
  return raw
}

const readYesNo = (asked: Asked, raw: unknown): boolean => {
  if (raw === true || raw === 'true') return true
  if (raw === false || raw === 'false') return false
  return refuse(asked, 'needs “true” or “false”')
}

const readNumber = (asked: Asked, raw: unknown): number => {
  if (typeof raw === 'number' && Number.isFinite(raw)) return raw
  if (typeof raw === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(raw)) return Number(raw)
  return refuse(asked, 'needs a number')
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/

const readDate = (asked: Asked, raw: unknown): string => {
  if (raw instanceof Date && !Number.isNaN(raw.getTime())) return raw.toISOString()
  const [text, year, month, day] = (typeof raw === 'string' ? DATE.exec(raw) : null) ?? []
  const date = new Date(text ?? NaN)
  // JavaScript takes 30 February for 2 March.
  const isReal =
    text !== undefined &&
    !Number.isNaN(date.getTime()) &&
    Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return isReal ? date.toISOString() : refuse(asked, 'needs a date like 2026-12-31')
}

const readId = (asked: Asked, raw: unknown): Value => {
  if (raw === '') return null
  if (typeof raw === 'string' && asked.isId(raw)) return raw
  return refuse(asked, 'needs the id of a record')
}

const readOption = (asked: Asked, raw: unknown): string => {
  if (typeof raw === 'string' && valuesOf(asked.field).includes(raw)) return raw
  return refuse(asked, 'needs one of its answers')
}

/** The values of the answers a field offers. */
export const valuesOf = ({ options }: { options?: unknown }): string[] =>
  ((options ?? []) as (OptionObject | string)[]).map((option) =>
    typeof option === 'string' ? option : option.value,
  )

const refuse = ({ path }: Asked, need: string): never => {
  throw new Unreadable(`The filter on ${quoted(path)} can’t be read: it ${need}.`)
}

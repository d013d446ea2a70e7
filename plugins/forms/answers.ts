import { cleanText, hasLetter } from '@mentoring/kit/clean-text'
import { normalEmail, shownEmail } from '@mentoring/kit/email-address'

import { optionNamed } from './find-option.ts'
import { type FormField, type FormSchema, LONGEST_TEXT, questions } from './form-types.ts'
import { monthOf } from './months.ts'
import { normalPhone } from './phone.ts'
import { asciiDigits } from './typed-digits.ts'

/** What came in, by input name: a form's text, or whatever a JSON body held. */
export type RawAnswers = Record<string, unknown>

/** Values of the inputs as they came, to be shown again. */
export type InputValues = Record<string, string | string[]>

/** A question that was not answered as it must be. An empty `field` means the form as a whole. */
export type AnswerError = { field: string; message: string }

/** Checked answers, ready for the collection; `consent` is left out. */
export type Answers = Record<string, boolean | number | string | string[] | undefined>

/** Answers as a database gives them back: `null` where a question was left out. */
type Stored = Record<string, Answers[string] | null>

type Checked = { ok: true; value: Answers[string] } | { ok: false; problem: 'invalid' | 'missing' }

const EARLIEST_YEAR = 1960
const YEARS_AHEAD = 2

/**
 * Checks what an applicant sent against the form, all questions at once.
 *
 * @param raw input values by name; unknown names are reported by {@link unknownInputs}, not here.
 * @param now today, for dates.
 * @returns the answers when `errors` is empty; errors in the order of the questions.
 */
export const checkAnswers = (
  form: FormSchema,
  raw: RawAnswers,
  now: Date,
): { answers: Answers; errors: AnswerError[] } => {
  const answers: Answers = {}
  const errors: AnswerError[] = []
  for (const field of questions(form)) {
    if (!isAsked(field, answers)) continue
    const checked = check(field, raw, now)
    if (!checked.ok) errors.push({ field: field.name, message: field[checked.problem] })
    else if (field.type !== 'consent') answers[field.name] = checked.value
  }
  return { answers, errors }
}

/**
 * Names of inputs that the form does not have.
 *
 * @param allowed further names that may come along, such as the step.
 */
export const unknownInputs = (form: FormSchema, raw: RawAnswers, allowed: string[]): string[] => {
  const known = new Set([...allowed, ...inputNames(questions(form))])
  return Object.keys(raw).filter((name) => !known.has(name))
}

/**
 * Names of the inputs that ask some questions.
 *
 * @example inputNames([{ name: 'arrival', type: 'monthYear', … }]) // ['arrival', 'arrival-month', 'arrival-year']
 */
export const inputNames = (fields: FormField[]): string[] =>
  fields.flatMap(({ name, type }) => {
    const parts = type === 'date' ? ['day', 'month', 'year'] : ['month', 'year']
    const isDate = type === 'date' || type === 'monthYear'
    return [name, ...(isDate ? parts.map((part) => `${name}-${part}`) : [])]
  })

/**
 * What came in as inputs show it again: texts, for anything else a program sent has no place in one.
 *
 * @param without names to be left out
 */
export const inputValues = (raw: RawAnswers, without: string[] = []): InputValues => {
  const values: InputValues = {}
  for (const [name, value] of Object.entries(raw)) {
    if (without.includes(name)) continue
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter((item) => typeof item === 'string')
  }
  return values
}

/**
 * The answers as people read them, for "check your answers", by section.
 */
export const answerRows = (form: FormSchema, answers: Stored) =>
  form.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.type !== 'consent')
      .filter((field) => isAsked(field, answers))
      .map((field) => ({
        section: section.title,
        field: field.name,
        label: field.label,
        value: readable(field, answers[field.name]),
        /** A choice a line. */
        isList: Array.isArray(answers[field.name]),
      })),
  )

/** What a record answers to a form, as people read it: labels and values alone. */
export const labelledAnswers = (form: FormSchema, record: object) =>
  answerRows(form, record as Stored).map(({ label, value }) => ({ label, value }))

/**
 * Is a question asked, as the others are answered? Judged by the checked answers, not by the input: it
 * may be written in another way.
 */
export const isAsked = ({ showWhen }: FormField, answers: Stored): boolean =>
  !showWhen || showWhen.isOneOf.includes(String(answers[showWhen.field]))

const check = (field: FormField, raw: RawAnswers, now: Date): Checked => {
  if (field.type === 'monthYear') return checkMonthYear(field, raw, now)
  if (field.type === 'date') return checkDate(field, raw)
  const value = raw[field.name]
  if (field.type === 'checkboxes' || field.type === 'selects') return checkList(field, value)
  if (field.type === 'yesNo' && typeof value === 'boolean') return { ok: true, value }
  if (field.type === 'consent' && value === true) return { ok: true, value }
  const text = typeof value === 'number' && field.type === 'number' ? String(value) : value
  if (text === undefined || text === null) return empty(field)
  if (typeof text !== 'string') return INVALID
  const clean = cleanText(text)
  const tidy = field.type === 'textarea' ? clean.trim() : clean.replace(/\s+/g, ' ').trim()
  // No keyboard writes control characters: whoever sends them is told, not corrected.
  const rest =
    field.type === 'textarea'
      ? text.replace(/\r\n?/g, '\n').trim()
      : text.replace(/\s+/g, ' ').trim()
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(rest)) return INVALID
  if (tidy === '') return empty(field)
  return checkText(field, tidy)
}

const INVALID: Checked = { ok: false, problem: 'invalid' }

const empty = (field: FormField): Checked =>
  field.required ? { ok: false, problem: 'missing' } : { ok: true, value: undefined }

const checkText = (field: FormField, text: string): Checked => {
  const value = toValue(field, text)
  return value === undefined ? INVALID : { ok: true, value }
}

/** What is kept of a text; nothing when it is no answer to the question. */
const toValue = (field: FormField, text: string): Answers[string] => {
  const most = field.maxLength ?? LONGEST_TEXT
  switch (field.type) {
    case 'email':
      return normalEmail(text)
    case 'tel': {
      const phone = normalPhone(text)
      return phone !== undefined && phone.length <= most ? phone : undefined
    }
    case 'name':
      return text.length <= most && hasLetter(text) ? text : undefined
    case 'number': {
      const digits = asciiDigits(text)
      return /^\d{1,6}$/.test(digits) && isWithin(field, Number(digits))
        ? Number(digits)
        : undefined
    }
    case 'radios':
    case 'select':
      return optionNamed(field.options ?? [], text)?.value
    case 'yesNo':
      return text === 'true' || text === 'false' ? text === 'true' : undefined
    case 'consent':
      return text === 'yes' ? text : undefined
    default:
      return text.length <= most ? text : undefined
  }
}

const checkList = (field: FormField, value: unknown): Checked => {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  const named = list.filter((item) => item !== '').map((item) => valueNamed(field, item))
  const chosen = [...new Set(named)]
  if (chosen.length === 0) return empty(field)
  const most = field.maxRows ?? (field.type === 'selects' ? MOST_SELECTS : Infinity)
  return chosen.length > most || !chosen.every((item) => item !== undefined)
    ? INVALID
    : { ok: true, value: chosen }
}

const MOST_SELECTS = 3

/** A month comes as `name-month` and `name-year` from the page, or as `name` "2023-08". */
const checkMonthYear = (field: FormField, raw: RawAnswers, now: Date): Checked => {
  const whole = raw[field.name]
  if (whole !== undefined && typeof whole !== 'string') return INVALID
  const [wholeYear, wholeMonth] = (whole ?? '').split('-')
  const typed = asText(raw[`${field.name}-month`] ?? wholeMonth)
  const year = asText(raw[`${field.name}-year`] ?? wholeYear)
  if (typed === '' && year === '') return empty(field)
  const month = monthOf(typed)
  if (month === undefined || !/^\d{4}$/.test(year)) return INVALID
  const isReal = Number(year) >= EARLIEST_YEAR && Number(year) <= now.getUTCFullYear() + YEARS_AHEAD
  return isReal
    ? { ok: true, value: `${year}-${String(month).padStart(2, '0')}-01T00:00:00.000Z` }
    : INVALID
}

/**
 * A day comes as `name-day`, `name-month` and `name-year` from the page, or as `name` "2023-08-31"; its value is
 * noon of that day in UTC.
 */
const checkDate = (field: FormField, raw: RawAnswers): Checked => {
  const whole = raw[field.name] ?? ''
  const parts = typeof whole === 'string' ? /^(\d{4})-(\d\d)-(\d\d)(T|$)/.exec(whole) : null
  if (whole !== '' && !parts) return INVALID
  const part = (name: string, place: number) =>
    asText(raw[`${field.name}-${name}`] ?? parts?.[place])
  const [day, typed, year] = [part('day', 3), part('month', 2), part('year', 1)]
  if (day === '' && typed === '' && year === '') return empty(field)
  const month = monthOf(typed)
  if (!/^\d{1,2}$/.test(day) || month === undefined || !/^\d{4}$/.test(year)) return INVALID
  const value = new Date(Date.UTC(Number(year), month - 1, Number(day), 12))
  // The 31st of April would become the 1st of May.
  const isReal = value.getUTCMonth() === month - 1 && value.getUTCDate() === Number(day)
  return isReal && Number(year) >= EARLIEST_YEAR
    ? { ok: true, value: value.toISOString() }
    : INVALID
}

/** A part of a date, its digits as ours. */
const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? asciiDigits(cleanText(String(value))).trim()
    : ''

const valueNamed = (field: FormField, name: unknown): string | undefined =>
  typeof name === 'string' ? optionNamed(field.options ?? [], cleanText(name))?.value : undefined

const isWithin = (field: FormField, value: number): boolean =>
  value >= (field.min ?? -Infinity) && value <= (field.max ?? Infinity)

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

const readable = (field: FormField, value: Stored[string]): string => {
  const label = (item: string) => field.options?.find((o) => o.value === item)?.label ?? item
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.map(label).join('\n')
  if (field.type === 'email') return shownEmail(String(value))
  if (field.type === 'monthYear') return MONTH.format(new Date(String(value)))
  if (field.type === 'date') return DAY.format(new Date(String(value)))
  return label(String(value))
}

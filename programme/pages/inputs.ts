import { type FormSchema, questions } from '@mentoring/forms/form-types'
import type { Answers, InputValues } from '@mentoring/forms/answers'
import { agreementTerms } from '../../collections/Agreements.ts'

/** A record's values as a form's inputs have them, to be shown and changed. */
export const inputsOf = (form: FormSchema, record: object): InputValues => {
  const values: InputValues = {}
  for (const { name, type } of questions(form)) {
    const value = (record as Record<string, Answers[string] | null>)[name]
    if (value === undefined || value === null) continue
    if (type === 'monthYear' || type === 'date') {
      const [year = '', month = '', rest = ''] = String(value).split('-')
      if (type === 'date') values[`${name}-day`] = String(Number(rest.slice(0, 2)))
      values[`${name}-month`] = String(Number(month))
      values[`${name}-year`] = year
    } else values[name] = Array.isArray(value) ? value.map(String) : String(value)
  }
  return values
}

/** What a new agreement starts with. */
export const defaultsOf = (): InputValues => {
  const values: InputValues = {}
  for (const field of agreementTerms) {
    if (!('name' in field) || !('defaultValue' in field)) continue
    if (typeof field.defaultValue === 'string') values[field.name] = field.defaultValue
  }
  return values
}

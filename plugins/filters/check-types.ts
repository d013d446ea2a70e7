import { type FlattenedField, type PayloadRequest, ValidationError } from 'payload'

import { isText, valuesOf } from './read-value.ts'

type Problem = { path: string; message: string }

/**
 * Checks that every value is of the kind its field keeps: one of the databases turns a list or a number
 * into text where a text should be, the other breaks on it. An empty list may be sent as nothing.
 *
 * @throws ValidationError that says at which field which kind is needed
 */
export const checkTypes = (data: unknown, fields: FlattenedField[], req: PayloadRequest): void => {
  const errors = problemsIn(data, fields)
  if (errors.length > 0) throw new ValidationError({ errors }, req.t)
}

const problemsIn = (data: unknown, fields: FlattenedField[], at = ''): Problem[] => {
  if (!isObject(data)) return []
  return fields.flatMap((field) => {
    const value = data[field.name]
    return value === undefined ? [] : problemsAt(value, field, `${at}${field.name}`, data)
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const problemsAt = (
  value: unknown,
  field: FlattenedField,
  path: string,
  siblings: Record<string, unknown>,
): Problem[] => {
  const problem = (message: string): Problem[] => [{ path, message }]
  switch (field.type) {
    case 'group':
    case 'tab':
      return isObject(value)
        ? problemsIn(value, field.flattenedFields, `${path}.`)
        : problem('Fill in the parts of this one by one.')
    case 'array':
    case 'blocks': {
      if (value === null || value === 0 || value === '') {
        siblings[field.name] = []
        return []
      }
      if (!Array.isArray(value)) return problem('Enter a list.')
      return value.flatMap((row: unknown, i) => {
        if (!isObject(row)) return problem('Enter a list.')
        const rows = field.type === 'array' ? field : blockOf(field, row)
        return rows
          ? problemsIn(row, rows.flattenedFields, `${path}.${i}.`)
          : problem('Choose the kind of this part from the list.')
      })
    }
    default: {
      const isMany = 'hasMany' in field && Boolean(field.hasMany)
      if (value === null || value === '') {
        // Only a text can be empty; anything else is then not there.
        if (!isText(field.type)) siblings[field.name] = isMany ? [] : null
        return []
      }
      if (isMany && !Array.isArray(value)) return problem('Enter a list.')
      const wrong = (isMany ? (value as unknown[]) : [value])
        .map((one) => need(one, field))
        .find((message) => message !== undefined)
      return wrong === undefined ? [] : problem(wrong)
    }
  }
}

const blockOf = (
  field: Extract<FlattenedField, { type: 'blocks' }>,
  row: Record<string, unknown>,
) => field.blocks.find(({ slug }) => slug === row.blockType)

/** What one value of a field needs to be and is not. */
const need = (value: unknown, field: FlattenedField): string | undefined => {
  switch (field.type) {
    case 'code':
    case 'email':
    case 'text':
    case 'textarea':
      return typeof value === 'string' ? undefined : 'Enter a text.'
    case 'number':
      return typeof value === 'number' ? undefined : 'Enter a number.'
    case 'checkbox':
      return typeof value === 'boolean' ? undefined : 'Choose yes or no.'
    case 'date':
      return isDate(value) ? undefined : 'Enter a date like 2026-12-31.'
    case 'radio':
    case 'select':
      return valuesOf(field).includes(value as string) ? undefined : 'Choose from the list.'
    case 'richText':
      return isObject(value) ? undefined : 'Enter formatted text.'
    default:
      return undefined
  }
}

const isDate = (value: unknown): boolean =>
  (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) || value instanceof Date
    ? !Number.isNaN(new Date(value).getTime())
    : false

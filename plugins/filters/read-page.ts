import type { FlattenedField } from 'payload'

import { quoted, Unreadable } from './unreadable.ts'

/** Fields whose one value has an order that means something. */
const ORDERED = new Set([
  'checkbox',
  'code',
  'date',
  'email',
  'number',
  'radio',
  'relationship',
  'select',
  'text',
  'textarea',
  'upload',
])

/**
 * Checks the order of a list and makes it complete: records that are alike in it come in the order
 * of their ids, so that no page repeats or leaves out anybody.
 *
 * @throws Unreadable when a field is not there or has no order.
 */
export const readSort = (sort: unknown, fields: FlattenedField[]): string[] | undefined => {
  if (sort === undefined || sort === null || sort === '') return undefined
  const keys = [sort].flat()
  const read = keys.map((key): string => {
    if (typeof key !== 'string') throw new Unreadable('The order of the list can’t be read.')
    const path = key.trim().replaceAll('__', '.')
    if (!hasOrder(path.replace(/^-/, '').split('.'), fields)) {
      throw new Unreadable(`The list can’t be put in the order of ${quoted(path)}.`)
    }
    return path
  })
  // The first mention of a field decides.
  const once = read.filter((path, i) => read.findIndex((one) => bare(one) === bare(path)) === i)
  const has = (name: string) => read.includes(name) || read.includes(`-${name}`)
  const isDated = fields.some(({ name }) => name === 'createdAt')
  return [
    ...once,
    ...(isDated && !has('createdAt') ? ['-createdAt'] : []),
    ...(has('id') ? [] : ['id']),
  ]
}

const bare = (path: string): string => path.replace(/^-/, '')

const hasOrder = ([segment, ...rest]: string[], fields: FlattenedField[]): boolean => {
  if (segment === 'id' && rest.length === 0) return true
  const field = fields.find(({ name }) => name === segment)
  if (!field || ('hasMany' in field && field.hasMany)) return false
  // Of related records one of the databases counts none on a page past the end.
  if ('virtual' in field && field.virtual) return false
  if (rest.length === 0) return ORDERED.has(field.type)
  return (field.type === 'group' || field.type === 'tab') && hasOrder(rest, field.flattenedFields)
}

/**
 * Checks a number that says which part of a list is asked for.
 *
 * @throws Unreadable when it is not a whole number from zero up.
 */
export const checkCount = (name: string, value: unknown): void => {
  if (value === undefined || value === null) return
  const isCount = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  if (isCount && Number.isSafeInteger(Number(value)) && Number(value) >= 0) return
  throw new Unreadable(`“${name}” needs a whole number from 0 up.`)
}

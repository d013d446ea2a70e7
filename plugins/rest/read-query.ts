import type { PayloadRequest } from 'payload'

import { checkCount } from '../filters/read-page.ts'
import { Unreadable } from '../filters/unreadable.ts'

/**
 * Checks what an address asks with, before Payload takes it apart: there a number that is none is
 * left out without a word, and a text that is no JSON breaks the request.
 *
 * @throws Unreadable with what can’t be read
 */
export const checkQuery = ({ query, routeParams }: PayloadRequest): void => {
  if (routeParams?.global && query.where !== undefined) {
    throw new Unreadable('The versions of a page can’t be filtered.')
  }
  for (const name of ['depth', 'limit', 'page']) checkCount(name, query[name])
  for (const name of ['data', 'populate', 'select', 'where']) checkObject(name, query[name])
  const { sort } = query
  const keys: unknown[] = [sort].flat()
  if (sort !== undefined && keys.some((key) => typeof key !== 'string')) {
    throw new Unreadable('The order of the list can’t be read.')
  }
}

const checkObject = (name: string, value: unknown): void => {
  if (value === undefined || value === '') return
  const read = typeof value === 'string' ? parse(value) : value
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return
  throw new Unreadable(`“${name}” can’t be read: it is not made of fields.`)
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

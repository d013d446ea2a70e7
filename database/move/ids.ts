import { createHash } from 'node:crypto'

import type { Payload } from 'payload'

/** An id as the embedded database makes them. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Bytes of an id of MongoDB. */
const ID_BYTES = 12

/**
 * The id a record has on MongoDB: the first 12 bytes of a hash of the id it had. It follows from the old
 * one alone, so that a move that was broken off goes on where it stood.
 */
export const newId = (oldId: string): string =>
  createHash('sha256').update(oldId).digest().subarray(0, ID_BYTES).toString('hex')

const ONE_UUID = new RegExp(`^${UUID.source}$`)

/**
 * The id that a record has in the database that is used, given one from a log-in: that may be from before the
 * installation was moved.
 */
export const idSinceMove = ({ db }: Pick<Payload, 'db'>, id: string): string =>
  db.name === 'mongoose' && ONE_UUID.test(id) ? newId(id) : id

/**
 * The ids of everything that is moved, old to new.
 *
 * @throws when two records would get one id, which 96 bits of a hash rule out in practice, or when an
 *   id is not one that the embedded database makes, because it could not be found in texts.
 */
export const idMap = (oldIds: Iterable<string>): Map<string, string> => {
  const map = new Map<string, string>()
  const taken = new Set<string>()
  for (const oldId of oldIds) {
    if (map.has(oldId)) continue
    if (oldId.replace(UUID, '') !== '' || oldId !== oldId.toLowerCase()) {
      throw new Error(`The id "${oldId}" is not one that this version makes.`)
    }
    const id = newId(oldId)
    if (taken.has(id)) throw new Error(`Two records would get the id ${id} on MongoDB.`)
    taken.add(id)
    map.set(oldId, id)
  }
  return map
}

/**
 * Replaces the ids of moved records wherever they stand in a text, such as the address of a record in a
 * note. An id is 122 random bits: where it stands, that record is meant.
 *
 * @param rename gives the new id, or nothing for an id of something else
 */
export const renameInText = (
  text: string,
  rename: (oldId: string) => string | undefined,
): string => {
  const pattern = new RegExp(UUID)
  let result = ''
  let end = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const id = rename(found[0].toLowerCase())
    if (id === undefined) {
      // An id can begin inside of what only looks like one.
      pattern.lastIndex = found.index + 1
      continue
    }
    result += text.slice(end, found.index) + id
    end = found.index + found[0].length
  }
  return result + text.slice(end)
}

/** Does the same for every text in a value: in lists, in objects, and in the names of their entries. */
export const renameInValue = <T>(value: T, rename: (oldId: string) => string | undefined): T => {
  if (typeof value === 'string') return renameInText(value, rename) as T
  if (Array.isArray(value)) return value.map((item: unknown) => renameInValue(item, rename)) as T
  if (!isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      renameInText(key, rename),
      renameInValue(entry, rename),
    ]),
  ) as T
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

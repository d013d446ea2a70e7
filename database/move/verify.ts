import { createHash } from 'node:crypto'

import { Binary, type Db, ObjectId } from 'mongodb'

import { asMongoDB } from '../adapters.ts'
import { renameInText } from './ids.ts'
import { AS_IT_IS, mapDocument } from './map-document.ts'
import type { Part, StoredDocument } from './parts.ts'
import { eachChunk, mapOf, type Move } from './plan.ts'
import type { PackedField } from './types.ts'

/**
 * Reads every record from both databases and compares.
 *
 * @returns in words which are missing, too many or different
 */
export const compareAll = async (move: Move): Promise<string[]> => {
  const problems: string[] = []
  for (const part of move.parts) {
    const there = new Set((await part.read(move.target, { onlyIds: true })).map(({ id }) => id))
    const expected = move.idsOf.get(part)!.length
    if (there.size !== expected) {
      problems.push(`${part.name}: there are ${there.size} records and should be ${expected}`)
    }
    await eachChunk(move, part, async (documents) => {
      const wanted = new Map(
        documents.map((document) => {
          const mapped = mapOf(move, part, document)
          return [mapped.id, hashOf(mapped)]
        }),
      )
      const found = await part.read(move.target, { where: { id: { in: [...wanted.keys()] } } })
      const hashes = new Map(
        found.map((document) => [document.id, hashOf(tidy(document, part, move))]),
      )
      for (const [id, hash] of wanted) {
        if (!hashes.has(id)) problems.push(`${part.name} ${id}: is missing`)
        else if (hashes.get(id) !== hash) problems.push(`${part.name} ${id}: is not the same`)
      }
    })
  }
  return problems
}

const tidy = (document: StoredDocument, part: Part, { config }: Move): StoredDocument =>
  mapDocument(document, part.fields, config, AS_IT_IS) as StoredDocument

/** One hash for what a document says, in whatever order its entries come. */
const hashOf = (document: StoredDocument): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(document)))
    .digest('base64')

const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value instanceof ObjectId) return value.toHexString()
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, inOrder(entry)]),
  )
}

/** Which unique indexes the schema wants and the database lacks, in words. */
export const missingIndexes = async ({ parts, target }: Move): Promise<string[]> => {
  const adapter = asMongoDB(target.db)
  const problems: string[] = []
  for (const part of parts) {
    const model = part.model(adapter)
    if (model === adapter.globals) continue
    const built = (await model.collection.indexes()).map(({ key, unique }) =>
      JSON.stringify([key, Boolean(unique)]),
    )
    for (const [key, { unique }] of model.schema.indexes()) {
      if (!unique || built.includes(JSON.stringify([key, true]))) continue
      problems.push(`${part.name}: the unique index on ${Object.keys(key).join(', ')} is missing`)
    }
  }
  return problems
}

/**
 * Looks for old ids in everything the database holds, by the driver alone, whatever the config says.
 *
 * @returns in words which record has one and where
 */
export const findOldIds = async (
  db: Db,
  isOld: (id: string) => boolean,
  packed: PackedField[],
): Promise<string[]> => {
  const problems: string[] = []
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  for (const name of names) {
    const packedHere = packed.filter(({ collection }) => collection === name)
    for await (const document of db.collection(name).find()) {
      const places = new Set<string>()
      const look = (place: string) => (id: string) => {
        if (isOld(id)) places.add(place)
        return undefined
      }
      walk(document, '', (text, place) => renameInText(text, look(place)))
      for (const { field, rename } of packedHere) {
        if (typeof document[field] === 'string') rename(document[field], look(field))
      }
      for (const place of places) {
        problems.push(`${name} ${String(document._id)}: "${place}" still has an old id`)
      }
    }
  }
  return problems
}

const walk = (value: unknown, place: string, see: (text: string, place: string) => void): void => {
  if (typeof value === 'string') see(value, place)
  else if (Array.isArray(value)) value.forEach((item) => walk(item, place, see))
  else if (isEntries(value)) {
    for (const [key, entry] of Object.entries(value)) {
      see(key, place || 'names of entries')
      walk(entry, place ? `${place}.${key}` : key, see)
    }
  }
}

const isEntries = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Date || value instanceof ObjectId || value instanceof Binary)

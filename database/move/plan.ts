import { ObjectId } from 'mongodb'
import type { Payload } from 'payload'

import { idMap, newId } from './ids.ts'
import { mapDocument } from './map-document.ts'
import { type Part, partsOf, type StoredDocument } from './parts.ts'
import type { MoveOptions } from './types.ts'

/** Documents are read in chunks of about this many characters of JSON. */
const CHUNK_SIZE = 4_000_000
const FIRST_CHUNK = 4
const LARGEST_CHUNK = 500

/** A move in hand. */
export type Move = MoveOptions & {
  source: Payload
  target: Payload
  parts: Part[]
  /** The old ids of each part. */
  idsOf: Map<Part, string[]>
  /** The new id of each old one. */
  ids: Map<string, string>
}

/** Finds out what there is to move. */
export const planMove = async (
  source: Payload,
  target: Payload,
  options: MoveOptions,
): Promise<Move> => {
  if (source.config.localization) throw new Error('Texts in several languages are not moved yet.')
  const parts = partsOf(source)
  const idsOf = new Map<Part, string[]>()
  for (const part of parts) {
    const found = await part.read(source, { onlyIds: true })
    idsOf.set(
      part,
      found.map(({ id }) => id),
    )
  }
  const made = parts.filter(({ hasOwnIds }) => !hasOwnIds).flatMap((part) => idsOf.get(part)!)
  return { ...options, source, target, parts, idsOf, ids: idMap(made) }
}

/** A document as it is to be on MongoDB. */
export const mapOf = (
  { config, ids, packed, source }: Move,
  part: Part,
  document: StoredDocument,
): StoredDocument => {
  const rename = (id: string) => ids.get(id)
  const mapped = mapDocument(part.finish?.(document) ?? document, part.fields, config, {
    rename,
    relation: (collection, id) =>
      source.collections[collection as 'users'].customIDType ? id : new ObjectId(newId(id)),
  })
  for (const { collection, field, rename: renamePacked } of packed) {
    const text = document[field]
    if (part.name === collection && typeof text === 'string') {
      mapped[field] = renamePacked(text, rename)
    }
  }
  return { ...mapped, id: part.hasOwnIds ? document.id : newId(document.id) }
}

/** Calls for all documents of a part, a chunk at a time, so that memory is bounded. */
export const eachChunk = async (
  { idsOf, source }: Move,
  part: Part,
  use: (documents: StoredDocument[]) => Promise<void>,
): Promise<void> => {
  const ids = idsOf.get(part)!
  let size = FIRST_CHUNK
  for (let at = 0; at < ids.length;) {
    const wanted = ids.slice(at, at + size)
    const documents = await part.read(source, { where: { id: { in: wanted } } })
    at += wanted.length
    const length = documents.reduce((sum, document) => sum + JSON.stringify(document).length, 1)
    size = Math.floor(size * Math.min(4, CHUNK_SIZE / length))
    size = Math.max(1, Math.min(LARGEST_CHUNK, size))
    await use(documents)
  }
}

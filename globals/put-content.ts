import { randomBytes } from 'node:crypto'

import type { CollectionSlug, PayloadRequest } from 'payload'

/** What is public of a document, and what is being worked on; one of the two at least. */
export type States = { published?: object; draft?: object }

/**
 * Adds a document with its history as if somebody had saved it: what is public, and a newer draft over it. Past the
 * rules of the fields: what was saved before there was a rule is kept as it is, and is refused when somebody changes
 * it. In the transaction of `req`.
 */
export const putContent = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  { draft, published }: States,
): Promise<void> => {
  const { db } = req.payload
  const first = { ...withIds(published ?? draft), _status: published ? 'published' : 'draft' }
  const doc = (await db.create({ collection, data: first, req })) as Saved
  const { createdAt, updatedAt } = doc
  const version = { collectionSlug: collection, parent: doc.id, autosave: false, req }
  await db.createVersion({ ...version, createdAt, updatedAt, versionData: doc })
  if (!published || !draft || isSame(draft, published)) return
  // Of two that are of one moment neither would be the newest.
  const later = new Date(Date.parse(updatedAt) + 1).toISOString()
  const versionData = { ...doc, ...withIds(draft), updatedAt: later, _status: 'draft' }
  await db.createVersion({ ...version, createdAt: later, updatedAt: later, versionData })
}

type Saved = { id: string; createdAt: string; updatedAt: string }

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Rows of lists and parts of pages have names of their own, by which the admin tells them apart. */
const withIds = <T>(value: T): T => {
  if (Array.isArray(value)) {
    return value.map((row: unknown) =>
      isPlain(row) ? { id: randomBytes(12).toString('hex'), ...withIds(row) } : row,
    ) as T
  }
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, isRichText(entry) ? entry : withIds(entry)]),
  ) as T
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const isRichText = (value: unknown): boolean => isPlain(value) && 'root' in value

import type { CollectionSlug, PayloadRequest } from 'payload'

/** So many records are in memory at a time. */
const PORTION = 500

/** A record as far as it is read. */
export type PartOfRecord = Record<string, unknown> & { id: string }

/**
 * Some fields of all records of a collection, a portion at a time, in the order of their ids. Between two the server
 * does what else waits.
 */
export async function* inPortions(
  req: PayloadRequest,
  collection: CollectionSlug,
  fields: string[],
): AsyncGenerator<PartOfRecord[]> {
  let last: string | undefined
  do {
    const { docs } = await req.payload.db.find<PartOfRecord>({
      collection,
      where: last === undefined ? {} : { id: { greater_than: last } },
      sort: 'id',
      select: Object.fromEntries(fields.map((name) => [name, true])),
      limit: PORTION,
      pagination: false,
      req,
    })
    yield docs
    last = docs.length === PORTION ? docs.at(-1)!.id : undefined
    await new Promise((resolve) => setImmediate(resolve))
  } while (last !== undefined)
}

/**
 * Writes what has changed in some records, without their hooks: those that get the same together. A record without a
 * change is left alone.
 */
export const writeAlike = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  changed: PartOfRecord[],
): Promise<void> => {
  const alike = new Map<string, string[]>()
  for (const { id, ...changes } of changed) {
    if (Object.keys(changes).length === 0) continue
    const key = JSON.stringify(changes)
    alike.set(key, [...(alike.get(key) ?? []), id])
  }
  for (const [key, ids] of alike) {
    const changes = Object.entries(JSON.parse(key) as Record<string, unknown>)
    const lists = changes.filter(([, value]) => Array.isArray(value))
    const others = changes.filter(([, value]) => !Array.isArray(value))
    // Whoever works with what was read before sees by this that it has changed.
    const when: [string, unknown] = ['updatedAt', new Date().toISOString()]
    // Apart: together with its lists an SQL adapter takes a part of a record for the whole.
    for (const part of [lists, [...others, when]]) {
      if (part.length === 0) continue
      await req.payload.db.updateMany({
        collection,
        where: { id: { in: ids } },
        data: Object.fromEntries(part),
        req,
        returning: false,
      })
    }
  }
}

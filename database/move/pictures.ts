import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { Payload } from 'payload'

import type { StoredDocument } from './parts.ts'

type File = { filename?: string | null }

/**
 * Reads every file that the uploads name, whole.
 *
 * @returns a hash for each by its path, and in words those that can't be read
 */
export const readPictures = async ({
  config,
  db,
}: Payload): Promise<{ hashes: Map<string, string>; missing: string[] }> => {
  const hashes = new Map<string, string>()
  const missing: string[] = []
  for (const { slug, upload } of config.collections) {
    if (!upload?.staticDir) continue
    const { docs } = await db.find<StoredDocument & File & { sizes?: Record<string, File> }>({
      collection: slug,
      pagination: false,
      limit: 0,
    })
    for (const { id, filename, sizes } of docs) {
      for (const file of [filename, ...Object.values(sizes ?? {}).map((size) => size.filename)]) {
        if (!file) continue
        const place = path.join(upload.staticDir, file)
        const hash = await hashOf(place)
        if (hash) hashes.set(place, hash)
        else missing.push(`${slug} ${id}: the file ${place} can’t be read`)
      }
    }
  }
  return { hashes, missing }
}

const hashOf = async (file: string): Promise<string | undefined> => {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

/** @returns in words the files that are not what they were. */
export const comparePictures = async (
  target: Payload,
  before: Map<string, string>,
): Promise<string[]> => {
  const { hashes, missing } = await readPictures(target)
  const places = new Set([...before.keys(), ...hashes.keys()])
  const changed = [...places].filter((place) => hashes.get(place) !== before.get(place))
  return [...missing, ...changed.map((place) => `the file ${place} is not the same`)]
}

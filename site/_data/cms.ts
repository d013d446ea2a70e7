import { text } from 'node:stream/consumers'

import { z } from 'zod'

import { type Snapshot, snapshotShape } from '../snapshot.ts'

/** The content can't be had or can't be used; the message says why in words for the admin. */
export class ContentError extends Error {}

/**
 * The single door through which content comes to the site: the content snapshot from the address
 * in `CONTENT_URL`, or else from standard input, checked before anything is built of it. It is
 * read once, however often it is asked for.
 *
 * @throws {ContentError} when it can't be fetched, is no JSON or has the wrong shape; the message
 * names the places in the snapshot.
 */
export default function cms(): Promise<Snapshot> {
  content ??= read().then(parseSnapshot)
  return content
}

let content: Promise<Snapshot> | undefined

const FETCH_TIMEOUT = 30_000

/** @throws {ContentError} naming each place in the snapshot that is wrong. */
export const parseSnapshot = (json: string): Snapshot => {
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    throw new ContentError('The content snapshot is not JSON.')
  }
  const result = snapshotShape.safeParse(data)
  if (result.success) return result.data
  const issues = result.error.issues.map(
    ({ path, message }) => `  ${z.core.toDotPath(path) || '(the whole document)'}: ${message}`,
  )
  throw new ContentError(`The content snapshot can't be used:\n${issues.join('\n')}`)
}

const read = async (): Promise<string> => {
  const url = process.env.CONTENT_URL
  if (!url) return text(process.stdin)
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT) }).catch(
    (error: Error) => {
      throw new ContentError(`CONTENT_URL could not be fetched: ${error.message}`)
    },
  )
  if (!response.ok) throw new ContentError(`CONTENT_URL answered with status ${response.status}.`)
  return response.text()
}

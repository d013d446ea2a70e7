import { access } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'

import { isStopping } from '@mentoring/kit/stopping'

import type { Health } from '../programme/health/health.ts'
import { port } from '../settings.ts'

/** How long the inside may take to answer, in milliseconds. */
const LONGEST_ANSWER = 4_000

/** What is said of the inside when it does not answer. */
const SILENT: Partial<Health> = {
  database: false,
  jobs: false,
  matchesFollowed: false,
  mail: false,
  publication: false,
  disk: false,
}

/**
 * `GET /healthz`: 200 when everything is well, else 503; a part that is not well is `false`. On the way to its end
 * the server is not well.
 *
 * @param publicDirectory where the built pages are
 */
export const answerHealth = async (
  response: ServerResponse,
  publicDirectory: string,
): Promise<void> => {
  const [pages, inside] = await Promise.all([hasPages(publicDirectory), askInside()])
  const parts = { pages, api: inside !== undefined, ...(inside ?? SILENT) }
  const isWell = !isStopping() && Object.values(parts).every((part) => part !== false)
  const status = isStopping() ? 'stopping' : isWell ? 'ok' : 'unavailable'
  response
    .writeHead(isWell ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify({ status, ...parts }))
}

const hasPages = (publicDirectory: string): Promise<boolean> =>
  access(path.join(publicDirectory, 'index.html')).then(
    () => true,
    () => false,
  )

const askInside = async (): Promise<Health | undefined> => {
  if (isStopping()) return undefined
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(LONGEST_ANSWER),
    })
    return (await answer.json()) as Health
  } catch {
    return undefined
  }
}

import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

import { siteThatIsUp } from './site-folder.ts'
import type { Publishable } from './types.ts'

let cached: { file: string; changed: number; snapshot: Publishable } | undefined

/**
 * The content of the site that is up, for pages made by the server in the same words. After an earlier publication was
 * put back it is that one's.
 *
 * @param directory the plugin's `directory`
 * @returns `undefined` when no site has been built yet.
 */
export const liveSnapshot = async <T extends Publishable>(
  directory: string,
): Promise<T | undefined> => {
  const up = siteThatIsUp(directory)
  if (!up) return undefined
  const file = path.join(up.folder, 'snapshot.json')
  try {
    const { mtimeMs: changed } = await stat(file)
    if (cached?.file !== file || cached.changed !== changed) {
      cached = { file, changed, snapshot: JSON.parse(await readFile(file, 'utf8')) as Publishable }
    }
    return cached.snapshot as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

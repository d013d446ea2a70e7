import { chmod, lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'

const FOLDER = 0o700
const FILE = 0o600

/** From now on the process makes files and folders that only its own user can open. */
export const makePrivate = (): void => void process.umask(0o077)

/** Whatever program opens the database: what it writes, there and beside it, is private. */
export const withPrivateFiles = <T extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<T>,
): DatabaseAdapterObj<T> => ({
  ...adapter,
  init: (args) => {
    makePrivate()
    return adapter.init(args)
  },
})

/**
 * Takes the access of other users off everything in a folder, where an older version or a copy by
 * hand has left it.
 *
 * @returns what could not be changed, because it belongs to another user
 */
export const keepPrivate = async (root: string): Promise<string[]> => {
  const status = await lstat(root).catch(() => undefined)
  // A link's own mode means nothing, and what it leads to may be somebody else's.
  if (!status || status.isSymbolicLink()) return []
  const mode = status.isDirectory() ? FOLDER : FILE
  const isPrivate =
    (status.mode & 0o077) === 0 ||
    (await chmod(root, mode).then(
      () => true,
      () => false,
    ))
  const inside = status.isDirectory() ? await readdir(root) : []
  const left = isPrivate ? [] : [root]
  for (const name of inside) left.push(...(await keepPrivate(path.join(root, name))))
  return left
}

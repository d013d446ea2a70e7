import { open } from 'node:fs/promises'
import path from 'node:path'

import type { BaseDatabaseAdapter } from 'payload'

import { NotSaved } from './honest-commit.ts'

/**
 * Answers a COMMIT on SQLite when what was committed is on the disk, also after a power cut. SQLite would
 * wait for the disk itself, and everybody in the process with it, others who write above all. Here the
 * next may write meanwhile, and all who have committed by then share one sync.
 *
 * Goes round the lock of the writers; the connection must be set to `synchronous = NORMAL`.
 *
 * @param file path of the database file
 */
export const withSharedSync = <T extends BaseDatabaseAdapter>(file: string, adapter: T): T => {
  const commit = adapter.commitTransaction.bind(adapter)
  const synced = shareSync(syncLog(file))
  adapter.commitTransaction = async (id) => {
    await commit(id)
    try {
      await synced()
    } catch (error) {
      const failure = new NotSaved('the disk could not keep it', error)
      adapter.payload.logger.error(failure.message)
      throw failure
    }
  }
  return adapter
}

/**
 * Lets many share one piece of work that counts for all who came before it began.
 *
 * @returns resolves once such work, begun after the call, has been done
 */
export const shareSync = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    next = undefined
    running = work().finally(() => (running = undefined))
    return running
  }
  // What is running may have begun too early for whoever asks now.
  return () =>
    (next ??= running
      ? running.then(start, start)
      : // Those who commit in the same turn come along.
        Promise.resolve().then(start))
}

/** Writes SQLite's log of what was committed to the disk. */
const syncLog = (file: string) => {
  let isFirst = true
  return async (): Promise<void> => {
    if (isFirst) await sync(path.dirname(file), 'r')
    isFirst = false
    await sync(`${file}-wal`, 'r+').catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      // The last to close the database has written all of it there.
      await sync(file, 'r+')
    })
  }
}

const sync = async (name: string, flags: 'r' | 'r+'): Promise<void> => {
  const opened = await open(name, flags)
  try {
    await opened.datasync()
  } finally {
    await opened.close()
  }
}

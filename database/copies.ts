import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Client } from '@libsql/client'
import type { Payload } from 'payload'

import { asSQLite } from './adapters.ts'
import { NOTHING_CHANGED } from './upgrade/plan.ts'

/**
 * Copies of the SQLite file that upgrades make before they change anything. They stand in a folder of
 * their own beside the database and hold people's data, so they go after some days.
 */

/** How long a copy is kept, in days. */
export const COPY_DAYS = 14

/** Folder of the copies, beside the database. */
const FOLDER = 'before-upgrade'

const DAY = 24 * 60 * 60 * 1000

/** One copy, and when it goes. */
export type Copy = { file: string; goesAt: Date }

/**
 * Copies the database as it is now into a file that only its owner can read. A copy of the same state,
 * from an upgrade that failed, is replaced.
 *
 * @param state name of the last migration it has run
 * @returns the path of the copy
 * @throws in plain words when there is no room for it
 */
export const copyDatabase = async (client: Client, state: string): Promise<string> => {
  const database = await fileOf(client)
  const folder = path.join(path.dirname(database), FOLDER)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await refuseWithoutRoom(client, folder)
  const file = path.join(folder, `${path.parse(database).name}-${state}.db`)
  // What has this name is not finished, whatever happens.
  const unfinished = `${file}.part`
  try {
    await rm(unfinished, { force: true })
    await writeFile(unfinished, '', { mode: 0o600 })
    // Without what was deleted, and without leaving anything in the log of writes.
    await client.execute({ sql: 'VACUUM INTO ?', args: [unfinished] })
    await flush(unfinished)
    await rename(unfinished, file)
    await flush(folder)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new Error(
      `The database could not be copied to ${folder} before its upgrade. ${NOTHING_CHANGED} Make room there, or see to it that the server may write there, and start again.`,
      { cause: error },
    )
  }
  return file
}

/** Copies that still exist, the oldest first; none on MongoDB, which is backed up by other means. */
export const findCopies = async ({ db }: Payload): Promise<Copy[]> =>
  db.name === 'sqlite' ? copiesOf(await fileOf(asSQLite(db).client)) : []

/**
 * Removes copies of a database.
 *
 * @param database path of its file
 * @param which all of them, or those that have been kept long enough
 * @returns the paths of what was removed
 */
export const removeCopiesOf = async (database: string, which: 'all' | 'old'): Promise<string[]> => {
  const copies = await copiesOf(database)
  const gone = copies.filter(({ goesAt }) => which === 'all' || goesAt.getTime() <= Date.now())
  for (const { file } of gone) await rm(file, { force: true })
  return gone.map(({ file }) => file)
}

const copiesOf = async (database: string): Promise<Copy[]> => {
  const folder = path.join(path.dirname(database), FOLDER)
  if (!existsSync(folder)) return []
  const copies = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = path.join(folder, name)
      return { file, goesAt: new Date((await stat(file)).mtimeMs + COPY_DAYS * DAY) }
    }),
  )
  return copies.sort((a, b) => a.goesAt.getTime() - b.goesAt.getTime())
}

/** The path of the file a client has open. */
export const fileOf = async (client: Client): Promise<string> => {
  const { rows } = await client.execute('PRAGMA database_list')
  return String(rows.find(({ name }) => name === 'main')!.file)
}

/**
 * The copy needs as much as the database, and so do the log of writes while tables are made anew and
 * the tidying after it.
 */
const refuseWithoutRoom = async (client: Client, folder: string) => {
  const [pages, size] = await Promise.all([
    client.execute('PRAGMA page_count'),
    client.execute('PRAGMA page_size'),
  ])
  const needed = 3 * Number(pages.rows[0]!.page_count) * Number(size.rows[0]!.page_size)
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= needed) return
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
  throw new Error(
    `There is not enough room on the disk to upgrade the database: ${megabytes(needed)} MB are needed beside it, for a copy and for the work, and ${megabytes(bavail * bsize)} MB are free. ${NOTHING_CHANGED} Make room and start again.`,
  )
}

/** Waits until a file, or the names in a folder, are on the disk: SQLite does not for a copy. */
const flush = async (file: string) => {
  const handle = await open(file)
  await handle.sync()
  await handle.close()
}

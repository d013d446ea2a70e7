import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import { BasePayload, type Payload, type SanitizedConfig } from 'payload'

import { migrations } from '../../migrations/index.ts'
import { asSQLite } from '../adapters.ts'
import { planUpgrade } from '../upgrade/plan.ts'
import { fileURL } from '../sqlite-client.ts'
import { SQLITE_SCHEMA } from '../sqlite-schema.ts'
import { findRecorded, successorsOfReplaced } from '../upgrade/sqlite.ts'
import { MoveRefused } from './refused.ts'

/** Folders of copies; one that a killed move left is removed by the next. */
const COPY = '.move-'

/** The embedded database that is moved, opened as a copy: the file itself is only read. */
export type Source = {
  payload: Payload
  /** Changes when the content of the file does. */
  fingerprint: string
  /** Closes and removes the copy. */
  close: () => Promise<void>
}

/**
 * Opens a copy of the database, with what its write-ahead log holds, which can be nearly all of it.
 * Opening the file itself would write the log into it.
 *
 * @param file path of the SQLite file
 * @throws MoveRefused when there is none, it is damaged, or its schema is not this version's.
 */
export const openSource = async (file: string, config: SanitizedConfig): Promise<Source> => {
  const folder = path.dirname(file)
  if (!(await isFile(file))) {
    throw new MoveRefused(`There is no database at ${file}. Is DATA_DIR that of the server?`)
  }
  for (const name of await readdir(folder)) {
    if (name.startsWith(COPY)) await rm(path.join(folder, name), { recursive: true })
  }
  // The folder is made readable by its owner alone.
  const copyFolder = await mkdtemp(path.join(folder, COPY))
  const removeCopy = () => rm(copyFolder, { recursive: true, force: true })
  try {
    const copy = path.join(copyFolder, 'copy.db')
    const hash = createHash('sha256')
    for (const ending of ['', '-wal']) {
      if (!(await isFile(file + ending))) continue
      await copyFile(file + ending, copy + ending)
      await pipeline(createReadStream(copy + ending), hash, { end: false })
    }
    const payload = await openPayload(config, copy)
    const adapter = asSQLite(payload.db)
    const { client } = adapter
    const close = async () => {
      await payload.destroy()
      client.close()
      await removeCopy()
    }
    try {
      await checkVersion(adapter)
      await checkContent(adapter)
    } catch (error) {
      await close()
      throw new MoveRefused(`${file} can’t be moved. ${(error as Error).message}`)
    }
    return { payload, fingerprint: hash.digest('hex'), close }
  } catch (error) {
    await removeCopy()
    throw error
  }
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

const openPayload = (config: SanitizedConfig, file: string): Promise<Payload> =>
  new BasePayload().init({
    config: {
      ...config,
      db: sqliteAdapter({
        ...SQLITE_SCHEMA,
        client: { url: fileURL(file) },
      }) as SanitizedConfig['db'],
      typescript: { ...config.typescript, autoGenerate: false },
    },
    disableOnInit: true,
  })

/** @throws when rows would be left behind, or read wrongly. */
const checkContent = async ({ client, tables }: SQLiteAdapter): Promise<void> => {
  const { rows } = await client.execute('PRAGMA quick_check')
  if (rows[0]?.quick_check !== 'ok') {
    throw new Error('The database is damaged. Restore a backup first.')
  }
  const named = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  )
  for (const { name } of named.rows) {
    if (String(name) in tables) continue
    const found = await client.execute(`SELECT 1 FROM "${String(name)}" LIMIT 1`)
    if (found.rows.length > 0) {
      throw new Error(
        `The database has a table "${String(name)}" with rows that this version does not know, so they would be left behind.`,
      )
    }
  }
}

const checkVersion = async (adapter: SQLiteAdapter): Promise<void> => {
  const names = {
    known: migrations.map(({ name }) => name),
    successors: successorsOfReplaced,
    recorded: await findRecorded(adapter),
  }
  const { pending, replaced } = planUpgrade(names)
  if (pending.length + replaced.length > 0) {
    throw new Error(
      'The database is from an earlier version. Start the server of this version once, so that it brings the database up to date, stop it, and move then.',
    )
  }
}

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { createClient } from '@libsql/client'
import type { Db } from 'mongodb'

import { fileURL } from './sqlite-client.ts'

/** Says in a data folder that an installation uses it. */
const MARKER = 'installation.json'

/**
 * What is in a data folder that was used before, and would not be in one that is new. The marks keep the
 * build from taking the folder for a part of the sources.
 */
const signsOfUse = (folder: string): string[] =>
  [MARKER, 'site'].filter((name) => {
    const place = path.join(/* turbopackIgnore: true */ folder, name)
    if (!existsSync(/* turbopackIgnore: true */ place)) return false
    return name === MARKER || readdirSync(/* turbopackIgnore: true */ place).length > 0
  })

/**
 * Refuses to start as new where an installation was before: a database that is missing or empty has
 * been lost, and a fresh one would hide that and let a stranger make the first account.
 *
 * @param database how the database is named to people, such as the path of its file
 * @throws an error in whole sentences that says what is missing and what to do
 */
export const refuseLostDatabase = (folder: string, database: string): void => {
  const signs = signsOfUse(folder)
  if (signs.length === 0) return
  throw new Error(
    [
      `The data folder ${folder} was used before (it holds ${signs.join(' and ')}), but ${database} is missing or empty. Nothing was changed.`,
      'Put the database back from a backup, or correct DATABASE_URL and DATA_DIR.',
      `To start afresh, without the people, matches and staff of before, remove ${signs.join(' and ')} from the folder first.`,
    ].join(' '),
  )
}

/** Notes that the folder is used from now on. */
export const markAsUsed = (folder: string, database: string): void => {
  const marker = path.join(folder, MARKER)
  if (existsSync(marker)) return
  const note = { database, firstStarted: new Date().toISOString() }
  writeFileSync(marker, JSON.stringify(note), { mode: 0o600 })
}

/** Is there nothing in the file, or no file? */
export const isEmptySQLite = async (file: string): Promise<boolean> => {
  if (!existsSync(file) || statSync(file).size === 0) return true
  const client = createClient({ url: fileURL(file) })
  try {
    const { rows } = await client.execute('SELECT 1 FROM sqlite_master LIMIT 1')
    return rows.length === 0
  } finally {
    client.close()
  }
}

/** The name of a collection that holds a document; none when the MongoDB database is empty. */
export const findFilledCollection = async (database: Db): Promise<string | undefined> => {
  for (const { name } of await database.listCollections({}, { nameOnly: true }).toArray()) {
    if (name.startsWith('system.')) continue
    if (await database.collection(name).findOne({}, { projection: { _id: 1 } })) return name
  }
  return undefined
}

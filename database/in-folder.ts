import type { BaseDatabaseAdapter } from 'payload'

import { asMongoDB } from './adapters.ts'
import { holdDataFolder, holdFile } from './hold.ts'
import { findFilledCollection, isEmptySQLite, markAsUsed, refuseLostDatabase } from './lost.ts'

/**
 * Ties a database to the data folder: whoever connects holds the folder, and the file of SQLite, for
 * as long as it is connected, so that no two servers or scripts write at once; and an installation
 * that has lost its database does not start as new.
 *
 * @param file the file of SQLite; nothing for MongoDB
 * @param use what is done with the database once it is connected, before anybody uses it
 */
export const inFolder = <T extends BaseDatabaseAdapter>(
  folder: string | undefined,
  file: string | undefined,
  adapter: T,
  use: (adapter: T) => Promise<void>,
): T => {
  const connect = adapter.connect!.bind(adapter)
  const destroy = adapter.destroy!.bind(adapter)
  let releases: (() => void)[] = []
  const release = () => {
    for (const each of releases) each()
    releases = []
  }
  adapter.connect = async (options) => {
    try {
      if (folder) releases.push(holdDataFolder(folder))
      if (file) releases.push(holdFile(file))
      if (folder && file && (await isEmptySQLite(file))) {
        refuseLostDatabase(folder, `its database file ${file}`)
      }
      await connect(options)
      if (folder && !file) {
        const { connection } = asMongoDB(adapter)
        const filled = await findFilledCollection(connection.db!)
        if (!filled) refuseLostDatabase(folder, 'its MongoDB database')
      }
      await use(adapter)
      if (folder) markAsUsed(folder, file ? 'SQLite' : 'MongoDB')
    } catch (error) {
      release()
      throw error
    }
  }
  adapter.destroy = async () => {
    await destroy()
    release()
  }
  return adapter
}

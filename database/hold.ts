import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

import Database from 'libsql'

/** Somebody else has it. The text is for whoever was refused. */
export class InUse extends Error {}

type Hold = { users: number; release: () => void }

/** What this process holds, for every copy of this module: Next bundles one beside the server's. */
const KEY = Symbol.for('mentoring.holds')
const holds = ((globalThis as Record<symbol, unknown>)[KEY] ??= new Map()) as Map<string, Hold>

/** Who holds it, told to the one who is refused. Information only: the lock is the system's. */
type Holder = { pid: number; host: string; since: string; port?: number }

/**
 * Holds the data folder for this process: one server, or one script that writes to it. The hold ends
 * with the process, however that ends. Held twice by one process, it ends with the second release.
 *
 * @param port the one the server listens on, told to whoever is refused
 * @returns gives it back
 * @throws {@link InUse}, which names the other process
 *
 * @example
 * const release = holdDataFolder(dataDir)
 */
export const holdDataFolder = (folder: string, port?: number): (() => void) =>
  hold(path.join(folder, 'in-use'), `The data folder ${folder}`, port)

/** Holds a database file, which may be outside the data folder, in the same way. */
export const holdFile = (file: string): (() => void) =>
  hold(`${file}.in-use`, `The database file ${file}`)

const hold = (name: string, what: string, port?: number): (() => void) => {
  mkdirSync(path.dirname(name), { recursive: true })
  const key = path.join(realpathSync(path.dirname(name)), path.basename(name))
  const held = holds.get(key) ?? take(key, what, port)
  held.users += 1
  holds.set(key, held)
  let isReleased = false
  return () => {
    if (isReleased) return
    isReleased = true
    held.users -= 1
    if (held.users > 0) return
    holds.delete(key)
    held.release()
  }
}

/**
 * A lock of SQLite's on a file of its own. The system drops it with the process; a child process does
 * not inherit it; it belongs to the file and not to its path. Nothing else in this process may open the file:
 * closing it would drop the lock.
 */
const take = (name: string, what: string, port?: number): Hold => {
  const notes = `${name}.json`
  const lock = new Database(`${name}.lock`)
  try {
    // No journal on the disk, which may be full.
    lock.exec('PRAGMA journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      throw new InUse(
        `${what} is in use by ${describe(notes)}. Only one can use it at a time: stop that one first.`,
      )
    }
    throw error
  }
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    port,
  }
  try {
    writeFileSync(notes, JSON.stringify(holder), { mode: 0o600 })
  } catch {
    // On a full disk the lock holds all the same.
  }
  return {
    users: 0,
    release: () => {
      rmSync(notes, { force: true })
      lock.close()
    },
  }
}

/** As people read it; the log cuts out what looks like the date of a record. */
const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

const describe = (notes: string): string => {
  try {
    const { host, pid, port, since } = JSON.parse(readFileSync(notes, 'utf8')) as Holder
    const where = host === hostname() ? '' : ` on ${host}`
    const door = port === undefined ? '' : `, on port ${port}`
    return `process ${pid}${where}, since ${TIME.format(new Date(since))}${door}`
  } catch {
    return 'another process'
  }
}

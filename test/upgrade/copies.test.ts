import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { createClient } from '@libsql/client'
import { BasePayload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { asSQLite } from '../../database/adapters.ts'
import { COPY_DAYS } from '../../database/copies.ts'
import { databaseAdapter } from '../../database/index.ts'
import { tidyDatabase } from '../../database/tidy.ts'
import { mountSmallDisk } from '../helpers/small-disk.ts'
import { readSchema, readTables } from './tables.ts'

/** What an upgrade does to the files: the copy before it, what it leaves behind, and when it is cut off. */

const FIXTURE = '20261122_202703_initial'
const LEFT_BEHIND = 'Ghost@example.org was deleted by a version that overwrote nothing'

let old: Buffer
let folder: string
let file: string
beforeAll(async () => {
  process.env.PAYLOAD_SECRET = 'only for tests'
  const packed = await readFile(path.join(import.meta.dirname, 'fixtures', `${FIXTURE}.db.gz`))
  folder = await mkdtemp(path.join(tmpdir(), 'copies-'))
  file = path.join(folder, 'old.db')
  await writeFile(file, gunzipSync(packed))
  const client = createClient({ url: `file:${file}` })
  for (let row = 0; row < 200; row += 1) {
    await client.execute({
      sql: "INSERT INTO publications (id, status, started_at, problem) VALUES (?, 'failed', '', ?)",
      args: [`ghost ${row}`, LEFT_BEHIND.repeat(30)],
    })
  }
  await client.execute("DELETE FROM publications WHERE id LIKE 'ghost %'")
  client.close()
  old = await readFile(file)
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'copies-'))
  file = path.join(folder, 'mentoring.db')
  process.env.DATA_DIR = folder
  await writeFile(file, old)
  return () => rm(folder, { recursive: true, force: true })
})

/** Connects, which upgrades; collects what is logged. */
const connect = async (to = file) => {
  const logged: string[] = []
  const config = await (await import('../../payload.config.ts')).default
  const payload = await new BasePayload().init({
    config: {
      ...config,
      db: databaseAdapter(`file:${to}`) as typeof config.db,
      logger: {
        options: {},
        destination: { write: (line: string) => void logged.push(line) },
      } as typeof config.logger,
    },
    disableOnInit: true,
  })
  return { payload, logged: () => logged.join('\n') }
}

const copies = () => readdir(path.join(folder, 'before-upgrade')).catch(() => [])

describe.skipIf(process.env.DATABASE_URL?.startsWith('mongodb'))('before an upgrade', () => {
  afterAll(() => void vi.useRealTimers())

  it('a copy is made that only its owner can read, and the log names it', async () => {
    const before = await readTables(file)
    const { payload, logged } = await connect()
    const copy = path.join(folder, 'before-upgrade', `mentoring-${FIXTURE}.db`)
    expect((await stat(copy)).mode & 0o777).toBe(0o600)
    expect((await stat(path.dirname(copy))).mode & 0o777).toBe(0o700)
    expect(await readTables(copy)).toEqual(before)
    expect(logged()).toContain(copy)
    await payload.destroy()

    const again = await connect()
    expect(await copies()).toHaveLength(1)
    expect(again.logged()).not.toContain('before this upgrade')
    await again.payload.destroy()
  })

  it('nothing is copied for a new installation', async () => {
    await rm(file)
    await (await connect()).payload.destroy()
    expect(await copies()).toEqual([])
  })

  it(`the copy goes after ${COPY_DAYS} days`, async () => {
    const { payload } = await connect()
    await tidyDatabase(payload)
    const [copy] = await copies()
    const made = new Date(Date.now() - COPY_DAYS * 24 * 60 * 60 * 1000 + 60_000)
    await utimes(path.join(folder, 'before-upgrade', copy!), made, made)
    await tidyDatabase(payload)
    expect(await copies()).toHaveLength(1)
    const minute = new Date(made.getTime() - 120_000)
    await utimes(path.join(folder, 'before-upgrade', copy!), minute, minute)
    await tidyDatabase(payload)
    expect(await copies()).toEqual([])
    await payload.destroy()
  })

  it('what older versions deleted is in neither the file nor the copy afterwards', async () => {
    expect(old.includes(LEFT_BEHIND)).toBe(true)
    const { payload } = await connect()
    for (const name of await readdir(folder, { recursive: true })) {
      const place = path.join(folder, name)
      if ((await stat(place)).isDirectory()) continue
      expect((await readFile(place)).includes(LEFT_BEHIND), name).toBe(false)
    }
    await payload.destroy()
  })

  it('without room for a copy nothing is changed, and the start says so', async (context) => {
    const disk = await mountSmallDisk(2)
    if (!disk) return context.skip('this user may not mount a file system')
    try {
      const tight = path.join(disk.folder, 'mentoring.db')
      const before = await readTables(file)
      await writeFile(tight, old)
      await expect(connect(tight)).rejects.toThrow(/not enough room on the disk.*MB are needed/)
      await expect(connect(tight)).rejects.toThrow('Nothing was changed.')
      expect(await readTables(tight)).toEqual(before)
      expect(await readSchema(tight)).toEqual(await readSchema(file))
      expect(await readdir(path.join(disk.folder, 'before-upgrade'))).toEqual([])
    } finally {
      await disk.close()
    }
  })

  it('killed in the middle, the file is as it was, and the next start upgrades it', async () => {
    const [tables, schema] = [await readTables(file), await readSchema(file)]
    const script = path.join(import.meta.dirname, 'stuck-upgrade.ts')
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', script, file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    for await (const said of child.stdout) if (String(said).includes('in the middle')) break
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await readSchema(file)).toEqual(schema)
    expect(await readTables(file)).toEqual(tables)

    const { payload } = await connect()
    const { rows } = await asSQLite(payload.db).client.execute(
      'SELECT name FROM payload_migrations',
    )
    expect(rows.length).toBeGreaterThan(tables.get('payload_migrations')!.size)
    await payload.destroy()
  }, 120_000)
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { mountSmallDisk } from '../test/helpers/small-disk.ts'
import { openSQLite, type SQLiteClient } from './sqlite-client.ts'

let folder: string
let client: SQLiteClient
const open = async (where: string) => {
  client = openSQLite(path.join(where, 'test.db'))
  const { commit, execute } = await client.transaction()
  await execute('CREATE TABLE people (name TEXT)')
  await commit()
}
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mentoring-sqlite-'))
})
afterEach(async () => {
  client.close()
  await rm(folder, { recursive: true })
})

const add = async (name: string) => {
  const { commit, execute } = await client.transaction()
  await execute({ sql: 'INSERT INTO people VALUES (?)', args: [name] })
  await commit()
}
const count = async () => Number((await client.execute('SELECT count(*) FROM people')).rows[0]![0])

describe('a transaction', () => {
  beforeEach(() => open(folder))

  it('that is over can’t be written in, and does not write into the next one', async () => {
    const first = await client.transaction()
    await first.rollback()
    const second = await client.transaction()
    await expect(first.execute("INSERT INTO people VALUES ('late')")).rejects.toThrow('is over')
    await first.commit()
    await second.execute("INSERT INTO people VALUES ('in time')")
    await second.commit()
    expect(await count()).toBe(1)
  })

  it('of a closed database is refused, and the process goes on', async () => {
    const left = await client.transaction()
    client.close()
    await expect(left.execute("INSERT INTO people VALUES ('late')")).rejects.toThrow('is over')
    await left.commit()
    await expect(client.transaction()).rejects.toThrow('is closed')
  })

  it('waits for another program that holds the write lock, and the process goes on', async () => {
    const other = createClient({ url: `file:${path.join(folder, 'test.db')}` })
    const theirs = await other.transaction('write')
    const added = add('patient').then(() => 'added')
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 20)
    expect(await Promise.race([added, sleep(1500, 'waiting')])).toBe('waiting')
    expect(ticks).toBeGreaterThan(30)
    clearInterval(ticking)
    await theirs.commit()
    expect(await added).toBe('added')
    expect(await count()).toBe(1)
    other.close()
  })

  it('of many statements, and many reads outside of one, let others have their turn', async () => {
    /** Turns that others had while work went on that asks the database and nobody else. */
    const turnsDuring = async (work: () => Promise<unknown>) => {
      let turns = 0
      let isOver = false
      const take = () => {
        turns += 1
        if (!isOver) setImmediate(take)
      }
      setImmediate(take)
      await work()
      isOver = true
      return turns
    }
    const { commit, execute } = await client.transaction()
    // Each makes rows from rows, which takes longer than a breath when there are enough of them.
    const numbers = (upTo: number) =>
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${upTo})`
    const slow = `${numbers(60_000)} SELECT count(*) FROM n`
    const often = async (ask: () => Promise<unknown>) => {
      for (let each = 0; each < 30; each += 1) await ask()
    }
    expect(await turnsDuring(() => often(() => execute(slow)))).toBeGreaterThan(2)
    await commit()
    expect(await turnsDuring(() => often(() => client.execute(slow)))).toBeGreaterThan(2)
  })

  it('has the settings of the connection, also after others', async () => {
    for (let each = 0; each < 3; each += 1) {
      const { execute, rollback } = await client.transaction()
      expect((await execute('PRAGMA synchronous')).rows[0]![0]).toBe(1)
      expect((await execute('PRAGMA foreign_keys')).rows[0]![0]).toBe(1)
      await rollback()
    }
  })
})

describe('on a disk that is full', () => {
  it('a commit is an error, nothing is kept, and all is well when there is space again', async ({
    skip,
  }) => {
    const disk = await mountSmallDisk(8)
    if (!disk) {
      client = openSQLite(path.join(folder, 'test.db'))
      return skip(
        'This user may not mount a file system: test/faults tries it with a file-size limit.',
      )
    }
    try {
      await open(disk.folder)
      await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      disk.fill()
      await expect(add('lost')).rejects.toMatchObject({ code: 'SQLITE_FULL' })
      await expect(add('lost')).rejects.toMatchObject({ code: 'SQLITE_FULL' })
      expect(await count()).toBe(0)
      await disk.free()
      await add('kept')
      expect(await count()).toBe(1)
    } finally {
      client.close()
      await disk.close()
    }
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'

import type { BaseDatabaseAdapter } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { NotSaved } from './honest-commit.ts'
import { shareSync, withSharedSync } from './shared-sync.ts'

/** Work that goes on until it is let go, and says which of them it is. */
const work = () => {
  const gates: { open: () => void; fail: (error: Error) => void }[] = []
  const run = vi.fn(
    () => new Promise<void>((open, fail) => void gates.push({ open: () => open(), fail })),
  )
  return { gates, run }
}

/** Names in the order in which they were done. */
const follow = (log: string[], name: string, done: Promise<void>) =>
  done.then(
    () => log.push(name),
    () => log.push(`${name} failed`),
  )

describe('work that many share', () => {
  it('is done once for those who ask in one turn', async () => {
    const { gates, run } = work()
    const shared = shareSync(run)
    const all = [shared(), shared(), shared()]
    await setImmediate()
    expect(run).toHaveBeenCalledTimes(1)
    gates[0]!.open()
    await Promise.all(all)
  })

  it('is done once more for all who ask while it is done, and not for less', async () => {
    const { gates, run } = work()
    const shared = shareSync(run)
    const log: string[] = []
    void follow(log, 'first', shared())
    await setImmediate()
    void follow(log, 'second', shared())
    void follow(log, 'third', shared())
    gates[0]!.open()
    await setImmediate()
    expect(log).toEqual(['first'])
    expect(run).toHaveBeenCalledTimes(2)
    void follow(log, 'fourth', shared())
    gates[1]!.open()
    await setImmediate()
    expect(log).toEqual(['first', 'second', 'third'])
    gates[2]!.open()
    await setImmediate()
    expect(log).toEqual(['first', 'second', 'third', 'fourth'])
    expect(run).toHaveBeenCalledTimes(3)
  })

  it('that fails fails for those it was done for, and for no others', async () => {
    const { gates, run } = work()
    const shared = shareSync(run)
    const log: string[] = []
    void follow(log, 'first', shared())
    await setImmediate()
    void follow(log, 'second', shared())
    gates[0]!.fail(new Error('EIO'))
    await setImmediate()
    expect(log).toEqual(['first failed'])
    gates[1]!.open()
    await setImmediate()
    expect(log).toEqual(['first failed', 'second'])
  })
})

describe('a commit', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mentoring-sync-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const log: string[] = []
  const adapter = () =>
    // As far as a commit knows one.
    ({
      commitTransaction: async () => {},
      payload: { logger: { error: (message: string) => log.push(message) } },
    }) as unknown as BaseDatabaseAdapter

  it('is answered when the log is on the disk, or the file once the log is gone', async () => {
    const file = path.join(folder, 'test.db')
    await writeFile(`${file}-wal`, 'log')
    await withSharedSync(file, adapter()).commitTransaction('t')
    await rm(`${file}-wal`)
    await writeFile(file, 'database')
    await withSharedSync(file, adapter()).commitTransaction('t')
    expect(log).toEqual([])
  })

  it('is an error, which the log is told, when neither can be written', async () => {
    const { commitTransaction } = withSharedSync(path.join(folder, 'test.db'), adapter())
    await expect(commitTransaction('t')).rejects.toThrow(NotSaved)
    expect(log).toEqual([
      'Nothing was saved: the disk could not keep it (ENOENT). Try again later.',
    ])
  })
})

import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { expect, it } from 'vitest'

import { tsx } from '../../scripts/run.ts'
import { dropMongo, mongoServer, newMongoURL } from '../helpers/mongodb.ts'
import { DIFFERENCES } from './differences.ts'
import type { Request } from './requests.ts'

/**
 * An installation on SQLite, and the same one moved to MongoDB by the command, are asked the same: every
 * field of every collection by every operator, every order, changes that staff can send, and what happens
 * at one moment. Runs when `DATABASE_URL` names a MongoDB server.
 */

type Line = { request: Request; status: number; text: string }

type Environment = Record<string, string>

const run = async (env: Environment, script: string, ...args: string[]): Promise<void> => {
  const [program, ...all] = tsx(script, ...args)
  await promisify(execFile)(program, all, { env: { ...process.env, ...env } })
}

const answersOf = async (names: string, env: Environment, file: string): Promise<Line[]> => {
  await run(env, 'test/differential/answer.ts', names, file)
  return (await readFile(file, 'utf8')).split('\n').map((line) => JSON.parse(line) as Line)
}

it.runIf(mongoServer)(
  'both databases answer the same',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'both-'))
    const at = (name: string) => path.join(folder, name)
    const url = newMongoURL()
    const secret = { PAYLOAD_SECRET: 'only for tests' }
    await mkdir(at('data'))
    const before = {
      ...secret,
      DATA_DIR: at('data'),
      DATABASE_URL: `file:${at('data/mentoring.db')}`,
    }
    await run(before, 'test/differential/make.ts', at('names'))
    await run(before, 'scripts/move.ts', '--to', url)
    // Two servers do not share a folder.
    await cp(at('data'), at('moved'), { recursive: true })
    const after = { ...secret, DATA_DIR: at('moved'), DATABASE_URL: url }
    const [sqlite, mongodb] = await Promise.all([
      answersOf(at('names'), before, at('sqlite')),
      answersOf(at('names'), after, at('mongodb')),
    ]).finally(() => dropMongo(url))
    await rm(folder, { recursive: true, force: true })
    expect(sqlite.length).toBeGreaterThan(3000)
    expect(mongodb.length).toBe(sqlite.length)

    const used = new Set<string>()
    const different = sqlite.flatMap((one, i) => {
      const other = mongodb[i]!
      if (one.status < 500 && one.status === other.status && one.text === other.text) return []
      const known = DIFFERENCES.find(({ is }) => is(one.request, one, other))
      if (known) used.add(known.why)
      const shown = ({ status, text }: Line) => `${status} ${text}`
      return known ? [] : [{ asked: one.request, sqlite: shown(one), mongodb: shown(other) }]
    })
    if (process.env.SHOW_DIFFERENCES) console.log(JSON.stringify(different, null, 1))
    expect(different.slice(0, 20)).toEqual([])
    // What has been mended is taken off the list.
    const unused = DIFFERENCES.filter(({ isByChance, why }) => !isByChance && !used.has(why))
    expect(unused).toEqual([])
  },
  20 * 60_000,
)

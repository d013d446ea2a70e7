import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { expect, it } from 'vitest'

import { DIFFERENCES } from './differences.ts'
import type { Request } from './requests.ts'

/**
 * One installation on SQLite and one on MongoDB, with the same records, are asked the same: every
 * field of every collection by every operator, every order, and changes that staff can send. Runs
 * when `DATABASE_URL` names a MongoDB server, which CI's second round of integration tests does.
 */

const mongo = process.env.DATABASE_URL?.startsWith('mongodb') ? process.env.DATABASE_URL : undefined

type Line = { request: Request; status: number; text: string }

const answersOf = async (folder: string, url?: string): Promise<Line[]> => {
  const file = path.join(folder, url ? 'mongodb' : 'sqlite')
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'test/differential/answer.ts', file],
    { env: { ...env, ...(url && { DATABASE_URL: url }) }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let errors = ''
  child.stderr.on('data', (chunk) => (errors += chunk))
  const code = await new Promise((resolve) => child.on('exit', resolve))
  if (code !== 0) throw new Error(`The installation ended with ${String(code)}: ${errors}`)
  return (await readFile(file, 'utf8')).split('\n').map((line) => JSON.parse(line) as Line)
}

it.runIf(mongo)(
  'both databases answer the same',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'both-'))
    const [sqlite, mongodb] = await Promise.all([answersOf(folder), answersOf(folder, mongo)])
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
  10 * 60_000,
)

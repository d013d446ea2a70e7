import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import { MongoClient } from 'mongodb'

import { tsx } from '../scripts/run.ts'

/**
 * A large programme on both databases: `MONGODB_URL=… npm run bench:large`. Fills an installation on
 * SQLite, times searches in its lists, moves it to a database of its own on that server by `npm run
 * move`, and times the same searches there.
 */

const { MONGODB_URL: server } = process.env
if (!server) throw new Error('MONGODB_URL must name a MongoDB server with a replica set.')

const folder = await mkdtemp(path.join(tmpdir(), 'large-'))
const data = path.join(folder, 'data')
await mkdir(data)
const to = new URL(server)
to.pathname = `/large_${process.pid}`
const onSQLite = {
  ...process.env,
  DATA_DIR: data,
  DATABASE_URL: `file:${path.join(data, 'mentoring.db')}`,
  PAYLOAD_SECRET: 'only for tests',
}

const step = async (what: 'fill' | 'search', env: NodeJS.ProcessEnv): Promise<void> => {
  const [program, ...args] = tsx('bench/large-steps.ts', what)
  const { stdout } = await promisify(execFile)(program, args, { env })
  process.stdout.write(stdout)
}

/** The most memory a process has had so far, in MB; nothing where the system does not say. */
const peakOf = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : undefined
}

const move = async (): Promise<void> => {
  const start = performance.now()
  const [program, ...args] = tsx('scripts/move.ts', '--to', to.toString())
  const child = spawn(program, args, { env: onSQLite })
  let output = ''
  let peak: number | undefined
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  const watch = setInterval(() => void peakOf(child.pid!).then((mb) => (peak = mb ?? peak)), 200)
  const [code] = (await once(child, 'close')) as [number | null]
  clearInterval(watch)
  if (code !== 0) throw new Error(output)
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(
    `| the move, ${/Moved and compared: (.*)/.exec(output)![1]!} | ${seconds} s, ${peak} MB |`,
  )
}

try {
  await step('fill', onSQLite)
  await step('search', onSQLite)
  await move()
  await step('search', { ...onSQLite, DATABASE_URL: to.toString() })
} finally {
  const client = await MongoClient.connect(to.toString())
  await client.db().dropDatabase()
  await client.close()
  await rm(folder, { recursive: true })
}

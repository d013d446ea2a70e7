import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import { E_TIMEOUT, Mutex, type MutexInterface, withTimeout } from 'async-mutex'

import { type Reason, reasonOf } from './refusals.ts'

/** What reading a picture may take: `memory` in megabytes, `time` in milliseconds. */
type Allowance = { memory: number; time: number }

/** A photograph of 48 megapixels takes half of this memory, and some seconds. */
const ALLOWANCE: Allowance = { memory: 1_500, time: 60_000 }

/** What of the memory is for unpacking photographs of phones, in pages of 64 KB. */
const MOST_PAGES = 12_288

/** How long a picture waits for those before it, in milliseconds. */
const LONGEST_WAIT = 45_000

/** A picture as it is kept is never that large, in bytes. */
const LARGEST_RESULT = 40 * 1024 * 1024

/**
 * A file from outside is read beside the server, by a process without a secret or the database: unpacking takes seconds
 * in which the server would answer nobody, and what goes wrong in it harms nobody else. The shell sets the limit of
 * memory, which the system holds.
 */
const program = (memory: number): string[] => [
  ...['-c', `ulimit -d ${memory * 1024}; exec "$0" "$@"`, process.execPath],
  ...[`--wasm-max-mem-pages=${MOST_PAGES}`, '--conditions=production', '--import', 'tsx'],
  'collections/pictures/read-picture.ts',
]

/** One picture at a time, whichever copy of this module is asked: a bundler may make several. */
const KEY = Symbol.for('mentoring.pictures')
const turn = ((globalThis as Record<symbol, unknown>)[KEY] ??= withTimeout(
  new Mutex(),
  LONGEST_WAIT,
)) as MutexInterface

/** A picture made anew, or why it is not taken. */
export type Made = { data: Buffer } | { refused: Reason }

/**
 * Makes a picture anew: upright, no larger than is kept, without what a camera wrote into it, and as a kind that
 * browsers show. Takes as much time and memory as is allowed and no more, and writes nothing.
 *
 * @throws when no process can be started.
 */
export const makeAnew = (file: Buffer, allowance = ALLOWANCE): Promise<Made> => {
  const before = known.get(file) ?? inTurn(file, allowance)
  known.set(file, before)
  return before
}

/** What has become of a file: a request that is tried again asks again. */
const known = new WeakMap<Buffer, Promise<Made>>()

const inTurn = async (file: Buffer, allowance: Allowance): Promise<Made> => {
  try {
    return await turn.runExclusive(() => readBeside(file, allowance))
  } catch (error) {
    if (error === E_TIMEOUT) return { refused: 'busy' }
    throw error
  }
}

const readBeside = (file: Buffer, { memory, time }: Allowance): Promise<Made> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', program(memory), {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      timeout: time,
      killSignal: 'SIGKILL',
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdio[3]!.on('data', (part: Buffer) => {
      size += part.length
      if (size > LARGEST_RESULT) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0 && size > 0) resolve({ data: Buffer.concat(parts) })
      // It was ended, or ended itself when it got no more memory.
      else resolve({ refused: reasonOf(code) ?? 'hard' })
    })
    giveWay(child.pid)
    // One that ends early closes its input; its code says why.
    child.stdin!.on('error', () => {})
    child.stdin!.end(file)
  })

/** Whoever waits for a page goes before it. */
const giveWay = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended, or the system does not allow it: then it works as all others do.
  }
}

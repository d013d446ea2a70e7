import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { startServer } from '../test/helpers/server.ts'
import { fill } from './fill-people.ts'

/**
 * What a matching run of many people takes, and what others feel of it, on the production server:
 * `npm run bench:run -- MENTEES MENTORS`, after a build.
 */

const [mentees = 2030, mentors = 2058] = process.argv.slice(2).map(Number)
const folder = await mkdtemp(path.join(tmpdir(), 'large-run-'))
const loopFile = path.join(folder, 'loop.json')
const dataDir = path.join(folder, 'data')

const quantile = (times: number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(part * times.length))]!

/** Memory of a process in MB, now or at its peak; 0 when it is gone. */
const memory = async (pid: number, what: 'VmHWM' | 'VmRSS'): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
}

/** The processes that a process has started. */
const childrenOf = async (pid: number): Promise<number[]> => {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  )
  return lists
    .flatMap((list) => list.trim().split(' '))
    .filter(Boolean)
    .map(Number)
}

const server = await startServer({
  DATA_DIR: dataDir,
  LOOP_DELAY: loopFile,
  NODE_OPTIONS: `--import ${path.join(import.meta.dirname, 'loop-delay.mjs')}`,
})
try {
  await server.end('SIGTERM')
  await fill(dataDir, { mentees, mentors })
  await server.restart()
  await run(false)
  await run(true)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}

/** What a page answers; 0 when the server hangs up. */
async function statusOf(route: string): Promise<number> {
  const answer = await fetch(server.url + route).catch(() => undefined)
  return answer?.status ?? 0
}

async function run(isSecond: boolean): Promise<void> {
  const { token } = (await server.api('coordinator', 'POST', '/users/login', {
    email: 'coordinator@example.org',
    password: server.password,
  })) as { token: string }
  const post = async <T = { id?: string }>(name: string, body: object) => {
    const response = await fetch(`${server.url}/api/matching/${name}`, {
      method: 'POST',
      headers: {
        authorization: `JWT ${token}`,
        'content-type': 'application/json',
        prefer: 'respond-async',
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, json: (await response.json()) as T }
  }

  // Whoever starts a run has opened the workspace, which asks for its survey, and read for a moment what it says.
  const headers = { cookie: `payload-token=${token}`, 'sec-fetch-site': 'same-origin' }
  const opened = await (await fetch(`${server.url}/admin/matching`, { headers })).text()
  if (!opened.includes('Matching settings')) throw new Error('The workspace did not open.')
  await post('survey', {})
  await sleep(2000)

  let isOver = false
  const pages: number[] = []
  const health: number[] = []
  const peaks = { server: 0, both: 0 }
  const until = async (pause: number, work: () => Promise<unknown>) => {
    while (!isOver) {
      // The next one does not wait for the answer to this one.
      void work()
      await sleep(pause)
    }
  }
  const watching = Promise.all([
    until(20, async () => {
      const start = performance.now()
      const status = await statusOf('/how-we-match/')
      pages.push(performance.now() - start)
      if (status !== 200) console.log(`  the page answered ${status || 'nothing'}`)
    }),
    until(500, async () => health.push(await statusOf('/healthz'))),
    until(50, async () => {
      const own = await memory(server.pid(), 'VmRSS')
      const others = await Promise.all(
        (await childrenOf(server.pid())).map((pid) => memory(pid, 'VmRSS')),
      )
      peaks.server = Math.max(peaks.server, own)
      peaks.both = Math.max(
        peaks.both,
        others.reduce((sum, one) => sum + one, own),
      )
    }),
  ])
  await sleep(1000)
  pages.length = 0
  const rest = await memory(server.pid(), 'VmRSS')
  peaks.server = peaks.both = 0
  process.kill(server.pid(), 'SIGUSR2')
  await sleep(100)

  const start = performance.now()
  const since = () => Math.round(performance.now() - start)
  const steps: string[] = []
  const answer = await post('run', isSecond ? { seed: 1 } : {})
  let stored = since()
  if (answer.status === 202) {
    const { id } = answer.json
    type Progress = { going: { step: string }[]; outcome?: { summary?: object } }
    let before = ''
    let isStored = false
    // As the page asks: see `PAUSES` in use-draft-work.ts.
    for (const pauses = [0, 150, 300, 600]; ;) {
      const wait = pauses.shift() ?? 1000
      const { going, outcome } = (await post<Progress>('progress', { id, wait })).json
      const step = going[0]?.step ?? ''
      if (step !== before) steps.push(`${step || 'over'} at ${since()}`)
      before = step
      if (outcome && !outcome.summary) throw new Error(JSON.stringify(outcome))
      if (outcome && !isStored) {
        isStored = true
        stored = since()
      }
      if (outcome && going.length === 0) break
      if (outcome) await sleep(wait)
    }
  }
  const explained = since()
  process.kill(server.pid(), 'SIGUSR2')
  await sleep(200)
  isOver = true
  await watching
  const [p50, p99, most] = JSON.parse(await readFile(loopFile, 'utf8')) as number[]
  const ms = (time: number) => `${Math.round(time)} ms`
  console.log(
    [
      `| ${mentees} × ${mentors}${isSecond ? ', again' : ''}`,
      ms(stored),
      ms(explained),
      `${ms(quantile(pages, 0.5))}, ${ms(quantile(pages, 0.99))}, ${ms(quantile(pages, 1))}`,
      `${ms(p50!)}, ${ms(p99!)}, ${ms(most!)}`,
      [...new Set(health)].join(', '),
      `${rest} MB before, ${peaks.server} MB, ${peaks.both} MB |`,
    ].join(' | '),
  )
  if (steps.length > 0) console.log(`  ${steps.join(', ')}`)
}

import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { createLocalReq } from 'payload'

import { followMatches } from '../programme/matches/follow-matches.ts'
import { boot } from '../test/helpers/boot.ts'
import { freePort, launchServer } from '../test/helpers/server.ts'
import { fillMatches } from './fill.ts'
import { median } from './median.ts'

/**
 * What coordinators and the clock have of a programme with 5,000 open matches: `npm run bench:coordinators`,
 * after a build. With `late` nothing that was due has been sent, and the server is watched
 * while it makes up for it.
 */

const MATCHES = Number(process.env.MATCHES ?? 5000)
const TIMES = 9
const WATCHED_SECONDS = 150

const isLate = process.argv.includes('late')
const dataDir = await mkdtemp(path.join(tmpdir(), 'coordinators-'))
const at = { dataDir, url: `file:${path.join(dataDir, 'mentoring.db')}` }
const app = await boot({ at })
const { payload } = app
await fillMatches(payload, MATCHES, isLate)
// Reminders go out at whatever hour this is run.
await payload.updateGlobal({
  slug: 'mentoring-settings',
  data: { earliestHour: 0, latestHour: 24 },
  overrideAccess: true,
})

const row = (what: string, said: string) => console.log(`| ${what} | ${said} |`)
row(`${MATCHES} open matches, ${isLate ? 'all late' : 'nothing due'}, ${payload.db.name}`, '')
row('---', '---')

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20)

/** Processor time and memory of one round, in this process. */
const timeRound = async () => {
  const rest = process.memoryUsage().rss
  let peak = rest
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  const cpu = process.cpuUsage()
  const start = performance.now()
  await followMatches(await createLocalReq({}, payload), new Date())
  const ms = performance.now() - start
  clearInterval(watch)
  const { system, user } = process.cpuUsage(cpu)
  peak = Math.max(peak, process.memoryUsage().rss)
  return `${Math.round(ms)} ms, processor ${Math.round((system + user) / 1000)} ms, ${megabytes(peak - rest)} MB above rest`
}

const startServer = async () => {
  const port = await freePort()
  const env = {
    DATABASE_URL: at.url,
    DATA_DIR: dataDir,
    SERVER_URL: '',
    PAYLOAD_SECRET: 'only for tests',
  }
  return { server: await launchServer(port, env), url: `http://localhost:${port}` }
}

const logIn = async (url: string): Promise<Record<string, string>> => {
  const login = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'coordinator@example.org', password: app.password }),
  })
  const { token } = (await login.json()) as { token: string }
  return { authorization: `JWT ${token}` }
}

/** How long the server takes to answer whole, and how much that is. */
const timePages = async (url: string, headers: Record<string, string>) => {
  const asked: [what: string, route: string, body?: string][] = [
    ['first page of the admin', '/admin'],
    ['attention list', '/admin/mentoring'],
    ['figures as a file', '/api/mentoring/statistics.csv'],
  ]
  for (const [what, route] of asked) {
    const times: number[] = []
    let size = 0
    for (let n = 0; n < TIMES + 3; n += 1) {
      const start = performance.now()
      const answer = await fetch(url + route, { headers, redirect: 'manual' })
      size = (await answer.arrayBuffer()).byteLength
      if (answer.status !== 200) throw new Error(`${route}: ${answer.status}`)
      // The first load the code.
      if (n >= 3) times.push(performance.now() - start)
    }
    const all = times.map((ms) => Math.round(ms)).sort((a, b) => a - b)
    row(
      what,
      `${Math.round(median(times))} ms (${all[0]} to ${all.at(-1)}), ${Math.round(size / 1024)} KB`,
    )
  }
}

const residentOf = async (pid: number): Promise<number> => {
  const status = await readFile(path.join('/proc', String(pid), 'status'), 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
}

/** Memory and health of the server, each second, and how far it came. */
const watchServer = async (url: string, pid: number, headers: Record<string, string>) => {
  const sizes: number[] = []
  let well = 0
  let slowest = 0
  for (let second = 0; second < WATCHED_SECONDS; second += 1) {
    const start = performance.now()
    const isWell = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    slowest = Math.max(slowest, performance.now() - start)
    if (isWell) well += 1
    sizes.push(await residentOf(pid))
    await sleep(1000)
  }
  const route = '/api/match-steps?where[by][equals]=clock&limit=1&depth=0'
  const answer = await fetch(url + route, { headers, redirect: 'manual' })
  const { totalDocs } = (await answer.json()) as { totalDocs: number }
  row(
    `the server in ${WATCHED_SECONDS} s`,
    `memory ${megabytes(sizes[0]!)} MB at first, ${megabytes(Math.max(...sizes))} MB at most; health well ${well} of ${WATCHED_SECONDS} times, slowest ${Math.round(slowest)} ms; ${totalDocs} steps`,
  )
}

if (!isLate) {
  for (let n = 0; n < 3; n += 1) row('a round of the clock', await timeRound())
}
// One process at a time has the data folder.
await app.close()
const { server, url } = await startServer()
try {
  const headers = await logIn(url)
  if (isLate) await watchServer(url, server.pid!, headers)
  else await timePages(url, headers)
} finally {
  server.kill('SIGTERM')
  await once(server, 'close')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
process.exit(0)

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { holdDataFolder } from '../database/hold.ts'
import { dataDir, serverURL } from '../settings.ts'
import { build } from './build.ts'
import { run, tsx } from './run.ts'

/**
 * `npm run demo`: builds and starts everything with demo content and prints the addresses and
 * log-ins. Run again, it keeps the data.
 */

/** How long the server may take to be ready, in milliseconds. */
const LONGEST_START = 120_000

/** A value that is made up once and kept in the data folder, readable only by its owner. */
const kept = async (name: string, make: () => string): Promise<string> => {
  const file = path.join(dataDir, name)
  const before = await readFile(file, 'utf8').catch(() => undefined)
  if (before) return before
  const value = make()
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, value, { mode: 0o600 })
  await chmod(file, 0o600)
  return value
}

const step = (number: number, text: string) => console.log(`\n[${number}/3] ${text}`)

try {
  // Asked before the build takes its minute; the parts of the demo hold it themselves.
  holdDataFolder(dataDir)()
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

Object.assign(process.env, { NODE_ENV: 'production' })
process.env.PAYLOAD_SECRET ||= await kept('demo-secret', () => randomBytes(32).toString('hex'))
process.env.DEMO_PASSWORD ||= await kept('demo-password', () =>
  randomBytes(9).toString('base64url'),
)

step(1, 'Building the admin and the API')
await build()

step(2, 'Preparing the database and the demo content')
await run(tsx('scripts/demo/seed.ts'))

step(3, 'Starting the server and building the public site')
const [program, ...args] = tsx('server.ts')
const server = spawn(program, args, { stdio: 'inherit' })
server.on('close', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))

const deadline = Date.now() + LONGEST_START
for (;;) {
  const isReady = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isReady) break
  if (Date.now() > deadline) {
    console.error('The server did not become ready. Its messages above say why.')
    server.kill()
    process.exit(1)
  }
  await sleep(300)
}

console.log(`
The demo is ready. All people in it are made up.

  Public site        ${serverURL}/
  Admin              ${serverURL}/admin
  Matching           ${serverURL}/admin/matching
  Emails it "sends"  ${process.env.SMTP_URL ? 'your mail server' : path.join(dataDir, 'mail')}

  Log in as          admin@example.org        everything
                     coordinator@example.org  mentors, mentees, matching
                     comms@example.org        programme page and resources
  Password           ${process.env.DEMO_PASSWORD}

Press Ctrl+C to stop. Run "npm run demo" again to go on with the same data.
`)

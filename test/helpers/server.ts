import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { Role } from '../../collections/access.ts'
import { tsx } from '../../scripts/run.ts'
import type { JSONBody } from './boot.ts'

/** The production server as a process of its own, on a free port with empty data. */
export type RunningServer = {
  url: string
  dataDir: string
  pid: () => number
  password: string
  /** Calls the API as a member of staff. */
  api: (role: Role, method: string, path: string, body?: object) => Promise<JSONBody>
  /** Ends the process as a power cut would. */
  kill: () => Promise<void>
  /** Ends the process by a signal; resolves to its exit code. */
  end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>
  /** Starts it again, with the data it left. */
  restart: () => Promise<void>
  /** What it has said so far. */
  log: () => string
  stop: () => Promise<void>
}

const LONGEST_START = 110_000

/** Starts the server and makes one member of staff for each role; its data is in `DATA_DIR`, if that is given. */
export const startServer = async (env: Record<string, string> = {}): Promise<RunningServer> => {
  const dataDir = env.DATA_DIR ?? (await mkdtemp(path.join(tmpdir(), 'mentoring-e2e-')))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let log = ''
  const launch = () =>
    launchServer(
      port,
      {
        DATABASE_URL: '',
        SERVER_URL: '',
        DATA_DIR: dataDir,
        PAYLOAD_SECRET: 'only for tests',
        // Tests ask no other website for anything.
        CHECK_LINKS: 'off',
        ...env,
      },
      (text) => (log += text),
    )
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const closed = once(server, 'close')
    server.kill(signal)
    const [code] = (await closed) as [number | null]
    return code
  }
  let server = await launch()

  const password = 'correct horse battery staple'
  const request = async (method: string, route: string, body?: object, token?: string) => {
    const response = await fetch(`${url}/api${route}`, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `JWT ${token}` } : {}),
      },
      body: body && JSON.stringify(body),
    })
    const json: JSONBody = await response.json()
    if (!response.ok)
      throw new Error(`${method} ${route}: ${response.status} ${JSON.stringify(json)}`)
    return json
  }
  const tokens = new Map<Role, string>()
  const first = await request('POST', '/users/first-register', {
    email: 'admin@example.org',
    name: 'Alex',
    role: 'comms',
    password,
    code: codeIn(log),
  })
  tokens.set('admin', first.token)
  for (const [role, name] of [
    ['coordinator', 'Sam'],
    ['comms', 'Robin'],
  ] as const) {
    const email = `${role}@example.org`
    await request('POST', '/users', { email, name, role, password }, first.token)
    tokens.set(role, (await request('POST', '/users/login', { email, password })).token)
  }
  return {
    url,
    dataDir,
    pid: () => server.pid!,
    password,
    api: (role, method, route, body) => request(method, route, body, tokens.get(role)),
    kill: async () => {
      await end('SIGKILL')
    },
    end,
    restart: async () => {
      server = await launch()
    },
    log: () => log,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The production server as a process, and all it has said so far. */
export const spawnServer = (
  port: number,
  env: Record<string, string>,
  hear: (text: string) => unknown = () => undefined,
): { process: ChildProcess; log: () => string } => {
  const [program, ...args] = tsx('server.ts')
  const server: ChildProcess = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ...env },
  })
  let log = ''
  for (const stream of [server.stdout!, server.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
      hear(text)
    })
  }
  return { process: server, log: () => log }
}

/** Waits until a server ends by itself; its exit code and all it has said. */
export const untilEnd = async ({
  log,
  process: server,
}: ReturnType<typeof spawnServer>): Promise<{ code: number | null; said: string }> => {
  const [code] = (await once(server, 'close')) as [number | null]
  return { code, said: log() }
}

/** Starts the production server as a process of its own; resolves when it answers. */
export const launchServer = async (
  port: number,
  env: Record<string, string>,
  hear: (text: string) => unknown = () => undefined,
): Promise<ChildProcess> => {
  const { log, process: server } = spawnServer(port, env, hear)
  const deadline = Date.now() + LONGEST_START
  let health = ''
  for (;;) {
    const isHealthy = await fetch(`http://localhost:${port}/healthz`).then(
      async (answer) => {
        health = await answer.text()
        return answer.ok
      },
      () => false,
    )
    if (isHealthy) return server
    if (Date.now() > deadline || server.exitCode !== null) {
      server.kill('SIGKILL')
      throw new Error(
        `The server did not become healthy. Its health: ${health}. It said:\n${log()}`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** The code for the first account, which the server prints while there is no staff. */
export const codeIn = (log: string): string | undefined => /with this code: (\S+)/.exec(log)?.[1]

/** A port nobody listens on. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  return port
}

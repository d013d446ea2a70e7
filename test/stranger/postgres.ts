import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { freePort } from '../helpers/server.ts'

/** Where Debian puts the programs of each version. */
const DEBIAN = '/usr/lib/postgresql'

/** A PostgreSQL server of its own, with empty data, that only this machine can reach. */
export const startPostgres = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const bin = programs()
  const data = mkdtempSync(path.join(tmpdir(), 'postgres-'))
  const user = unprivileged()
  if (user) chownSync(data, user.uid, user.gid)
  // Also where it may stand: the folder of the tests may be closed to that user.
  const options = { ...user, cwd: data }
  execFileSync(`${bin}/initdb`, ['-D', data, '-U', 'stranger', '-A', 'trust', '-N'], options)
  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${data}`]
  const server = spawn(
    `${bin}/postgres`,
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  server.stderr.on('data', (text) => (log += text))
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${log}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url: `postgres://stranger@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const closed = once(server, 'close')
      // It ends open connections and stops.
      server.kill('SIGINT')
      await closed
      await rm(data, { recursive: true, force: true })
    },
  }
}

const programs = (): string => {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : []
  const found = versions
    .map((version) => `${DEBIAN}/${version}/bin`)
    .find((bin) => existsSync(`${bin}/initdb`))
  if (found) return found
  throw new Error(
    'This test needs PostgreSQL from Debian or Ubuntu. Install it: apt-get install postgresql',
  )
}

/** PostgreSQL refuses to run as the administrator of the machine. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

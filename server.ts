import { access, readFile } from 'node:fs/promises'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import path from 'node:path'

import { identifyClient } from '@mentoring/kit/client-address'
import next from 'next'

import { holdDataFolder } from './database/hold.ts'
import { keepPrivate, makePrivate } from './database/private-files.ts'
import { guardConsole } from './logger.ts'
import { isDynamic } from './server/addresses.ts'
import { refuseForeignRedirect } from './server/admin-redirect.ts'
import { closeUpgrades, SERVER_OPTIONS, withBounds } from './server/bodies.ts'
import { setHeaders } from './server/headers.ts'
import { answerHealth } from './server/health.ts'
import { endOnUncaught } from './server/last-resort.ts'
import { listen } from './server/listen.ts'
import { stopOnSignal } from './server/stop.ts'
import { siteFiles } from './server/site-files.ts'
import { refuseUnreadable } from './server/unreadable.ts'
import {
  dataDir,
  databaseFile,
  isBehindProxy,
  port,
  secret,
  serverURL,
  siteDirectory,
} from './settings.ts'

/**
 * One port for everything: the built site from disk, the admin, the API and the few dynamic pages
 * from Next. Started by `npm start`; ends cleanly on SIGTERM and SIGINT.
 *
 * The port is taken first, and Next, which connects to the database and runs the jobs, comes last: a
 * server that may not start has then touched nothing.
 */

const publicDirectory = path.join(siteDirectory, 'current', 'public')

/** Ends the process with a sentence that says why. */
const refuse = (reason: string): never => {
  console.error(reason)
  process.exit(1)
}

makePrivate()
guardConsole()
const hasStarted = endOnUncaught()
if (!secret) {
  refuse('PAYLOAD_SECRET is not set. Set it to a long random text and keep it: see the README.')
}
await access('.next/BUILD_ID').catch(() =>
  refuse('There is no production build. Run "npm run build" first.'),
)

/** Answers what is not a file of the site, once Next is ready. */
let dynamic: (request: IncomingMessage, response: ServerResponse) => unknown = (_, response) =>
  notYet(response, 'The server is starting.')
const site = siteFiles(siteDirectory)

const answer: RequestListener = (request, response) => {
  const [pathname = '/'] = (request.url ?? '/').split('?')
  setHeaders(request, response, serverURL.startsWith('https:'))
  if (pathname === '/healthz') void answerHealth(response, publicDirectory)
  else if (isDynamic(pathname)) {
    if (refuseUnreadable(request, response) || refuseForeignRedirect(request, response)) return
    identifyClient(request, isBehindProxy)
    void dynamic(request, response)
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
  } else site(request, response, () => void notFound(response))
}
const server = createServer(SERVER_OPTIONS, withBounds(answer))
closeUpgrades(server)
await listen(server, port).catch((error: Error) => refuse(error.message))
stopOnSignal(server)
try {
  holdDataFolder(dataDir, port)
} catch (error) {
  refuse((error as Error).message)
}

// The database may be outside the data folder.
const database = databaseFile ? ['', '-wal', '-shm'].map((ending) => databaseFile + ending) : []
for (const place of [dataDir, ...database]) {
  for (const left of await keepPrivate(place)) {
    console.warn(`Other users of this machine can read ${left}: take their access away.`)
  }
}

// Next would listen for upgrades to web sockets on a server it is given; this one takes no requests.
const app = next({ dev: false, dir: process.cwd(), port, httpServer: createServer() })
await app.prepare()
dynamic = app.getRequestHandler()
hasStarted()
console.log(`Ready on ${serverURL}`)

async function notFound(response: ServerResponse): Promise<void> {
  response.setHeader('cache-control', 'no-cache')
  const page = await readFile(path.join(publicDirectory, '404.html')).catch(() => undefined)
  if (!page) return notYet(response, 'The site is being built.')
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

function notYet(response: ServerResponse, why: string): void {
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' })
    .end(`${why} Try again in a few seconds.`)
}

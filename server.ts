import { access, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'

import next from 'next'
import sirv from 'sirv'

import { identifyClient } from './plugins/client-address.ts'
import { isBehindProxy, port, secret, serverURL, siteDirectory } from './settings.ts'

/**
 * One port for everything: the built site from disk, the admin, the API and the few dynamic pages
 * from Next. Started by `npm start`; ends cleanly on SIGTERM and SIGINT.
 */

/** Addresses that Next answers; all others are files of the site. */
const DYNAMIC = /^\/(admin|api|_next|sign-up\/confirm|my)(\/|$)/

const publicDirectory = path.join(siteDirectory, 'current', 'public')

if (!secret) {
  console.error(
    'PAYLOAD_SECRET is not set. Set it to a long random text and keep it: see the README.',
  )
  process.exit(1)
}
await access('.next/BUILD_ID').catch(() => {
  console.error('There is no production build. Run "npm run build" first.')
  process.exit(1)
})

const app = next({ dev: false, dir: process.cwd(), port })
await app.prepare()
const dynamic = app.getRequestHandler()
const site = sirv(publicDirectory, { dev: true, etag: true, dotfiles: false })

const server = createServer((request, response) => {
  const [pathname = '/'] = (request.url ?? '/').split('?')
  setHeaders(request, response)
  if (pathname === '/healthz') void health(response)
  else if (DYNAMIC.test(pathname)) {
    identifyClient(request, isBehindProxy)
    void dynamic(request, response)
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
  } else servePage(request, response)
})

server.listen(port, () => console.log(`Ready on ${serverURL}`))

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    // A browser that keeps a connection open must not keep the server up.
    setTimeout(() => process.exit(0), 5000).unref()
  })
}

const PUBLIC_POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

function setHeaders(request: IncomingMessage, response: ServerResponse): void {
  const isStaffOnly = /^\/(admin|_next)/.test(request.url ?? '')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  // The admin is made by Payload and Next, which need inline scripts.
  response.setHeader(
    'content-security-policy',
    isStaffOnly ? "frame-ancestors 'none'" : PUBLIC_POLICY,
  )
  if (serverURL.startsWith('https:')) {
    response.setHeader('strict-transport-security', 'max-age=31536000')
  }
}

function servePage(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('cache-control', 'no-cache')
  // Pages are small; half a page is of no use to anybody.
  delete request.headers.range
  site(request, response, () => void notFound(response))
}

async function notFound(response: ServerResponse): Promise<void> {
  const page = await readFile(path.join(publicDirectory, '404.html')).catch(() => undefined)
  if (page) response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  else {
    response
      .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' })
      .end('The site is being built. Try again in a few seconds.')
  }
}

async function health(response: ServerResponse): Promise<void> {
  const pages = await access(path.join(publicDirectory, 'index.html')).then(
    () => true,
    () => false,
  )
  const inside = await fetch(`http://127.0.0.1:${port}/api/health`, {
    signal: AbortSignal.timeout(5000),
  })
    .then((answer) => answer.json() as Promise<{ database: boolean; jobs: boolean }>)
    .then((state) => ({ api: true, ...state }))
    .catch(() => ({ api: false, database: false, jobs: false }))
  const state = { pages, ...inside }
  const isWell = Object.values(state).every(Boolean)
  response
    .writeHead(isWell ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify({ status: isWell ? 'ok' : 'unavailable', ...state }))
}

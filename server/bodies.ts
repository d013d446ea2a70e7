import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

import { LARGEST_PICTURE, TOO_LARGE } from '../collections/pictures/limits.ts'

const KB = 1024
const MB = 1024 * KB

/** What may be sent, in bytes, and how long that may take, in milliseconds. */
type Allowance = { largest: number; longest: number; tooLarge?: object }

/** Forms of the public site, log-ins, and all that is sent without one. */
const PUBLIC: Allowance = { largest: 64 * KB, longest: 20_000 }
const STAFF: Allowance = { largest: MB, longest: 30_000 }
/** A picture with its description, from a slow line. */
const PICTURE: Allowance = {
  largest: LARGEST_PICTURE + 64 * KB,
  longest: 120_000,
  // As Payload says what is wrong with a field: the form shows it there until another file is chosen.
  tooLarge: {
    errors: [{ message: TOO_LARGE, data: { errors: [{ path: 'file', message: TOO_LARGE }] } }],
  },
}
/** A message that came back, as a mail server hands it over. */
const BOUNCE: Allowance = { largest: MB, longest: 20_000 }

/** How long the head of a request may take, in milliseconds, and how often slow ones are looked for. */
const LONGEST_HEAD = 10_000
const CHECK_EVERY = 2_000

/** Options of the server that takes the requests. */
export const SERVER_OPTIONS = {
  headersTimeout: LONGEST_HEAD,
  requestTimeout: PICTURE.longest + LONGEST_HEAD,
  connectionsCheckingInterval: CHECK_EVERY,
}

const allowanceOf = ({ headers, url = '' }: IncomingMessage): Allowance => {
  const [pathname] = url.split('?') as [string]
  // Whether they are genuine is asked later; this only bounds what is read until then.
  const hasCredentials =
    headers.authorization !== undefined || /(^|;\s*)payload-token=/.test(headers.cookie ?? '')
  if (!hasCredentials) return PUBLIC
  if (pathname === '/api/mails/bounces') return BOUNCE
  if (/^\/api\/media(\/|$)/.test(pathname)) return PICTURE
  return /^\/(admin|api)(\/|$)/.test(pathname) ? STAFF : PUBLIC
}

/**
 * Puts bounds to what is sent with a request: what is too large is refused before it is read, or when
 * it has become too large, and what takes too long is given up.
 */
export const withBounds =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const { largest, longest, tooLarge: said } = allowanceOf(request)
    let isRefused = false
    // Once: what is too large and late as well must not cut off the first answer.
    const giveUp = (status: number, answer: object): void => {
      if (isRefused) return
      isRefused = true
      refuse(request, response, status, answer)
    }
    const tooLarge = () =>
      giveUp(
        413,
        said ?? inOneSentence(`This is too large. The limit here is ${inWords(largest)}.`),
      )
    if (Number(request.headers['content-length'] ?? 0) > largest) return tooLarge()

    let size = 0
    const push = request.push.bind(request)
    // Whoever reads the request gets it piece by piece through here, and none after the limit.
    request.push = (chunk: Buffer | null, ...rest) => {
      size += chunk?.length ?? 0
      if (size <= largest) return push(chunk, ...rest)
      tooLarge()
      return true
    }
    const late = setTimeout(
      () => giveUp(408, inOneSentence('This took too long to arrive. Try again.')),
      longest,
    )
    late.unref()
    request.once('end', () => clearTimeout(late))
    request.once('close', () => clearTimeout(late))
    if (request.complete) clearTimeout(late)
    listener(request, response)
  }

/**
 * How long what still comes is read and thrown away, in milliseconds. Who hangs up on bytes that nobody
 * read resets the connection, and the answer is lost with it before the sender has looked for one.
 */
const LINGER = 5_000

/** Answers, says that no more is wanted, and hangs up when the sender does, or when it takes too long. */
const refuse = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  answer: object,
): void => {
  const { socket } = request
  const hangUp = (): void => void request.destroy()
  if (response.headersSent) return hangUp()
  // What Node calls when the answer is written: it would hang up at once.
  socket.destroySoon = () => void socket.end()
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify(answer))
  request.resume()
  setTimeout(hangUp, LINGER).unref()
}

const inOneSentence = (message: string): object => ({ errors: [{ message }], message })

const inWords = (bytes: number): string =>
  bytes < MB ? `${Math.floor(bytes / KB)} KB` : `${Math.floor(bytes / MB)} MB`

/** No page here talks by web sockets: whoever asks for one is told and hung up on. */
export const closeUpgrades = (server: Server): void => {
  server.on('upgrade', (_request, socket) => {
    socket.on('error', () => undefined)
    socket.end(
      'HTTP/1.1 426 Upgrade Required\r\nconnection: close\r\ncontent-length: 0\r\n\r\n',
      () => socket.destroy(),
    )
  })
}

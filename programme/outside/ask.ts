import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

import { serverURL } from '../../settings.ts'
import { isPublicAddress } from './public-address.ts'

/** What became of asking for an address. `unclear`: something is there, and does not answer to a machine. */
export type Outcome = { is: 'broken' | 'there' | 'unclear'; status: string }

/** An address of a host, as numbers. */
export type Resolved = { address: string; family: number }

/** Where connections may go, and how names become addresses. */
export type Ways = {
  resolve: (host: string) => Promise<Resolved[]>
  mayConnect: (address: string, port: number) => boolean
  /** For the whole of it, in milliseconds. */
  patience: number
}

/** The public web, and nothing on this network. */
const PUBLIC_WEB: Ways = {
  resolve: (host) => lookup(host, { all: true }),
  mayConnect: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
  patience: 10_000,
}

const MOST_REDIRECTS = 5

/** Who asks, so that whoever runs the other site can see it and complain. */
const USER_AGENT = `MentoringLinkCheck/1.0 (+${serverURL})`

/** They answer `HEAD` so when they only know `GET`. */
const NO_HEAD = new Set([403, 405, 501])

/** Something is there: for members, for people at a browser, or not so often. */
const UNCLEAR = new Set([401, 403, 407, 429, 451, 999])

/**
 * Asks whether a link leads anywhere, and keeps nothing of the answer but its status. Never connects to anything but
 * the public web, wherever it is led: each address is resolved first, and the connection goes to what was found.
 *
 * @param url with `http:` or `https:`
 * @param turn waited for before each request to a host, so that none gets many at once
 */
export const askForLink = async (
  url: string,
  turn: (host: string) => Promise<void> = async () => {},
  ways: Ways = PUBLIC_WEB,
): Promise<Outcome> => {
  const signal = AbortSignal.timeout(ways.patience)
  try {
    return await inTime(signal, follow(url, { signal, turn, ways }))
  } catch (error) {
    return { is: 'broken', status: signal.aborted ? 'No answer in time' : inWords(error) }
  }
}

type Asking = { signal: AbortSignal; turn: (host: string) => Promise<void>; ways: Ways }

const follow = async (first: string, asking: Asking): Promise<Outcome> => {
  let url = new URL(first)
  const passed = new Set<string>()
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const { location, status } = await request(url, asking)
    if (!location) return { is: judge(status), status: `Answered with ${status}` }
    if (!URL.canParse(location, url)) throw new Refused('Leads on to no web address')
    passed.add(withoutPlace(url))
    url = new URL(location, url)
    if (passed.has(withoutPlace(url))) throw new Refused('Leads round in a circle, and to no page')
  }
  throw new Refused(`Leads on from address to address, more than ${MOST_REDIRECTS} times`)
}

/** What comes after a `#` is never sent. */
const withoutPlace = ({ href }: URL): string => href.replace(/#.*$/s, '')

const judge = (status: number): Outcome['is'] =>
  status < 400 ? 'there' : UNCLEAR.has(status) ? 'unclear' : 'broken'

type Answer = { status: number; location?: string }

const request = async (url: URL, asking: Asking): Promise<Answer> => {
  const answer = await send('HEAD', url, asking)
  return NO_HEAD.has(answer.status) ? send('GET', url, asking) : answer
}

/** Why nothing was asked. */
class Refused extends Error {}

const send = async (method: 'GET' | 'HEAD', url: URL, asking: Asking): Promise<Answer> => {
  const { signal, turn, ways } = asking
  if (!/^https?:$/.test(url.protocol)) throw new Refused('Leads on to no web address')
  const isSafe = url.protocol === 'https:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  await turn(host)
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await ways.resolve(host)
  const port = Number(url.port || (isSafe ? 443 : 80))
  if (addresses.length === 0) throw new Refused('There is no such website')
  if (!addresses.every(({ address }) => ways.mayConnect(address, port))) {
    throw new Refused('Not on the public web')
  }
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const sent = (isSafe ? https : http).request(
      {
        ...{ method, signal, host, port, path: url.pathname + url.search, agent: false },
        headers: { host: url.host, 'user-agent': USER_AGENT, accept: '*/*' },
        // The name is not asked again: it might mean another address by now.
        lookup: toThese(addresses),
        servername: isIP(host) ? undefined : host,
      },
      (response) => {
        const { headers, statusCode = 0 } = response
        const leadsOn = statusCode >= 300 && statusCode < 400 && statusCode !== 304
        // What it goes on to say is not read.
        response.destroy()
        resolve({ status: statusCode, location: leadsOn ? headers.location : undefined })
      },
    )
    sent.on('error', reject)
    sent.end()
  })
}

const toThese =
  (addresses: Resolved[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses
    if (options.all) callback(null, addresses)
    else callback(null, first!.address, first!.family)
  }

/** Resolving a name can't be broken off; it is not waited for. */
const inTime = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Too late')), { once: true })
  })
  return Promise.race([work, late])
}

/** Why there was no answer, without addresses or anything else that the other side says. */
const inWords = (error: unknown): string => {
  if (error instanceof Refused) return error.message
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (['ENOTFOUND', 'ENODATA', 'EAI_AGAIN'].includes(code)) return 'There is no such website'
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|SSL|TLS/.test(code)) return 'Its certificate is not valid'
  return 'No connection'
}

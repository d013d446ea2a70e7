import { setTimeout as sleep } from 'node:timers/promises'

import { inTransaction } from '@mentoring/kit/in-transaction'
import type { Round } from '@mentoring/kit/rounds'
import { isStopping } from '@mentoring/kit/stopping'
import { createLocalReq, type PayloadRequest, type Where } from 'payload'

import { createRow, deleteRows, findRecords, updateRow } from '../../database/records.ts'
import type { LinkCheck } from '../../payload-types.ts'
import { checksLinks } from '../../settings.ts'
import type { Snapshot } from '../../site/snapshot.ts'
import { addDays } from '../clock/dates.ts'
import { snapshotThatIsUp } from '../site/current-snapshot.ts'
import { askForLink, type Outcome } from './ask.ts'
import { linksIn } from './find-links.ts'
import { findRecordsOf, type UsedIn } from './used-in.ts'

/** So many are tried in one round, which is once a minute. */
const AT_ONCE = 20

/** Days until a link is tried again, after it worked and after it did not. */
const PAUSE = { fine: 7, failed: 1 }

/** After so many days on which it did not work, a link may be broken. */
export const MAY_BE_BROKEN = 3

/** Pause between two requests to one host, in milliseconds. */
const TURN = 1000

type Ask = typeof askForLink

/** The site whose links are in the list: a look each minute need not read them all again. */
let listed: Snapshot | undefined

/** Keeps the list of links as the site that is up has them, and tries those whose time has come. */
export const checkLinks = async (
  req: PayloadRequest,
  now: Date,
  ask: Ask = askForLink,
): Promise<void> => {
  const snapshot = await snapshotThatIsUp()
  if (!snapshot) return
  if (snapshot !== listed) {
    await keepList(req, await findRecordsOf(req, linksIn(snapshot)), now)
    listed = snapshot
  }
  const due: Where[] = [
    { nextAt: { less_than_equal: now.toISOString() } },
    // A clock that was ahead must not keep it from being tried.
    { nextAt: { greater_than: addDays(now, PAUSE.fine).toISOString() } },
  ]
  const checks = await findRecords(
    req,
    'link-checks',
    { or: due },
    { limit: AT_ONCE, sort: 'nextAt' },
  )
  const turn = turnsAtHosts()
  for (const check of checks) {
    // The server does not wait for other websites when it is to stop.
    if (isStopping()) return
    await updateRow(req, 'link-checks', check.id, noted(check, await ask(check.url, turn), now))
  }
}

/** Adds what is new on the site, and takes away what is no longer there. */
const keepList = async (
  req: PayloadRequest,
  wanted: Map<string, UsedIn[]>,
  now: Date,
): Promise<void> => {
  const known = await findRecords(req, 'link-checks', {})
  const gone = known.filter(({ url }) => !wanted.has(url))
  const byUrl = new Map(known.map((check) => [check.url, check]))
  await inTransaction(req, async () => {
    if (gone.length > 0)
      await deleteRows(req, 'link-checks', { id: { in: gone.map(({ id }) => id) } })
    for (const [url, usedIn] of wanted) {
      const check = byUrl.get(url)
      if (!check) {
        await createRow(req, 'link-checks', { url, usedIn, failures: 0, nextAt: now.toISOString() })
      } else if (JSON.stringify(check.usedIn) !== JSON.stringify(usedIn)) {
        await updateRow(req, 'link-checks', check.id, { usedIn })
      }
    }
  })
}

/** What is known of a link after it was tried. Each failure is of another day, because of the pause. */
const noted = ({ failures }: LinkCheck, { is, status }: Outcome, now: Date): Partial<LinkCheck> => {
  const failed = is === 'broken' ? failures + 1 : 0
  const isToBeSure = failed > 0 && failed < MAY_BE_BROKEN
  return {
    status,
    failures: failed,
    ...(is === 'there' && { lastOkAt: now.toISOString() }),
    nextAt: addDays(now, isToBeSure ? PAUSE.failed : PAUSE.fine).toISOString(),
  }
}

/** Lets each host have one request a second. */
const turnsAtHosts = () => {
  const last = new Map<string, number>()
  return async (host: string): Promise<void> => {
    const wait = (last.get(host) ?? -Infinity) + TURN - performance.now()
    if (wait > 0) await sleep(wait)
    last.set(host, performance.now())
  }
}

/** Looks every minute, unless that is switched off. */
export const linkRound: Round = {
  name: 'links',
  everySeconds: 60,
  lateAfterSeconds: 1800,
  run: async (payload) => {
    if (checksLinks) await checkLinks(await createLocalReq({}, payload), new Date())
  },
}

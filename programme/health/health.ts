import { setTimeout as sleep } from 'node:timers/promises'

import { roundsStanding } from '@mentoring/kit/rounds'
import type { Endpoint, Payload } from 'payload'

import { lookAtDisk } from './disk.ts'
import { isMailStuck } from './mail-health.ts'
import { hasPublicationFailed } from './publication-health.ts'
import { canWrite } from './write-probe.ts'

/** The longest any part may take to answer, in milliseconds; then it is not well. */
const LONGEST_ANSWER = 2_500

/** How the parts of the server are: what is not well is `false`. No personal data. */
export type Health = {
  /** A row was written and read back a moment ago. */
  database: boolean
  /** The other rounds went well lately: sending, publishing, tidying, waking jobs. */
  jobs: boolean
  /** Matches were followed lately: reminders go out, and matches end in time. */
  matchesFollowed: boolean
  secondsSinceMatchesFollowed: number | null
  /** Matches that the last round left for the next, because there was much to do. */
  matchesLeftToFollow: number
  /** The mail server takes messages, as far as there were any. */
  mail: boolean
  /** The last publication went up. */
  publication: boolean
  /** There is space left, with some to spare. */
  disk: boolean
  freeMegabytes: number | null
}

/**
 * `GET /api/health`: is everything well that is inside? The server's `/healthz` asks it and adds the
 * pages. It answers within seconds whatever hangs, and what costs something is done at most every few
 * seconds, however often it is asked.
 */
export const healthEndpoint: Endpoint = {
  path: '/health',
  method: 'get',
  handler: async ({ payload }) => {
    const health = await lookAtHealth(payload)
    const isWell = Object.values(health).every((part) => part !== false)
    return Response.json(health, {
      status: isWell ? 200 : 503,
      headers: { 'cache-control': 'no-store' },
    })
  },
}

const lookAtHealth = async (payload: Payload): Promise<Health> => {
  const [database, isStuck, hasFailed, disk] = await Promise.all([
    soon(canWrite(payload)),
    soon(isMailStuck(payload)),
    soon(hasPublicationFailed(payload)),
    soon(lookAtDisk()),
  ])
  const { followMatches, ...others } = roundsStanding(payload)
  const rounds = Object.values(others)
  return {
    database: database === true,
    jobs: rounds.length > 0 && rounds.every(({ isLate }) => !isLate),
    matchesFollowed: followMatches?.isLate === false,
    secondsSinceMatchesFollowed: followMatches?.secondsAgo ?? null,
    matchesLeftToFollow: followMatches?.left ?? 0,
    mail: isStuck === false,
    publication: hasFailed === false,
    disk: disk !== undefined && !disk.isAlmostFull,
    freeMegabytes: disk ? Math.floor(disk.freeBytes / 1e6) : null,
  }
}

/** What a part answers; nothing when it fails or takes too long. */
const soon = <T>(answer: Promise<T>): Promise<T | undefined> =>
  Promise.race([answer.catch(() => undefined), sleep(LONGEST_ANSWER, undefined, { ref: false })])

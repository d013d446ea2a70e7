import type { Payload, Where } from 'payload'

import type { Round } from './rounds.ts'

const MINUTE = 60_000

/** No job waits longer than over a night: what waits longer was put off by a clock that was ahead. */
const LONGEST_WAIT = 25 * 60 * MINUTE

/**
 * Sets jobs free that a process left behind when it died: they count as running for ever, and nobody
 * would take them up. Called at start, before the first job runs: there is one server for one installation.
 */
export const freeLeftJobs = (payload: Payload): Promise<void> =>
  change(payload, { processing: { equals: true } }, { processing: false })

/**
 * Finds jobs that wait for a time a wrong clock has set: they were written in the future, or wait for
 * longer than any job does. They run at once. Each task looks at its row and at the time again before
 * it does anything.
 */
export const wakeRound: Round = {
  name: 'wake',
  everySeconds: 20,
  lateAfterSeconds: 300,
  run: (payload) => wakeJobs(payload, new Date()),
}

/** See {@link wakeRound}. */
export const wakeJobs = (payload: Payload, now: Date): Promise<void> => {
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString()
  const isFromTheFuture: Where = {
    and: [
      { updatedAt: { greater_than: after(MINUTE) } },
      { waitUntil: { greater_than: after(0) } },
    ],
  }
  const waitsTooLong: Where = { waitUntil: { greater_than: after(LONGEST_WAIT) } }
  // What somebody has planned waits for the day they chose, however far that is.
  const isNotPlanned: Where = { taskSlug: { not_equals: 'schedulePublish' } }
  return change(
    payload,
    { and: [isNotPlanned, { or: [isFromTheFuture, waitsTooLong] }] },
    { waitUntil: null },
  )
}

const change = async (
  payload: Payload,
  where: Where,
  data: { processing?: boolean; waitUntil?: null },
): Promise<void> => {
  await payload.db.updateJobs({
    where,
    data: { ...data, updatedAt: new Date().toISOString() },
    limit: 0,
    returning: false,
  })
}

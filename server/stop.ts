import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import { stopWork } from '@mentoring/kit/stopping'

/** How long work in hand may take after the signal, in milliseconds. */
const LONGEST_WORK = 20_000

/** Requests in flight may take a little longer; then the process ends with 1. */
const LONGEST_STOP = 35_000

/** A second signal counts from here on: a terminal and a parent may both pass on the first one. */
const SAME_SIGNAL = 1_000

/**
 * Ends the process on SIGTERM and SIGINT: takes no more connections, answers the requests in flight,
 * finishes or sets back the work in hand (`whenStopping`), and exits with 0. A second signal exits
 * with 1 at once.
 */
export const stopOnSignal = (server: Server): void => {
  let since: number | undefined
  const stop = () => {
    if (since === undefined) {
      since = performance.now()
      void finish(server)
    } else if (performance.now() - since > SAME_SIGNAL) process.exit(1)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

const finish = async (server: Server): Promise<void> => {
  setTimeout(() => {
    console.error('The server could not finish what it had in hand in time.')
    process.exit(1)
  }, LONGEST_STOP).unref()
  const answered = new Promise((resolve) => server.close(resolve))
  // A browser keeps its connection open after the last answer; it must not keep the server up.
  setInterval(() => server.closeIdleConnections(), 100).unref()
  const limit = sleep(LONGEST_WORK, 'late', { ref: false })
  const [, work] = await Promise.all([answered, Promise.race([stopWork(), limit])])
  if (work === 'late') console.error('Work that was in hand is left for the next start.')
  process.exit(0)
}

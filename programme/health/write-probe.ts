import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Payload } from 'payload'

/** A row is written at most this often, in milliseconds, however often it is asked. */
const PAUSE = 2_000

/** A writer may have to wait for its turn; only after this long, in milliseconds, is that a fault. */
const LONGEST_WAIT = 20_000

/** How long an answer waits for a probe that is on its way. */
const PATIENCE = 1_500

/** The row in Payload's store of keys and values. */
const KEY = 'health'

type Probe = { wentWell: number; hasFailed: boolean; began: number; underWay?: Promise<void> }

const probe: Probe = { wentWell: -Infinity, hasFailed: false, began: -Infinity }

/** Can the database be written to? Writes a tiny row and reads it back. */
export const canWrite = async (payload: Payload): Promise<boolean> => {
  if (!probe.underWay && performance.now() - probe.began > PAUSE) {
    probe.began = performance.now()
    probe.underWay = write(payload)
  }
  if (probe.underWay)
    await Promise.race([probe.underWay, sleep(PATIENCE, undefined, { ref: false })])
  return !probe.hasFailed && performance.now() - probe.wentWell < LONGEST_WAIT
}

const write = async ({ kv, logger }: Payload): Promise<void> => {
  try {
    const value = randomUUID()
    await kv.set(KEY, value)
    if ((await kv.get(KEY)) !== value) throw new Error('What was written is not what is there.')
    probe.wentWell = performance.now()
    probe.hasFailed = false
  } catch (error) {
    // Once for each fault, not once for each question.
    if (!probe.hasFailed) logger.error({ msg: 'The database can’t be written to', err: error })
    probe.hasFailed = true
  } finally {
    probe.underWay = undefined
  }
}

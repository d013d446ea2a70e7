import type { PayloadRequest } from 'payload'

import { countRecords } from '../../database/records.ts'
import type { Snapshot } from '../../site/snapshot.ts'
import { ukDay } from '../clock/dates.ts'
import { MATCHING } from '../matches/matching.ts'

/** Fewer than this are not said: who is meant could be guessed. */
const FEWEST = 5

const KEY = 'numbers-on-the-site'

type Numbers = Snapshot['numbers']

/** How many wait for a mentor and how many mentors there are, as they were last counted for the site. */
export const numbersOnTheSite = async ({ payload }: PayloadRequest): Promise<Numbers> =>
  (await payload.kv.get<{ numbers: Numbers }>(KEY))?.numbers ?? {}

/**
 * Counts them as the public may know them: rounded down to fives, from 50 on to tens, and nothing below five. Once a
 * day, so that nobody can read off the site that one person has joined or left.
 */
export const countForTheSite = async (req: PayloadRequest, now = new Date()): Promise<void> => {
  const { kv } = req.payload
  const day = ukDay(now)
  if ((await kv.get<{ day: string }>(KEY))?.day === day) return
  const waiting = rounded(await countRecords(req, 'mentees', MATCHING.mentees.available))
  const mentors = rounded(await countRecords(req, 'mentors', { status: { equals: 'active' } }))
  // One of the databases keeps nothing as null.
  const numbers = {
    ...(waiting !== undefined && { waiting }),
    ...(mentors !== undefined && { mentors }),
  }
  await kv.set(KEY, { day, numbers })
}

/**
 * @example rounded(48) // 45
 * @example rounded(4) // undefined
 */
export const rounded = (count: number): number | undefined => {
  if (count < FEWEST) return undefined
  const step = count < 50 ? 5 : 10
  return Math.floor(count / step) * step
}

import type { PayloadRequest } from 'payload'

import { daysBetween } from '../clock/dates.ts'
import { FIGURES } from './figures.ts'
import { type Statistics, statistics } from './statistics.ts'
import { toCSV } from './csv.ts'

/** Reads the figures, with the access of the one who looks. */
export const loadStatistics = async (req: PayloadRequest, now: Date): Promise<Statistics> => {
  const common = { pagination: false, depth: 0, overrideAccess: false, req } as const
  const { docs: matches } = await req.payload.find({
    collection: 'matches',
    where: { confirmedAt: { exists: true } },
    ...common,
  })
  const { docs: waiting } = await req.payload.find({
    collection: 'mentees',
    where: { status: { equals: 'waiting' } },
    select: { createdAt: true, waitingSince: true },
    ...common,
  })
  const waits = waiting.map(({ createdAt, waitingSince }) =>
    Math.max(0, daysBetween(new Date(waitingSince ?? createdAt), now)),
  )
  return statistics(matches, waits, now)
}

/** The figures by month, for a spreadsheet. */
export const statisticsCSV = ({ months }: Statistics): string => {
  const names = Object.keys(FIGURES) as (keyof typeof FIGURES)[]
  return toCSV([
    ['Month of introduction', ...names.map((name) => FIGURES[name])],
    ...months.map((month) => [month.month, ...names.map((name) => month[name])]),
  ])
}

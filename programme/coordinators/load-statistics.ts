import type { PayloadRequest } from 'payload'

import { findRecords } from '../../database/records.ts'
import { daysBetween } from '../clock/dates.ts'
import { FIGURES } from './figures.ts'
import { SURVEY_FORM } from '../matches/survey.ts'
import { type Statistics, statistics, type Tally, tallySurveys } from './statistics.ts'
import { toCSV } from './csv.ts'

/** The figures, with the answers to the survey at the end. */
export type Figures = Statistics & { surveys: { count: number; tallies: Tally[] } }

/** Counts, over records that whoever reads the figures need not be allowed to see: ask `mayReadFigures` first. */
export const loadStatistics = async (req: PayloadRequest, now: Date): Promise<Figures> => {
  const matches = await findRecords(req, 'matches', { confirmedAt: { exists: true } })
  const { docs: waiting } = await req.payload.find({
    collection: 'mentees',
    where: { status: { equals: 'waiting' } },
    select: { createdAt: true, waitingSince: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const waits = waiting.map(({ createdAt, waitingSince }) =>
    Math.max(0, daysBetween(new Date(waitingSince ?? createdAt), now)),
  )
  const surveys = await findRecords(req, 'surveys', {})
  return {
    ...statistics(matches, waits, now),
    surveys: { count: surveys.length, tallies: tallySurveys(SURVEY_FORM, surveys) },
  }
}

/** The figures by month, for a spreadsheet. */
export const statisticsCSV = ({ months }: Statistics): string => {
  const names = Object.keys(FIGURES) as (keyof typeof FIGURES)[]
  return toCSV([
    ['Month of introduction', ...names.map((name) => FIGURES[name])],
    ...months.map((month) => [month.month, ...names.map((name) => month[name])]),
  ])
}

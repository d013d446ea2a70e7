import type { PayloadRequest } from 'payload'

import { daysBetween } from '../clock/dates.ts'
import { MATCHING } from '../matches/matching.ts'
import { inPortions } from '../matches/portions.ts'
import { SURVEY_FORM, type SurveyAnswers } from '../matches/survey.ts'
import { FIGURES } from './figures.ts'
import {
  COUNTED_FIELDS,
  countMatches,
  noCounts,
  type Statistics,
  statistics,
  type Tally,
  tallySurveys,
} from './statistics.ts'
import { toCSV } from './csv.ts'

/** The figures, with the answers to the survey at the end. */
export type Figures = Statistics & { surveys: { count: number; tallies: Tally[] } }

// The fields of the form are those of the record.
const SURVEY_FIELDS = SURVEY_FORM.sections.flatMap(({ fields }) =>
  fields.map(({ name }) => name as keyof SurveyAnswers),
)

/**
 * Counts, over records that whoever reads the figures need not be allowed to see: ask `mayReadFigures`
 * first. They are gone through in portions.
 */
export const loadStatistics = async (req: PayloadRequest, now: Date): Promise<Figures> => {
  const counts = noCounts()
  const introduced = { confirmedAt: { exists: true } }
  for await (const matches of inPortions(req, {
    collection: 'matches',
    where: introduced,
    fields: COUNTED_FIELDS,
  })) {
    countMatches(counts, matches)
  }
  const waits: number[] = []
  for await (const waiting of inPortions(req, {
    collection: 'mentees',
    where: MATCHING.mentees.available,
    fields: ['waitingSince'],
  })) {
    const since = waiting.map((mentee) => new Date(mentee.waitingSince ?? mentee.createdAt))
    waits.push(...since.map((date) => Math.max(0, daysBetween(date, now))))
  }
  const surveys = { count: 0, tallies: tallySurveys(SURVEY_FORM, []) }
  for await (const answers of inPortions(req, {
    collection: 'surveys',
    where: {},
    fields: SURVEY_FIELDS,
  })) {
    surveys.count += answers.length
    surveys.tallies = tallySurveys(SURVEY_FORM, answers, surveys.tallies)
  }
  return { ...statistics(counts, waits, now), surveys }
}

/** The figures by month, for a spreadsheet. */
export const statisticsCSV = ({ months }: Statistics): string => {
  const names = Object.keys(FIGURES) as (keyof typeof FIGURES)[]
  return toCSV([
    ['Month of introduction', ...names.map((name) => FIGURES[name])],
    ...months.map((month) => [month.month, ...names.map((name) => month[name])]),
  ])
}

import type { Match, Survey } from '../../payload-types.ts'
import type { FormSchema } from '@mentoring/forms/form-types'
import { daysBetween, ukDay } from '../clock/dates.ts'
import { OPEN, type State, STATES } from '../clock/states.ts'

/** What became of the matches that were introduced in one month, or in all. */
export type Outcomes = {
  introduced: number
  /** First contact by the end of the UK day it was due on. */
  contactInTime: number
  agreed: number
  metFaceToFace: number
  extended: number
  completed: number
  endedEarly: number
}

export type Statistics = {
  waiting: number
  /** Days, over those who wait now; undefined when nobody does. */
  medianWait?: number
  byState: { state: State; label: string; count: number }[]
  /** UK months from the first introduction to now, without gaps. */
  months: (Outcomes & { month: string })[]
  total: Outcomes
}

/** States of a match that was ever introduced and not taken back as a mistake. */
const COUNTED: State[] = [...OPEN, 'completed', 'endedEarly']

/** What is read of a match for the figures. */
export const COUNTED_FIELDS = [
  'status',
  'confirmedAt',
  'contactAt',
  'firstContactDue',
  'agreedAt',
  'metFaceToFaceOn',
  'extendedAt',
] as const satisfies (keyof Match)[]

export type CountedMatch = Pick<Match, (typeof COUNTED_FIELDS)[number]>

/** Counts kept while the matches are gone through. */
export type Counts = { byState: Map<State, number>; byMonth: Map<string, Outcomes> }

export const noCounts = (): Counts => ({ byState: new Map(), byMonth: new Map() })

/**
 * Counts some more matches. A match counts in the UK month of its introduction, with all that became
 * of it since; an introduction that was undone counts nowhere.
 */
export const countMatches = ({ byMonth, byState }: Counts, matches: CountedMatch[]): void => {
  for (const match of matches) {
    const { confirmedAt, status } = match
    if (!confirmedAt || !COUNTED.includes(status)) continue
    byState.set(status, (byState.get(status) ?? 0) + 1)
    const month = monthOf(new Date(confirmedAt))
    byMonth.set(month, sumOf([byMonth.get(month) ?? NOTHING, outcomesOf(match)]))
  }
}

/**
 * Figures of the programme.
 *
 * @param waits days waited, one for each mentee on the waiting list
 */
export const statistics = (
  { byMonth, byState }: Counts,
  waits: number[],
  now: Date,
): Statistics => ({
  waiting: waits.length,
  medianWait: median(waits),
  byState: COUNTED.map((state) => ({
    state,
    label: STATES[state].label,
    count: byState.get(state) ?? 0,
  })),
  months: monthsUpTo([...byMonth.keys()].sort()[0], now).map((month) => ({
    month,
    ...(byMonth.get(month) ?? NOTHING),
  })),
  total: sumOf([...byMonth.values()]),
})

const outcomesOf = (match: CountedMatch): Outcomes => {
  const { agreedAt, contactAt, extendedAt, firstContactDue, metFaceToFaceOn, status } = match
  const isInTime =
    contactAt && firstContactDue && daysBetween(new Date(firstContactDue), new Date(contactAt)) <= 0
  return {
    introduced: 1,
    contactInTime: isInTime ? 1 : 0,
    agreed: agreedAt ? 1 : 0,
    metFaceToFace: metFaceToFaceOn ? 1 : 0,
    extended: extendedAt ? 1 : 0,
    completed: status === 'completed' ? 1 : 0,
    endedEarly: status === 'endedEarly' ? 1 : 0,
  }
}

const NOTHING: Outcomes = {
  introduced: 0,
  contactInTime: 0,
  agreed: 0,
  metFaceToFace: 0,
  extended: 0,
  completed: 0,
  endedEarly: 0,
}

const sumOf = (all: Outcomes[]): Outcomes =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(OUTCOMES.map((name) => [name, sum[name] + one[name]])) as Outcomes,
    NOTHING,
  )

const OUTCOMES = Object.keys(NOTHING) as (keyof Outcomes)[]

/** How often each answer was given to a question of the survey, in the order it offers them. */
export type Tally = { question: string; answers: { label: string; count: number }[] }

/** Counts some more answers to the survey at the end, beside those counted before. */
export const tallySurveys = (
  form: FormSchema,
  surveys: Partial<Survey>[],
  before?: Tally[],
): Tally[] =>
  form.sections
    .flatMap(({ fields }) => fields)
    .map(({ label, name, options = [] }, question) => ({
      question: label,
      answers: options.map((option, answer) => ({
        label: option.label,
        count:
          (before?.[question]?.answers[answer]?.count ?? 0) +
          surveys.filter((survey) => survey[name as keyof Survey] === option.value).length,
      })),
    }))

/** @example monthOf(new Date('2026-06-30T23:30:00Z')) // '2026-07', because it is July in the UK */
export const monthOf = (date: Date): string => ukDay(date).slice(0, 7)

const monthsUpTo = (first: string | undefined, now: Date): string[] => {
  if (!first) return []
  const months: string[] = []
  let [year = 0, month = 0] = first.split('-').map(Number)
  for (let name = first; name <= monthOf(now);) {
    months.push(name)
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    name = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

const median = (values: number[]): number | undefined => {
  if (values.length === 0) return undefined
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2
}

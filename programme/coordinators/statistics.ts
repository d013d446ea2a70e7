import type { Match, Survey } from '../../payload-types.ts'
import type { FormSchema } from '../../plugins/forms/form-types.ts'
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

/**
 * Figures of the programme. A match counts in the UK month of its introduction, with all that became
 * of it since; an introduction that was undone counts nowhere.
 *
 * @param waits days waited, one for each mentee on the waiting list
 */
export const statistics = (matches: Match[], waits: number[], now: Date): Statistics => {
  const counted = matches.filter(
    ({ confirmedAt, status }) => COUNTED.includes(status) && confirmedAt,
  )
  const byMonth = new Map<string, Match[]>()
  for (const match of counted) {
    const month = monthOf(new Date(match.confirmedAt!))
    byMonth.set(month, [...(byMonth.get(month) ?? []), match])
  }
  return {
    waiting: waits.length,
    medianWait: median(waits),
    byState: COUNTED.map((state) => ({
      state,
      label: STATES[state].label,
      count: counted.filter(({ status }) => status === state).length,
    })),
    months: monthsUpTo([...byMonth.keys()].sort()[0], now).map((month) => ({
      month,
      ...outcomesOf(byMonth.get(month) ?? []),
    })),
    total: outcomesOf(counted),
  }
}

const outcomesOf = (matches: Match[]): Outcomes => {
  const count = (is: (match: Match) => unknown) =>
    matches.filter((match) => Boolean(is(match))).length
  return {
    introduced: matches.length,
    contactInTime: count(
      ({ contactAt, firstContactDue }) =>
        contactAt &&
        firstContactDue &&
        daysBetween(new Date(firstContactDue), new Date(contactAt)) <= 0,
    ),
    agreed: count(({ agreedAt }) => agreedAt),
    metFaceToFace: count(({ metFaceToFaceOn }) => metFaceToFaceOn),
    extended: count(({ extendedAt }) => extendedAt),
    completed: count(({ status }) => status === 'completed'),
    endedEarly: count(({ status }) => status === 'endedEarly'),
  }
}

/** How often each answer was given to a question of the survey, in the order it offers them. */
export type Tally = { question: string; answers: { label: string; count: number }[] }

/** Counts the answers to the survey at the end. */
export const tallySurveys = (form: FormSchema, surveys: Survey[]): Tally[] =>
  form.sections
    .flatMap(({ fields }) => fields)
    .map(({ label, name, options = [] }) => ({
      question: label,
      answers: options.map((option) => ({
        label: option.label,
        count: surveys.filter((survey) => survey[name as keyof Survey] === option.value).length,
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

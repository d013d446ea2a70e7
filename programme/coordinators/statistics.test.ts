import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Match } from '../../payload-types.ts'
import { type State, STATES } from '../clock/states.ts'
import { SURVEY_FORM } from '../matches/survey.ts'
import {
  countMatches,
  monthOf,
  noCounts,
  type Outcomes,
  statistics as statisticsOf,
  tallySurveys,
} from './statistics.ts'

const NOW = new Date('2026-12-10T10:00:00.000Z')
const match = (changes: Partial<Match>): Match =>
  ({ status: 'introduced', confirmedAt: '2026-11-03T10:00:00.000Z', ...changes }) as Match

/** Counted in two portions, as it is done of thousands. */
const statistics = (matches: Match[], waits: number[], now: Date) => {
  const counts = noCounts()
  countMatches(counts, matches.slice(0, 3))
  countMatches(counts, matches.slice(3))
  return statisticsOf(counts, waits, now)
}

describe('figures', () => {
  it('count contact on the UK day it was due, at any hour, and not the day after', () => {
    const due = { firstContactDue: '2026-10-27T10:00:00.000Z' }
    const summer = { firstContactDue: '2026-10-20T09:00:00.000Z' }
    const { total } = statistics(
      [
        match({ ...due, contactAt: '2026-10-27T23:59:00.000Z' }),
        match({ ...due, contactAt: '2026-10-28T00:00:00.000Z' }),
        match({ ...summer, contactAt: '2026-10-20T22:59:00.000Z' }),
        match({ ...summer, contactAt: '2026-10-20T23:00:00.000Z' }),
        match(due),
      ],
      [],
      NOW,
    )
    expect(total).toMatchObject({ introduced: 5, contactInTime: 2 })
  })

  it('count a match in the UK month of its introduction, and show months without any', () => {
    const { months } = statistics(
      [
        match({ confirmedAt: '2026-08-31T23:30:00.000Z' }),
        match({ confirmedAt: '2026-11-30T23:30:00.000Z' }),
      ],
      [],
      NOW,
    )
    expect(months.map(({ introduced, month }) => `${month} ${introduced}`)).toEqual([
      '2026-09 1',
      '2026-10 0',
      '2026-11 1',
      '2026-12 0',
    ])
  })

  it.each([
    [[], undefined],
    [[5], 5],
    [[9, 1, 5], 5],
    [[1, 2, 3, 10], 2.5],
  ])('the median of %j days is %s', (waits, expected) => {
    expect(statistics([], waits, NOW).medianWait).toBe(expected)
  })

  it('leave out proposals and what was taken back', () => {
    const out = (['proposed', 'rejected', 'undone'] as const).map((status) => match({ status }))
    expect(statistics(out, [], NOW)).toMatchObject({ total: { introduced: 0 }, months: [] })
  })

  const matches = fc.array(
    fc
      .record({
        status: fc.constantFrom(...(Object.keys(STATES) as State[])),
        confirmedAt: fc
          .date({ min: new Date('2024-01-01'), max: NOW, noInvalidDate: true })
          .map((date) => date.toISOString()),
        agreedAt: fc.option(fc.constant('2026-11-09T10:00:00.000Z')),
        metFaceToFaceOn: fc.option(fc.constant('2026-11-09T10:00:00.000Z')),
        extendedAt: fc.option(fc.constant('2026-11-09T10:00:00.000Z')),
      })
      .map(match),
  )

  it('of the months add up to the total, and so do the states', () => {
    fc.assert(
      fc.property(matches, (all) => {
        const { byState, months, total } = statistics(all, [], NOW)
        for (const name of Object.keys(total) as (keyof Outcomes)[]) {
          expect(months.reduce((sum, month) => sum + month[name], 0)).toBe(total[name])
        }
        expect(byState.reduce((sum, { count }) => sum + count, 0)).toBe(total.introduced)
      }),
    )
  })

  it('have every month from the first to this one, once', () => {
    fc.assert(
      fc.property(matches, (all) => {
        const { months } = statistics(all, [], NOW)
        if (months.length === 0) return
        expect(months.at(-1)!.month).toBe(monthOf(NOW))
        expect(new Set(months.map(({ month }) => month)).size).toBe(months.length)
      }),
    )
  })
})

it('answers to the survey are counted, left-out ones nowhere', () => {
  const [helpful, stillInContact] = tallySurveys(SURVEY_FORM, [
    { helpful: 'very', stillInContact: 'yes' },
    { helpful: 'very', stillInContact: null },
    { helpful: 'not' },
  ])
  expect(helpful!.answers.map(({ count }) => count)).toEqual([2, 0, 0, 1])
  expect(stillInContact).toEqual({
    question: 'Are you still in contact?',
    answers: [
      { label: 'Yes', count: 1 },
      { label: 'No', count: 0 },
    ],
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addDays,
  addMonths,
  daysBetween,
  nextDaytime,
  startOfDay,
  ukDate,
  ukDateTime,
  ukDay,
} from './dates.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/London',
})
const uk = (date: Date) => clock.format(date)
const timeOf = (date: Date) => uk(date).slice(12)
const dayOf = (date: Date) => Number(uk(date).slice(0, 2))
const monthOf = (date: Date) => Number(uk(date).slice(6, 10)) * 12 + Number(uk(date).slice(3, 5))
const iso = (date: Date) => date.toISOString().slice(0, 16)

const dates = fc.date({
  // Since 1972 the UK has changed its clocks by the rules of today: GMT in winter.
  min: new Date('1972-01-01T00:00:00Z'),
  max: new Date('2100-12-31T23:59:59Z'),
  noInvalidDate: true,
})

/** Does this time of day exist on the days on which clocks go forward? 01:00 to 01:59 does not. */
const isSkipped = (date: Date) => uk(date).slice(12, 14) === '01'

describe('addMonths', () => {
  it.each([
    ['2026-07-15T09:00', 4, '2026-11-15T10:00', 'the clocks go back in between'],
    ['2026-01-15T09:00', 4, '2026-05-15T08:00', 'the clocks go forward in between'],
    ['2026-10-31T12:00', 4, '2027-02-28T12:00', 'February has no 31st'],
    ['2027-10-31T12:00', 4, '2028-02-29T12:00', 'a leap year has a 29th'],
    ['2026-10-29T12:00', 4, '2027-02-28T12:00', 'February has no 29th'],
    ['2026-05-31T12:00', 4, '2026-09-30T12:00', 'September has no 31st'],
    ['2026-08-31T12:00', 6, '2027-02-28T13:00', 'both at once'],
    ['2026-06-30T23:30', 4, '2026-11-01T00:30', 'in the UK it is the 1st already'],
    ['2026-12-31T12:00', 2, '2027-02-28T12:00', 'across the year'],
  ])('%s and %i months: %s, as %s', (from, months, to) => {
    expect(iso(addMonths(new Date(`${from}Z`), months))).toBe(to)
  })

  it('ends in the right UK month, on the same day or the last there is, at the same time', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 48 }), (date, months) => {
        fc.pre(!isSkipped(date))
        const result = addMonths(date, months)
        expect(monthOf(result)).toBe(monthOf(date) + months)
        expect(timeOf(result)).toBe(timeOf(date))
        if (dayOf(result) !== dayOf(date)) {
          expect(dayOf(result)).toBeLessThan(dayOf(date))
          expect(dayOf(addDays(result, 1))).toBe(1)
        }
      }),
    )
  })

  it('keeps the order of two dates', () => {
    fc.assert(
      fc.property(dates, dates, fc.nat(24), (a, b, months) => {
        fc.pre(daysBetween(a, b) > 0)
        expect(daysBetween(addMonths(a, months), addMonths(b, months))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('addDays', () => {
  it.each([
    ['2026-10-24T14:00', 7, '2026-10-31T15:00', 'the clocks go back on the 25th'],
    ['2026-03-28T14:00', 7, '2026-04-04T13:00', 'the clocks go forward on the 29th'],
    ['2026-02-25T14:00', 7, '2026-03-04T14:00', 'February ends'],
    ['2026-03-28T14:00', 0, '2026-03-28T14:00', 'nothing is added'],
  ])('%s and %i days: %s, as %s', (from, days, to) => {
    expect(iso(addDays(new Date(`${from}Z`), days))).toBe(to)
  })

  it('counts UK days at the same UK time of day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -400, max: 400 }), (date, days) => {
        fc.pre(!isSkipped(date))
        const result = addDays(date, days)
        expect(daysBetween(date, result)).toBe(days)
        expect(timeOf(result)).toBe(timeOf(date))
      }),
    )
  })
})

describe('a day in the UK', () => {
  it('begins at midnight by UK clocks', () => {
    expect(iso(startOfDay(new Date('2026-07-01T22:59:00Z')))).toBe('2026-06-30T23:00')
    expect(iso(startOfDay(new Date('2026-07-01T23:00:00Z')))).toBe('2026-07-01T23:00')
    expect(iso(startOfDay(new Date('2026-12-01T23:00:00Z')))).toBe('2026-12-01T00:00')
  })

  it('is written as people in the UK read it', () => {
    expect(ukDate('2026-11-29T12:00:00Z')).toBe('Sunday 29 November 2026')
    expect(ukDate('2026-06-30T23:30:00Z')).toBe('Wednesday 1 July 2026')
  })
})

describe('mail that can wait', () => {
  const daytime = { earliestHour: 8, latestHour: 20 }
  it.each([
    ['2026-07-01T06:59', '2026-07-01T07:00', 'early in summer: at 8 by UK clocks'],
    ['2026-07-01T07:00', '2026-07-01T07:00', 'at 8: now'],
    ['2026-07-01T18:59', '2026-07-01T18:59', 'before 20:00: now'],
    ['2026-07-01T19:00', '2026-07-02T07:00', 'at 20:00: next morning'],
    ['2026-12-01T07:30', '2026-12-01T08:00', 'early in winter'],
    ['2026-10-24T20:00', '2026-10-25T08:00', 'the night the clocks go back'],
    ['2026-03-28T21:00', '2026-03-29T07:00', 'the night the clocks go forward'],
  ])('at %s goes at %s (%s)', (now, then) => {
    expect(iso(nextDaytime(new Date(`${now}Z`), daytime))).toBe(then)
  })

  it('always goes in the daytime, within a day, and never earlier than now', () => {
    fc.assert(
      fc.property(dates, (now) => {
        const then = nextDaytime(now, daytime)
        const hour = Number(uk(then).slice(12, 14))
        expect(hour).toBeGreaterThanOrEqual(8)
        expect(hour).toBeLessThan(20)
        expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime())
        expect(then.getTime() - now.getTime()).toBeLessThanOrEqual(13 * 60 * 60 * 1000)
      }),
    )
  })
})

it('no date that is given is changed', () => {
  const date = new Date('2026-10-31T12:00:00Z')
  addMonths(date, 4)
  addDays(date, 4)
  startOfDay(date)
  expect(date.toISOString()).toBe('2026-10-31T12:00:00.000Z')
})

it.each([
  ['2026-06-30T22:59:59Z', '2026-06-30'],
  ['2026-06-30T23:00:00Z', '2026-07-01'],
  ['2026-12-31T23:59:59Z', '2026-12-31'],
])('%s is the UK day %s, as date inputs have it', (moment, day) => {
  expect(ukDay(moment)).toBe(day)
})

it.each([
  ['2026-11-29T00:05:00Z', '12:05am'],
  ['2026-11-29T09:30:00Z', '9:30am'],
  ['2026-11-29T12:30:00Z', '12:30pm'],
  ['2026-06-29T12:30:00Z', '1:30pm'],
])('%s is %s in the UK', (moment, time) => {
  expect(ukDateTime(moment)).toBe(`${ukDate(moment)}, ${time}`)
})

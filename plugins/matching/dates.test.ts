import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, addMonths } from './dates.ts'

const day = (date: Date) => date.toISOString().slice(0, 10)
const dates = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-12-31T23:59:59Z'),
  noInvalidDate: true,
})

describe('addMonths', () => {
  it.each([
    ['2026-07-15', 4, '2026-11-15'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2027-10-31', 4, '2028-02-29'],
    ['2026-10-29', 4, '2027-02-28'],
    ['2027-10-29', 4, '2028-02-29'],
    ['2026-10-28', 4, '2027-02-28'],
    ['2026-05-31', 4, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-08-31', 4, '2026-12-31'],
    ['2096-10-31', 4, '2097-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-03-31', 0, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (from, months, to) => {
    expect(day(addMonths(new Date(from), months))).toBe(to)
  })

  it('ends in the right month, on the same day or the last there is, at the same time', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 48 }), (date, months) => {
        const result = addMonths(date, months)
        const elapsed =
          (result.getUTCFullYear() - date.getUTCFullYear()) * 12 +
          (result.getUTCMonth() - date.getUTCMonth())
        expect(elapsed).toBe(months)
        expect(result.toISOString().slice(10)).toBe(date.toISOString().slice(10))
        if (result.getUTCDate() !== date.getUTCDate()) {
          expect(result.getUTCDate()).toBeLessThan(date.getUTCDate())
          expect(addDays(result, 1).getUTCDate()).toBe(1)
        }
      }),
    )
  })

  it('keeps the order of two dates', () => {
    fc.assert(
      fc.property(dates, dates, fc.nat(24), (a, b, months) => {
        fc.pre(day(a) < day(b))
        expect(day(addMonths(a, months)) <= day(addMonths(b, months))).toBe(true)
      }),
    )
  })
})

describe('addDays', () => {
  it.each([
    ['2026-02-25', 7, '2026-03-04'],
    ['2028-02-25', 7, '2028-03-03'],
    ['2026-12-28', 7, '2027-01-04'],
    ['2026-03-28', 7, '2026-04-04'],
    ['2026-03-28', 0, '2026-03-28'],
  ])('%s and %i days: %s', (from, days, to) => {
    expect(day(addDays(new Date(from), days))).toBe(to)
  })

  it('can be done in steps, whatever the clocks do', () => {
    fc.assert(
      fc.property(dates, fc.nat(400), fc.nat(400), (date, a, b) => {
        expect(addDays(addDays(date, a), b)).toEqual(addDays(date, a + b))
        expect(addDays(addDays(date, a), -a)).toEqual(date)
      }),
    )
  })
})

it('neither changes the date it is given', () => {
  const date = new Date('2026-10-31T12:00:00Z')
  addMonths(date, 4)
  addDays(date, 4)
  expect(date.toISOString()).toBe('2026-10-31T12:00:00.000Z')
})

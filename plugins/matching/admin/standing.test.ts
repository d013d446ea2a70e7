import { describe, expect, it } from 'vitest'

import { say } from '../testing/english.ts'
import { standing } from './standing.ts'

/** The place alone. */
const ordinal = (place: number): string =>
  standing({ queue: { place, of: 200, daysWaited: 0 } }, say)!.split(' ')[0]!

describe('ordinal', () => {
  it('has the ending one says', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(ordinal)).toEqual([
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '103rd',
      '111th',
    ])
  })
})

describe('standing', () => {
  it('is the place in the queue, or the places that are free', () => {
    expect(standing({ queue: { place: 7, of: 43, daysWaited: 35 } }, say)).toBe(
      '7th of 43 in the queue · waiting 35 days',
    )
    expect(standing({ queue: { place: 1, of: 1, daysWaited: 0 } }, say)).toBe(
      '1st of 1 in the queue · waiting since today',
    )
    expect(standing({ places: { free: 1, all: 2 } }, say)).toBe('1 of 2 places free')
    expect(standing({ places: { free: 0, all: 2 } }, say)).toBe('All 2 places are taken')
    expect(standing({ places: { free: 0, all: 1 } }, say)).toBe('The only place is taken')
    expect(standing({}, say)).toBeUndefined()
  })
})

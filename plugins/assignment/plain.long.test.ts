import { expect, it } from 'vitest'
import { compareSpreadWithPlain, compareWithPlain } from './testing/compare.ts'

/** Behind those that the quick test solves. */
const FIRST = 2000

it.each([...Array(10).keys()])(
  'the solver agrees with the plain one on 10,000 random problems: part %i of 10',
  (part) => {
    const seeds = Array.from({ length: 10_000 }, (_, x) => FIRST + 10_000 * part + x)
    expect(seeds.map(compareWithPlain).filter(Boolean)).toEqual([])
    expect(seeds.map(compareSpreadWithPlain).filter(Boolean)).toEqual([])
  },
)

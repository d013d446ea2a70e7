import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestByTrying } from './testing/brute-force.ts'
import { compareSpreadWithPlain, compareWithPlain } from './testing/compare.ts'
import { someLists, toProblem } from './testing/instances.ts'
import { solvePlainly } from './testing/plain.ts'

const seeds = [...Array(2000).keys()]

describe('the plain solver', () => {
  it('finds the best of all matchings', () => {
    fc.assert(
      fc.property(someLists().map(toProblem), (problem) => {
        expect(solvePlainly(problem)).toMatchObject(bestByTrying(problem)!)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the solver', () => {
  it('finds results as good as the plain one, and proves them, for problems of every shape', () => {
    expect(seeds.map(compareWithPlain).filter(Boolean)).toEqual([])
  })

  it('spreads results as well as the plain one', () => {
    expect(seeds.map(compareSpreadWithPlain).filter(Boolean)).toEqual([])
  })
})

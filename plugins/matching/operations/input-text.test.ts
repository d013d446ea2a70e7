import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { matchPool, solveInput } from '../pool/match-pool.ts'
import { someLists, toProblem } from '../../assignment/testing/instances.ts'
import { fromText, LONGEST_INPUT, toText } from './input-text.ts'

describe('the input kept with a run', () => {
  it('comes back as it was, whatever the people and pairs', () => {
    fc.assert(
      fc.property(someLists({ waiting: 'always' }), fc.boolean(), (lists, isSpread) => {
        const problem = toProblem(lists)
        const input = {
          mentees: Array.from({ length: lists.mentees }, (_, i) => `mentee-${i}-Zoë`),
          mentors: lists.capacity.map((_, j) => `mentor-${j}`),
          problem,
          ...(isSpread && { load: Int32Array.from(lists.capacity, (_, j) => j) }),
        }
        expect(fromText(toText(input)!)).toEqual(input)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same pairs when it is solved again', () => {
    const person = (n: number) => ({ id: `p${n}`, person: n, daysWaited: n, places: 1 })
    const pool = {
      mentees: Array.from({ length: 30 }, (_, n) => person(n)),
      mentors: Array.from({ length: 20 }, (_, n) => person(100 + n)),
    }
    const ground = { name: 'other', label: 'Other' }
    const { input, pairs } = matchPool(pool, { rules: [], ladder: [], ground, points: [] })
    const { mentorOf } = solveInput(fromText(toText(input)!)).assignment
    const again = input.mentees.flatMap((mentee, i) =>
      mentorOf[i]! < 0 ? [] : [[mentee, input.mentors[mentorOf[i]!]]],
    )
    expect(new Map(again as [string, string][])).toEqual(
      new Map(pairs.map(({ mentee, mentor }) => [mentee, mentor])),
    )
  })

  it('is left out when it would not fit a database document', () => {
    const edges = 4_000_000
    // Scores without a pattern pack badly.
    let seed = 1
    const score = Int32Array.from({ length: edges }, () => (seed = (seed * 48271) % 2147483647))
    const problem = {
      capacity: Int32Array.of(1),
      rowStart: Int32Array.of(0, edges),
      mentor: new Int32Array(edges),
      score,
      waiting: Int32Array.of(0),
    }
    expect(toText({ mentees: ['a'], mentors: ['b'], problem })).toBeUndefined()
    expect(LONGEST_INPUT).toBeLessThan(16 * 1024 * 1024)
  })
})

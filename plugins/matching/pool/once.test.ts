import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as surveying from '../../assignment/survey.ts'
import * as verifying from '../../assignment/verify.ts'
import { matchPool } from './match-pool.ts'

vi.mock('../../assignment/survey.ts', { spy: true })
vi.mock('../../assignment/verify.ts', { spy: true })

const criteria = {
  rules: [],
  ladder: [],
  ground: { name: 'other', label: 'Other' },
  points: [],
}
const pool = {
  mentees: ['a', 'b', 'c'].map((id, n) => ({ id, person: {}, daysWaited: n })),
  mentors: ['x', 'y'].map((id) => ({ id, person: {}, places: 1 })),
}

/** How often all edges of a problem were read, and how often a result was checked. */
const counted = () => [
  vi.mocked(surveying.surveyProblem).mock.calls.length,
  vi.mocked(verifying.checkAssignment).mock.calls.length,
]

describe('a matching run', () => {
  beforeEach(() => vi.clearAllMocks())

  it('reads the problem once and checks its result once', () => {
    expect(matchPool(pool, criteria).pairs).toHaveLength(2)
    expect(counted()).toEqual([1, 1])
  })

  it('does so again only for the pool without its locks', () => {
    const locks = [{ mentee: 'a', mentor: 'x' }]
    expect(matchPool({ ...pool, locks }, criteria).pairs).toHaveLength(2)
    expect(counted()).toEqual([2, 2])
  })

  it('does so again, when spread, only for the best pairs and their seats', () => {
    expect(matchPool(pool, criteria, { isSpread: true }).pairs).toHaveLength(2)
    expect(counted()).toEqual([3, 2])
  })
})

import { describe, expect, it } from 'vitest'

import { draftFacts } from '../workspace/draft-facts.ts'
import { say } from '../testing/english.ts'
import { proofOf } from './proof.ts'

const run = {
  after: { proposed: 2, total: 100 },
  isBestFit: false,
  isForSome: false,
  locked: 0,
}
const free = { isLocked: false }
const rest = 'no other choice matches more people, and the longest waiting come first.'

describe('what is proved of the draft', () => {
  it.each([
    [{}, [free, free], `Proved to be the best: ${rest}`],
    [{}, [free, { isLocked: true }], `Proved to be the best around your locks: ${rest}`],
    [{}, [free], `When it was made, proved to be the best: ${rest}`],
    [
      { isForSome: true },
      [free, { isLocked: true }],
      `Proved to be the best around the proposals that were kept: ${rest}`,
    ],
    [
      { isBestFit: true },
      [free, free],
      'Proved to be the best: no other choice of pairs that fit well enough matches more people, and the longest waiting come first.',
    ],
    [
      { locked: 1 },
      [free, { isLocked: false, noNextBest: 'kept' as const }],
      `When it was made, proved to be the best around your locks: ${rest}`,
    ],
    [
      {},
      [free, { isLocked: false, stale: { sentence: 'Full.', isBroken: true } }],
      `When it was made, proved to be the best: ${rest}`,
    ],
  ])('%j', (changes, proposals, sentence) => {
    const looked = proposals.map((one) => ({
      ...one,
      isKept: 'noNextBest' in one && one.noNextBest === 'kept',
    }))
    expect(proofOf({ ...run, ...changes }, draftFacts(looked), say)).toBe(sentence)
  })
})

import { describe, expect, it } from 'vitest'

import type { Unmatched } from './pool/types.ts'
import { say } from './testing/english.ts'
import { costOf, whyNot } from './sentences.ts'

// As far as the sentences read them.
const options = {
  criteria: { rules: [{ name: 'sameTeam', sentence: 'They work in the same team.' }] },
  words: { mentee: 'mentee', mentees: 'mentees', mentor: 'mentor', mentors: 'mentors' },
} as unknown as Parameters<typeof whyNot>[1]

describe('why somebody has no proposal', () => {
  it.each<[Partial<Unmatched>, string]>([
    [{ reason: 'noMentors' }, 'There are no mentors who could be matched now.'],
    [
      { reason: 'allPlacesTaken', crowd: { mentees: 14, places: 9 } },
      'No place was left: 14 mentees share 9 places with the mentors who are possible for them.',
    ],
    [
      { reason: 'allPlacesTaken', full: 3, forbiddenBy: [{ name: 'sameTeam', mentors: 1 }] },
      'Every possible mentor is full (3 mentors). 1 mentor: They work in the same team.',
    ],
    [{ reason: 'allPlacesTaken' }, 'Every possible mentor is taken by proposals that were kept.'],
    [
      {
        reason: 'nobodyPossible',
        forbiddenBy: [
          { name: 'leftOut', mentors: 2 },
          { name: 'sameTeam', mentors: 1 },
        ],
      },
      'No mentor is possible. 2 mentors: This pair was rejected, undone or ended before. 1 mentor: They work in the same team.',
    ],
    [
      { reason: 'noGoodFit', belowLeast: 1 },
      '1 mentor with a free place would be possible, but fits less well than the settings ask for.',
    ],
    [
      { reason: 'noGoodFit', belowLeast: 5 },
      '5 mentors with a free place would be possible, but fit less well than the settings ask for.',
    ],
  ])('%j', (unmatched, sentence) => {
    expect(whyNot({ mentee: 'x', ...unmatched } as Unmatched, options, say)).toBe(sentence)
  })
})

describe('what insisting on a pair costs', () => {
  it.each([
    [{ matched: 0, waiting: 0, total: 0 }, 'costs nothing'],
    [{ matched: 0, waiting: 0, total: -12 }, '12 lower in total score'],
    [
      { matched: -1, waiting: -30, total: -131 },
      '1 match fewer, those matched have waited 30 days less in all, 131 lower in total score',
    ],
    [{ matched: -2, waiting: 0, total: 5 }, '2 matches fewer, 5 higher in total score'],
  ])('%j: %s', (change, words) => {
    expect(costOf(change, say)).toBe(words)
  })
})

import { describe, expect, it } from 'vitest'

import { draftFacts } from '../workspace/draft-facts.ts'
import { say } from '../testing/english.ts'
import { emptyDraft, nextBestSentence, poolHeadline, staleHeadline } from './headlines.ts'

const looked = (match: object) => ({ isLocked: false, isKept: false, ...match })
const words = { mentee: 'student', mentees: 'students', mentor: 'tutor', mentors: 'tutors' }
const stale = { stale: { sentence: 'Changed.', isBroken: false } }
const broken = { stale: { sentence: 'Full.', isBroken: true } }
const fine = { stale: undefined }

describe('the headline of the workspace', () => {
  it.each([
    [2, 1, 3, '2 students waiting. 1 tutor with 3 free places.'],
    [0, 1, 1, 'Nobody is waiting. 1 tutor with 1 free place.'],
    [1, 0, 0, '1 student waiting. No tutor has a free place.'],
    [0, 0, 0, 'Nobody is waiting. No tutor has a free place.'],
  ])('with %i waiting, %i tutors and %i places', (waiting, mentors, places, sentence) => {
    expect(poolHeadline({ mentors, places, waiting }, words, say)).toBe(sentence)
  })
})

describe('an empty draft', () => {
  const found = (proposed: number) => ({ after: { proposed, total: 0 } })
  it.each([
    ['nobody waits', { waiting: 0 }, 'Nobody is waiting'],
    [
      'nobody waits after a run for nothing',
      { waiting: 0, lastRun: found(0) },
      'Nobody is waiting',
    ],
    ['there was no run', { waiting: 1 }, 'No draft yet'],
    [
      'a run found nobody',
      { waiting: 1, lastRun: found(0) },
      'The last run found no possible pair',
    ],
    ['all is decided', { waiting: 1, lastRun: found(2) }, 'Nothing is left of the last draft'],
  ])('says so when %s', (_when, given, heading) => {
    expect(emptyDraft(given, words, say).heading).toBe(heading)
  })
})

describe('proposals that have gone stale', () => {
  const again = '“Match again” makes the draft anew around your locks.'
  const changed = 'to look at again: something has changed since the run.'
  it.each([
    [[fine, fine], undefined],
    [[fine, stale], `1 proposal ${changed} ${again}`],
    [[broken, fine], `1 proposal ${changed} It can’t be introduced now. ${again}`],
    [[broken, stale], `2 proposals ${changed} 1 of them can’t be introduced now. ${again}`],
    [[broken, broken], `2 proposals ${changed} None of them can be introduced now. ${again}`],
  ])('are counted above the list, whichever page they are on: %#', (proposals, sentence) => {
    expect(staleHeadline(draftFacts(proposals.map(looked)), say)).toBe(sentence)
  })
})

describe('the next best of a proposal', () => {
  it.each([
    [{ nextBest: { name: 'Ada', cost: 'costs nothing' } }, 'Next best: Ada, costs nothing.'],
    [
      { noNextBest: 'kept' as const },
      'The last run kept this pair. Match again to see the next best.',
    ],
    [
      { noNextBest: 'gone' as const },
      'The next best tutor can’t be matched any more. Match again to see another.',
    ],
    [{ noNextBest: 'nobody' as const }, 'The run had no other tutor for this student.'],
    [{}, undefined],
  ])('or why there is none is said: %#', (match, sentence) => {
    expect(nextBestSentence(match, words, say)).toBe(sentence)
  })
})

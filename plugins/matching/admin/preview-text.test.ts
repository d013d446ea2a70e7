import { describe, expect, it } from 'vitest'

import type { SettingsPreview } from '../operations/preview.ts'
import { say } from '../testing/english.ts'
import { change, changeOf, verdict } from './preview-text.ts'

const WORDS = { mentee: 'mentee', mentees: 'mentees', mentor: 'mentor', mentors: 'mentors' }

const preview = (changes: Partial<SettingsPreview>): SettingsPreview => ({
  mentees: 3,
  places: 4,
  before: { matched: 2, tiers: [{ label: 'Same country', pairs: 2 }] },
  after: { matched: 2, tiers: [{ label: 'Same country', pairs: 2 }] },
  changed: 0,
  changes: [],
  ...changes,
})
const tiers = (pairs: number) => ({ matched: 2, tiers: [{ label: 'Same country', pairs }] })

describe('verdict', () => {
  it.each([
    ['nobody waits', { mentees: 0 }, 'Nobody is waiting, so there is nothing to compare.'],
    ['nothing changes', {}, 'Nothing would change.'],
    [
      'only the tiers change',
      { after: tiers(1) },
      'The same pairs would come out, but they would count for other tiers.',
    ],
    [
      'one pair changes',
      { changed: 1 },
      '2 of 3 waiting mentees would be matched, as many as with the saved settings. For 1 mentee the proposal would be another one.',
    ],
    [
      'more are matched',
      { after: { ...tiers(2), matched: 3 }, changed: 2 },
      '3 instead of 2 of 3 waiting mentees would be matched. For 2 mentees the proposal would be another one.',
    ],
  ])('says it when %s', (_, changes, sentence) => {
    expect(verdict(preview(changes), WORDS, say)).toBe(sentence)
  })
})

describe('changeOf', () => {
  it('names both mentors, or the one there is', () => {
    const mentee = 'Omar Idris'
    expect(changeOf({ mentee, after: 'Amina Yusuf', before: 'Sara Khan' }, say)).toBe(
      'Omar Idris: Amina Yusuf instead of Sara Khan',
    )
    expect(changeOf({ mentee, after: 'Amina Yusuf' }, say)).toBe(
      'Omar Idris would have Amina Yusuf',
    )
    expect(changeOf({ mentee, before: 'Sara Khan' }, say)).toBe(
      'Omar Idris would have nobody instead of Sara Khan',
    )
  })
})

describe('change', () => {
  it('has a sign that reads as one', () => {
    expect([2, 0, -1].map((difference) => change(difference, say))).toEqual(['+2', '0', '−1'])
  })
})

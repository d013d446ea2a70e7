import { describe, expect, it } from 'vitest'

import { say } from '../testing/english.ts'
import { problemIn, settingsInForm } from './form-settings.ts'

describe('settingsInForm', () => {
  it('keeps what the preview knows and drops ids of rows and fields of the document', () => {
    const data = {
      id: '1',
      updatedAt: '2026-11-22T10:00:00.000Z',
      goal: 'bestFit',
      leastTier: 'sameRegion',
      leastPoints: 12,
      isSpread: true,
      ladder: [{ id: 'a', rung: 'sameCountry' }],
      points: { topics: 30 },
      rules: { genderPreference: false },
    }
    expect(settingsInForm(data)).toEqual({
      goal: 'bestFit',
      leastTier: 'sameRegion',
      leastPoints: 12,
      isSpread: true,
      ladder: [{ rung: 'sameCountry' }],
      points: { topics: 30 },
      rules: { genderPreference: false },
    })
  })

  it('takes the project’s own fields along, as far as it names them', () => {
    const { own } = settingsInForm({ by: 'home', from: undefined, id: '1' }, ['by', 'from'])
    expect(own).toEqual({ by: 'home' })
  })

  it('reads an empty ladder, which Payload gives as 0, and fields that were emptied', () => {
    expect(settingsInForm({ goal: 'mostMatched', ladder: 0, leastPoints: null })).toEqual({
      goal: 'mostMatched',
      leastTier: '',
      leastPoints: 0,
      isSpread: false,
      ladder: [],
      points: {},
      rules: {},
    })
  })
})

describe('problemIn', () => {
  const labels = { points: { topics: 'Topics' }, tiers: { country: 'Same country' } }
  const settings = settingsInForm({ ladder: [{ rung: 'country' }], points: { topics: 30 } })

  it('has nothing to say of settings that can be tried', () => {
    expect(problemIn(settings, labels, say)).toBeUndefined()
    // What is hidden does not count, and the tier of all others is never on the ladder.
    expect(problemIn({ ...settings, leastPoints: 0.5 }, labels, say)).toBeUndefined()
    expect(
      problemIn({ ...settings, goal: 'bestFit', leastTier: 'other' }, labels, say),
    ).toBeUndefined()
  })

  it.each<[object, string]>([
    [{ ladder: [{ rung: '' }] }, 'Choose a tier in every row of “What counts first”.'],
    [
      { ladder: [{ rung: 'country' }, { rung: 'country' }] },
      'Each tier can be in “What counts first” only once.',
    ],
    [{ points: { topics: 101 } }, 'Enter a whole number from 0 to 100 for “Topics”.'],
    [{ points: { topics: 0.5 } }, 'Enter a whole number from 0 to 100 for “Topics”.'],
    [{ points: { topics: null } }, 'Enter a whole number from 0 to 100 for “Topics”.'],
    [
      { goal: 'bestFit' as const, leastPoints: -1 },
      'Enter a whole number of points that a pair must have.',
    ],
    [
      { goal: 'bestFit' as const, leastTier: 'country', ladder: [] },
      'A pair must be at least “Same country”, but this tier is not in “What counts first”.',
    ],
  ])('names what is wrong with %j', (changes, sentence) => {
    expect(problemIn({ ...settings, ...changes }, labels, say)).toBe(sentence)
  })
})

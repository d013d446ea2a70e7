import { describe, expect, it } from 'vitest'

import { settingsInForm } from './form-settings.ts'

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

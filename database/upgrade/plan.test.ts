import { describe, expect, it } from 'vitest'

import { planUpgrade } from './plan.ts'

const KNOWN = ['20260101_initial', '20260201_b', '20260301_c']
const plan = (recorded: string[]) =>
  planUpgrade({ known: KNOWN, successors: { '20260115_b': '20260201_b' }, recorded })

describe('an upgrade', () => {
  it('runs what the database lacks, in order', () => {
    expect(plan([])).toEqual({ replaced: [], pending: KNOWN })
    expect(plan(['20260101_initial'])).toEqual({
      replaced: [],
      pending: ['20260201_b', '20260301_c'],
    })
    expect(plan([...KNOWN].reverse())).toEqual({ replaced: [], pending: [] })
  })

  it('catches up from a name that was given up, and goes on from its successor', () => {
    expect(plan(['20260101_initial', '20260115_b'])).toEqual({
      replaced: ['20260115_b'],
      pending: ['20260301_c'],
    })
  })

  it.each([
    ['a newer version', [...KNOWN, '20260401_d'], /newer version: it has run "20260401_d"/],
    ['a version too old', ['20251231_initial'], /too old .* "20251231_initial"/],
    ['another program', ['0001_start', '20260401_d'], /too old to be upgraded, or by another/],
    ['no one version', ['20260101_initial', '20260301_c'], /lacks "20260201_b"/],
  ])('is refused for a database of %s, before anything is changed', (_, recorded, says) => {
    expect(() => plan(recorded)).toThrow(says)
    expect(() => plan(recorded)).toThrow('Nothing was changed.')
  })
})

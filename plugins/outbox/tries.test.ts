import { describe, expect, it } from 'vitest'

import { isGivenUp, isTime, LONGEST_PAUSE, nextTry } from './tries.ts'

const NOW = new Date('2026-11-28T12:00:00.000Z')
const HOUR = 3600_000
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds).toISOString()

describe('a message that was put off', () => {
  it('waits longer after each try, an hour at most', () => {
    const pauses = [1, 2, 3, 7, 8, 100].map(
      (tries) => nextTry(tries, NOW).getTime() - NOW.getTime(),
    )
    expect(pauses).toEqual([30_000, 60_000, 120_000, 1_920_000, HOUR, HOUR])
  })

  it('is tried for five days, however often that is', () => {
    let [at, attempts] = [NOW, 0]
    const queuedAt = NOW.toISOString()
    do {
      attempts += 1
      at = nextTry(attempts, at)
    } while (!isGivenUp({ attempts, queuedAt }, at))
    const days = (at.getTime() - NOW.getTime()) / (24 * HOUR)
    expect(days).toBeGreaterThanOrEqual(5)
    expect(days).toBeLessThan(5.1)
  })

  it('is not given up by a clock that is months ahead for a moment', () => {
    const queuedAt = '2026-01-01T00:00:00.000Z'
    expect(isGivenUp({ attempts: 1, queuedAt }, NOW)).toBe(false)
  })
})

describe('its time', () => {
  it.each([
    ['has come when there is none', null, true],
    ['has come when it is past', after(-1), true],
    ['is to come', after(1000), false],
    ['is to come in an hour', after(LONGEST_PAUSE), false],
    ['was written by a clock that was ahead', after(2 * HOUR), true],
    ['was written by a clock that was months ahead', '2027-06-01T00:00:00.000Z', true],
  ])('%s', (_, at, expected) => expect(isTime(at, NOW)).toBe(expected))
})

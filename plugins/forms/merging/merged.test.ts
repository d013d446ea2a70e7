import { describe, expect, it } from 'vitest'

import { changesBy } from './follow.ts'
import { mergedAmong } from './merged.ts'

const choice = (key: string, mergedInto?: string | null, list = 'wards') => ({
  key,
  list,
  mergedInto,
})

describe('what was merged', () => {
  it('is followed to the end, in its own list', () => {
    const choices = [choice('a', 'b'), choice('b', 'c'), choice('c', null), choice('d')]
    const merged = mergedAmong([...choices, choice('a', 'z', 'sites')])
    expect(merged.get('wards')).toEqual(new Map([...'ab'].map((key) => [key, 'c'])))
    expect(merged.get('sites')).toEqual(new Map([['a', 'z']]))
    expect(merged.get('topics')).toBeUndefined()
  })

  it('is not followed for ever, should it go in a circle', () => {
    expect(mergedAmong([choice('a', 'b'), choice('b', 'a')]).get('wards')?.size).toBe(2)
  })
})

describe('a record', () => {
  const merged = mergedAmong([choice('a', 'b'), choice('x', 'y', 'sites')])
  const places = {
    columns: [
      { name: 'site', list: 'sites' },
      { name: 'wards', list: 'wards' },
    ],
    questions: [
      { name: 'ward', list: 'wards' },
      { name: 'more', list: 'wards' },
    ],
  }

  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [
      { site: 'x', wards: ['c', 'a'] },
      { site: 'y', wards: ['c', 'b'] },
    ],
    [{ wards: ['a', 'b'] }, { wards: ['b'] }],
    [
      { answers: { ward: 'a', more: ['b', 'a'], text: 'a', car: true } },
      { answers: { ward: 'b', more: ['b'], text: 'a', car: true } },
    ],
    [
      { answerIndex: '|car=true|more=a|more=b|ward=a|' },
      { answerIndex: '|car=true|more=b|ward=b|' },
    ],
  ])('%j is changed by %j', (row, changes) => {
    expect(changesBy(merged, places, row)).toEqual(changes)
  })

  it.each<[Record<string, unknown>]>([
    [{}],
    [{ site: 'a', wards: ['x'], answers: { ward: 'x', text: 'a' }, answerIndex: '|text=a|' }],
    [{ site: null, wards: [], answers: null, answerIndex: '' }],
    [{ wards: undefined, answers: {}, answerIndex: null }],
  ])('%j without any of it is left as it is', (row) => {
    expect(changesBy(merged, places, row)).toEqual({})
  })
})

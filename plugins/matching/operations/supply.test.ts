import { describe, expect, it } from 'vitest'

import type { Rung } from '../pool/criteria.ts'
import type { LoadedPool } from './load-pool.ts'
import { say } from '../testing/english.ts'
import { recruitmentGaps, supplyAndDemand } from './supply.ts'

type Made = { id: string; country?: string; region?: string }

const words = { mentee: 'mentee', mentees: 'mentees', mentor: 'mentor', mentors: 'mentors' }
const by = (name: 'country' | 'region', label: string): Rung<Made, Made> => {
  const keys = (person: Made) => (person[name] ? [person[name]] : [])
  return {
    name,
    label: `Same ${name}`,
    of: { mentee: keys, mentor: keys },
    reason: () => '',
    group: { label, nameOf: (key) => key },
  }
}
const ladder = [by('country', 'Country'), by('region', 'Region')] as Parameters<
  typeof supplyAndDemand
>[1]

const pool = (
  mentees: [country: string | undefined, region?: string][],
  mentors: [country: string | undefined, region: string | undefined, places: number][],
): LoadedPool => ({
  mentees: mentees.map(([country, region], n) => ({
    id: `a${n}`,
    person: { id: `a${n}`, country, region },
    daysWaited: 1,
  })),
  mentors: mentors.map(([country, region, places], n) => ({
    id: `b${n}`,
    person: { id: `b${n}`, country, region },
    places,
    load: 0,
  })),
  leftOut: [],
  proposals: [],
})

describe('where mentors are missing', () => {
  it.each<[string, LoadedPool, string[]]>([
    [
      'nobody there, the region full',
      pool(
        [
          ['Sudan', 'North'],
          ['Sudan', 'North'],
          ['Sudan', 'North'],
        ],
        [
          ['Egypt', 'North', 0],
          ['Egypt', 'North', -1],
        ],
      ),
      ['Sudan: 3 waiting, no mentor there. Same region: 2 mentors, both full.'],
    ],
    [
      'too few places there, some in the region',
      pool(
        [
          ['Sudan', 'North'],
          ['Sudan', 'North'],
        ],
        [
          ['Sudan', 'North', 1],
          ['Egypt', 'North', 2],
        ],
      ),
      ['Sudan: 2 waiting, 1 mentor with 1 free place. Same region: 2 mentors with 3 free places.'],
    ],
    [
      'nobody in the region either',
      pool([['Fiji', 'Pacific']], []),
      ['Fiji: 1 waiting, no mentor there. Same region: no mentor.'],
    ],
    ['enough places', pool([['Sudan', 'North']], [['Sudan', 'North', 1]]), []],
    ['an origin that does not count', pool([[undefined]], []), []],
    ['nobody at all', pool([], []), []],
  ])('%s', (_, made, sentences) => {
    expect(recruitmentGaps(made, ladder, words, say)).toEqual(sentences)
  })

  it('comes with the greatest need first', () => {
    const made = pool([['Fiji'], ['Sudan'], ['Sudan'], ['Chad']], [])
    expect(recruitmentGaps(made, ladder, words, say).map((gap) => gap.split(':')[0])).toEqual([
      'Sudan',
      'Chad',
      'Fiji',
    ])
  })
})

describe('supply and demand', () => {
  it('counts who waits, mentors and free places in each group, most wanted first', () => {
    const made = pool(
      [
        ['Sudan', 'North'],
        ['Egypt', 'North'],
      ],
      [
        ['Egypt', 'North', 3],
        ['Egypt', 'North', -2],
        ['India', 'South', 1],
      ],
    )
    expect(supplyAndDemand(made, ladder, say)).toEqual([
      {
        label: 'Country',
        rows: [
          { name: 'Sudan', waiting: 1, mentors: 0, places: 0 },
          { name: 'India', waiting: 0, mentors: 1, places: 1 },
          { name: 'Egypt', waiting: 1, mentors: 2, places: 3 },
        ],
      },
      {
        label: 'Region',
        rows: [
          { name: 'North', waiting: 2, mentors: 2, places: 3 },
          { name: 'South', waiting: 0, mentors: 1, places: 1 },
        ],
      },
    ])
  })
})

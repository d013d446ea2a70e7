import { describe, expect, it } from 'vitest'

import type { Facts } from '../clock/facts.ts'
import { startOfWay, wayOfMatch, wayToMatch } from './timeline.ts'

const facts = (changes: Partial<Facts> = {}): Facts => ({
  state: 'introduced',
  hasMet: false,
  wasExtensionAsked: false,
  introducedAt: new Date('2026-10-20T09:00:00Z'),
  firstContactDue: new Date('2026-10-27T09:00:00Z'),
  endsOn: new Date('2027-02-20T09:00:00Z'),
  ...changes,
})

type Way = Parameters<typeof wayOfMatch>[0]
const way = (changes: Partial<Way> = {}) =>
  wayOfMatch({
    facts: facts(),
    role: 'mentor',
    other: 'Omar',
    meetings: [],
    extension: 'none',
    ...changes,
  }).map(({ details = [], label, on, when }) =>
    [when, label, on, ...details].filter(Boolean).join('|'),
  )

describe('what has happened and what comes', () => {
  it('begins with the first contact, by its day, whoever writes', () => {
    expect(way()).toEqual([
      'done|We introduced you to Omar|Tuesday 20 October 2026',
      'now|You write to Omar|by Tuesday 27 October 2026',
      'toCome|Fill in the mentoring agreement together, and both sign it',
      'toCome|Meet face to face at least once',
      'toCome|Your mentoring with Omar ends|Saturday 20 February 2027',
    ])
    expect(way({ role: 'mentee' })[1]).toBe('now|Omar writes to you|by Tuesday 27 October 2026')
  })

  it('goes on with agreement and meeting, in whatever order they come', () => {
    const met = {
      facts: facts({ state: 'inContact', hasMet: true }),
      contactAt: '2026-10-22T09:00:00Z',
      meetings: ['Saturday 24 October 2026, face to face'],
    }
    expect(way(met).slice(1, 4)).toEqual([
      'done|You are in contact|Thursday 22 October 2026',
      'now|Fill in the mentoring agreement together, and both sign it',
      'done|You have met face to face|Saturday 24 October 2026, face to face',
    ])
    const agreed = { facts: facts({ state: 'agreed' }), agreedAt: '2026-10-25T09:00:00Z' }
    expect(way(agreed).slice(1, 4)).toEqual([
      // Nobody knows when: a coordinator may have written it down later.
      'done|You are in contact',
      'done|You have both signed the mentoring agreement|Sunday 25 October 2026',
      'now|Meet face to face at least once',
    ])
  })

  it.each([
    ['none', 'agreed', undefined],
    ['asked', 'agreed', 'You have asked for more time. We wait for the answer of Omar.'],
    ['toAnswer', 'agreed', 'Omar has asked for more time.'],
    ['refused', 'agreed', 'It ends as planned.'],
    ['none', 'extended', 'You have both asked for more time, so this is later than at first.'],
  ] as const)('says of the end what was asked (%s, %s)', (extension, state, said) => {
    const end = 'toCome|Your mentoring with Omar ends|Saturday 20 February 2027'
    expect(way({ facts: facts({ state }), extension }).at(-1)).toBe(said ? `${end}|${said}` : end)
  })

  it('before a match says who is looked for, if anybody, and promises no day', () => {
    expect(startOfWay({ signedUp: '2026-10-01', confirmed: null })).toHaveLength(1)
    const [now, ...later] = wayToMatch('mentee', true)
    expect(now).toEqual({ when: 'now', label: 'A coordinator looks for a mentor for you' })
    for (const { on, when } of later) expect([when, on]).toEqual(['toCome', undefined])
    expect(wayToMatch('mentor', false)[0]!.label).toContain('We look for no mentee')
  })
})

import { assess } from '@mentoring/matching/pool'
import { describe, expect, it } from 'vitest'

import type { Choice, Definition, Question, Use } from '@mentoring/forms/editions/types'
import { ownCriteria } from './own-criteria.ts'

const CHOICES: Choice[] = [
  { key: 'leeds', label: 'Leeds' },
  { key: 'york', label: 'York' },
  { key: 'other', label: 'Another place', isNeutral: true },
  { key: 'any', label: 'I do not mind', fitsAny: true },
]

const asked = (use: Use): Definition => {
  const question: Question = {
    name: 'place',
    kind: 'many',
    type: 'select',
    list: 'places',
    isOwn: true,
    label: 'Where do you work?',
    adminLabel: 'Place of work',
    sharedLabel: 'Place of work',
    seenBy: 'other',
    use,
    most: 10,
  } as Question
  return {
    forms: {
      mentee: {
        title: 'Find a mentor',
        intro: {},
        sections: [{ title: 'Work', fields: [question] }],
        agreement: { title: '', consent: '', label: '', missing: '' },
      } as Definition['forms'][string],
    },
    lists: { places: { key: 'places', label: 'Places', noun: 'place', choices: CHOICES } },
    noLongerAsked: {},
  }
}

const ground = { name: 'anywhere', label: 'Anywhere' }

const person = (place?: string[]) => ({ answers: place && { place } })

const found = (use: Use, mentee?: string[], mentor?: string[]) =>
  assess(
    { ladder: [], ground, ...ownCriteria(asked(use)) },
    { mentee: person(mentee), mentor: person(mentor) },
  )

const isPossible = (...asked: Parameters<typeof found>) => found(...asked).forbiddenBy.length === 0

describe('a question of the project’s own', () => {
  it.each<[string[] | undefined, string[] | undefined, must: boolean, mustNot: boolean]>([
    [['leeds'], ['leeds', 'york'], true, false],
    [['leeds'], ['york'], false, true],
    // Two people at other places are not at the same one.
    [['other'], ['other'], false, true],
    [['leeds', 'other'], ['york', 'other'], false, true],
    [['leeds', 'other'], ['leeds', 'other'], true, false],
    [['any'], ['york'], true, true],
    [['any', 'leeds'], ['york'], true, true],
    [undefined, ['york'], true, true],
    [undefined, undefined, true, true],
  ])('lets %j meet %j where it must fit: %j, where it must not be the same: %j', (...row) => {
    const [mentee, mentor, must, mustNot] = row
    expect(isPossible('must', mentee, mentor)).toBe(must)
    expect(isPossible('mustNot', mentee, mentor)).toBe(mustNot)
    expect(isPossible('must', mentor, mentee)).toBe(must)
    expect(isPossible('mustNot', mentor, mentee)).toBe(mustNot)
  })

  it('gives points for what both chose, and none for a choice that never counts as the same', () => {
    expect(found('points', ['leeds', 'york'], ['leeds']).score).toBe(5)
    expect(found('points', ['leeds'], ['leeds']).reasons).toEqual(['Place of work: Leeds'])
    expect(found('points', ['other'], ['other']).score).toBe(0)
  })
})

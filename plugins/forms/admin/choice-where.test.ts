import type { Where } from 'payload'
import { describe, expect, it } from 'vitest'

import { chosenIn, withChosen } from './choice-where.ts'

const STATUS: Where = { status: { equals: 'waiting' } }
const SITE: Where = { site: { in: ['lgi', 'stJames'] } }

describe('what is chosen', () => {
  it.each<[Where | undefined, string[]]>([
    [undefined, []],
    [{}, []],
    [STATUS, []],
    [SITE, ['lgi', 'stJames']],
    [{ site: { equals: 'lgi' } }, ['lgi']],
    [{ site: { in: 'lgi,stJames' } }, ['lgi', 'stJames']],
    [{ or: [{ and: [STATUS, SITE] }] }, ['lgi', 'stJames']],
    [{ or: [{ and: [STATUS] }, { and: [SITE] }] }, ['lgi', 'stJames']],
    [{ site: { exists: true } }, []],
  ])('of %j is %j', (where, keys) => {
    expect(chosenIn(where, { name: 'site' })).toEqual(keys)
  })
})

describe('a choice', () => {
  it('joins what the list is filtered by already, in each alternative', () => {
    const where = { or: [{ and: [STATUS] }, { and: [{ country: { equals: 'SD' } }] }] }
    expect(withChosen(where, { name: 'site' }, ['lgi'])).toEqual({
      or: [
        { and: [STATUS, { site: { in: ['lgi'] } }] },
        { and: [{ country: { equals: 'SD' } }, { site: { in: ['lgi'] } }] },
      ],
    })
  })

  it.each<[Where | undefined, string[], Where]>([
    [undefined, ['lgi'], { or: [{ and: [{ site: { in: ['lgi'] } }] }] }],
    [SITE, ['lgi'], { or: [{ and: [{ site: { in: ['lgi'] } }] }] }],
    [SITE, [], {}],
    [{ and: [STATUS, SITE] }, [], { or: [{ and: [STATUS] }] }],
    [undefined, [], {}],
  ])('takes the place of one before: %j with %j is %j', (where, keys, result) => {
    expect(withChosen(where, { name: 'site' }, keys)).toEqual(result)
  })
})

describe('answers to a question of the form’s own', () => {
  const hobbies = { name: 'hobbies', isOwn: true }
  const MUSIC: Where = { answerIndex: { contains: '|hobbies=music|' } }
  const CAR: Where = { answerIndex: { contains: '|car=true|' } }

  it('become one condition for each question, of which one of several answers is enough', () => {
    const both = withChosen({ or: [{ and: [STATUS, CAR] }] }, hobbies, ['music', 'sport'])
    const either = { answerIndex: { in: ['|hobbies=music|', '|hobbies=sport|'] } }
    expect(both).toEqual({ or: [{ and: [STATUS, CAR, either] }] })
    expect(chosenIn(both, hobbies)).toEqual(['music', 'sport'])
    expect(chosenIn(both, { name: 'car', isOwn: true })).toEqual(['true'])
    expect(chosenIn(both, { name: 'bike', isOwn: true })).toEqual([])
    const one = withChosen(both, hobbies, ['music'])
    expect(one).toEqual({ or: [{ and: [STATUS, CAR, MUSIC] }] })
    expect(withChosen(one, hobbies, [])).toEqual({ or: [{ and: [STATUS, CAR] }] })
  })

  it('are read from an address, and none is a choice too', () => {
    const where = { answerIndex: { in: '|hobbies=music|,|hobbies=|' } }
    expect(chosenIn(where, hobbies)).toEqual(['music', ''])
    expect(withChosen(undefined, hobbies, [''])).toEqual({
      or: [{ and: [{ answerIndex: { contains: '|hobbies=|' } }] }],
    })
  })

  it('are apart from a field of the same name', () => {
    const where = withChosen(SITE, { name: 'site', isOwn: true }, ['x'])
    expect(chosenIn(where, { name: 'site' })).toEqual(['lgi', 'stJames'])
    expect(chosenIn(where, { name: 'site', isOwn: true })).toEqual(['x'])
  })
})

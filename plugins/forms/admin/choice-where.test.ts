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
    expect(chosenIn(where, 'site')).toEqual(keys)
  })
})

describe('a choice', () => {
  it('joins what the list is filtered by already, in each alternative', () => {
    const where = { or: [{ and: [STATUS] }, { and: [{ country: { equals: 'SD' } }] }] }
    expect(withChosen(where, 'site', ['lgi'])).toEqual({
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
    expect(withChosen(where, 'site', keys)).toEqual(result)
  })
})

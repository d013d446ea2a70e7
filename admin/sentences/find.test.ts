import { describe, expect, it } from 'vitest'

import { SENTENCES } from '../../site/words/index.ts'
import { findSentences } from './find.ts'

const keys = (...given: Parameters<typeof findSentences>) =>
  findSentences(...given).flatMap(({ sentences }) => sentences.map(({ key }) => key))

describe('the sentences that an editor sees', () => {
  it('are all of them, each once, where nothing is looked for', () => {
    expect(keys({}, {})).toEqual([...SENTENCES.keys()])
  })

  it.each([
    ['what they came with', 'HOW TO JOIN', 'parts.howToJoin'],
    ['their names', ' whom one is for ', 'parts.resourceFor'],
    ['what they say now', 'find me', 'parts.wantsMentor'],
  ])('are found by %s, whatever the case', (_, looked, key) => {
    expect(keys({ 'parts.wantsMentor': 'Find me a mentor' }, { looked })).toContain(key)
  })

  it('are found by where they are shown, without places that have none', () => {
    const groups = findSentences({}, { looked: 'links that no longer work' })
    expect(groups.map(({ name }) => name)).toEqual(['links'])
    expect(findSentences({}, { looked: 'no such words' })).toEqual([])
  })

  it('are only those that were asked for, also one that has been emptied since', () => {
    const changed = { 'page.menu': 'Ways' }
    const only = ['page.more', 'page.menu']
    expect(keys(changed, { only })).toEqual(['page.menu', 'page.more'])
    expect(keys(changed, { only, looked: 'ways' })).toEqual(['page.menu'])
    expect(keys(changed, { only: [] })).toEqual([])
  })
})

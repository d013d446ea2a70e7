import { describe, expect, it } from 'vitest'

import {
  differing,
  known,
  longest,
  placeholdersIn,
  problemsWith,
  problemWith,
  sayable,
  tidied,
} from './check.ts'
import { AREAS, SENTENCES } from './index.ts'

const sentence = (key: string) => SENTENCES.get(key)!
const step = sentence('signUp.step')

describe('the catalogue', () => {
  const all = [...SENTENCES.values()]

  it.each(all)('can say its own $key', (one) => {
    expect(problemWith(one, one.words)).toBeUndefined()
    expect(tidied(one.words)).toBe(one.words)
  })

  it('names each sentence once in its area', () => {
    for (const { label, sentences } of Object.values(AREAS)) {
      const names = Object.values(sentences).map(({ name }) => name)
      expect(new Set(names).size, label).toBe(names.length)
    }
  })
})

describe('other words for a sentence', () => {
  it.each([
    ['in another order', 'Of {{count}} pages this is {{number}}'],
    ['with one of them twice', '{{number}}: page {{number}} of {{count}}'],
    [
      'with single braces and markup, which are text',
      '<b>{number}</b> {{number}}/{{count}} & "so"',
    ],
  ])('may have what is filled in %s', (_, words) => {
    expect(problemWith(step, words)).toBeUndefined()
  })

  it.each([
    ['without what is filled in', 'Page {{number}}', /Keep \{\{count\}\} in it/],
    ['with something unknown', 'Page {{number}} of {{count}}, {{name}}', /Take \{\{name\}\} out/],
    ['with a slip of the pen', 'Page {{ number }} {{number}} of {{count}}', /exactly like this/],
    ['with a half', 'Page {{number}} of {{count}}}} ', /exactly like this/],
    ['of blanks', ' \n ', /Enter words/],
    ['that are no text', 7, /Enter words/],
    ['that are a list', ['Page {{number}} of {{count}}'], /Enter words/],
    ['that are too long', `{{number}} {{count}} ${'x'.repeat(100)}`, /Shorten it to 60 characters/],
  ])('are refused %s', (_, words, problem) => {
    expect(problemWith(step, words)).toMatch(problem)
  })

  it('may be twice as long as it was, and never less than a few words', () => {
    const long = sentence('help.stopText')
    expect(longest(long)).toBe(long.words.length * 2)
    expect(longest(sentence('page.menu'))).toBe(60)
    expect(problemWith(sentence('page.menu'), 'x'.repeat(60))).toBeUndefined()
    expect(problemWith(sentence('page.menu'), 'x'.repeat(61))).toMatch(/It has 61/)
  })

  it('may not look like something filled in where nothing is', () => {
    expect(problemWith(sentence('page.menu'), 'Menu {{menu}}')).toMatch(/Take \{\{menu\}\} out/)
    expect(problemWith(sentence('page.menu'), 'Menu {{ menu }}')).toMatch(
      /Take “\{\{” and “\}\}” out/,
    )
  })
})

describe('what editors have changed', () => {
  it('says of each sentence where it is and what is wrong', () => {
    expect(problemsWith({ 'signUp.step': 'Page', 'page.menu': ' ', 'page.more': 'All' })).toEqual([
      '“Sign-up”, “Questions: how far somebody is”: Keep {{number}} and {{count}} in it, written like that: the site fills in what belongs there.',
      '“Every page”, “Name of the menu, read aloud”: Enter words, or leave it out to use those it came with.',
    ])
  })

  it.each([
    ['a key that is none', { 'page.gone': 'A' }],
    ['a name that every object has', JSON.parse('{"__proto__":"A"}')],
    ['another one', { constructor: 'A' }],
    ['a list', ['A']],
    ['a text', 'A'],
  ])('may not be %s', (_, changed) => {
    expect(problemsWith(changed)).toHaveLength(1)
  })

  it('may be nothing', () => {
    expect([undefined, null, {}].map(problemsWith)).toEqual([[], [], []])
  })

  it('is kept on one line, in one order, and only where it differs', () => {
    const changed = {
      'page.more': '  All\n of it ',
      'page.menu': 'Menu',
      'page.skip': 'To the words',
    }
    const kept = differing(changed)
    expect(kept).toEqual({ 'page.skip': 'To the words', 'page.more': 'All of it' })
    expect(Object.keys(kept)).toEqual(['page.skip', 'page.more'])
  })

  it('is said without what a later version dropped, or gave another placeholder', () => {
    const left: string[] = []
    const said = sayable(
      { 'page.gone': 'A', 'signUp.step': 'Page {{old}}', 'page.menu': 'Ways' },
      ({ key }, problem) => left.push(`${key}: ${problem}`),
    )
    expect(said).toEqual({ 'page.menu': 'Ways' })
    expect(left).toEqual([expect.stringMatching(/^signUp\.step: Keep /)])
    expect(known({ 'page.gone': 'A', 'signUp.step': 'Page {{old}}' })).toEqual({
      'signUp.step': 'Page {{old}}',
    })
    expect([known('A'), known(['A']), known(null)]).toEqual([{}, {}, {}])
  })
})

it('finds each placeholder once', () => {
  expect(placeholdersIn('{{a}} {{b}} {{a}} {{ c }} {d}')).toEqual(['a', 'b'])
})

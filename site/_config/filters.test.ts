import { describe, expect, it } from 'vitest'

import {
  absoluteUrl,
  bySection,
  hiddenInputs,
  hostName,
  longDate,
  noBreak,
  pageTitle,
  paragraphs,
  telLink,
  withReveals,
} from './filters.ts'

describe('filters', () => {
  it('names the page before the programme, and an error before both', () => {
    expect(pageTitle('Resources', 'Peer mentors')).toBe('Resources – Peer mentors')
    expect(pageTitle('Sign up', 'Peer mentors', 'Error:')).toBe('Error: Sign up – Peer mentors')
  })

  it('joins addresses with one slash', () => {
    expect(absoluteUrl('/privacy/', 'https://example.org')).toBe('https://example.org/privacy/')
    expect(absoluteUrl('/privacy/', 'https://example.org/')).toBe('https://example.org/privacy/')
  })

  it.each([
    ['https://www.example.org/a?b=c', 'example.org'],
    ['http://groups.example.org:8080/', 'groups.example.org'],
    ['not an address', 'not an address'],
  ])('shows the host of %s as %s', (url, host) => {
    expect(hostName(url)).toBe(host)
  })

  it.each([
    ['0113 496 0000', 'tel:01134960000'],
    ['+44 (0)113-496 0000', 'tel:+441134960000'],
    ['(0113) 496 0000 ext. 12', 'tel:01134960000;ext=12'],
    ['javascript:alert(1)', 'tel:1'],
  ])('makes %s a link that only dials', (phone, link) => {
    expect(telLink(phone)).toBe(link)
  })

  it('keeps a phone number on one line', () => {
    expect(noBreak('0113 496')).toBe('0113\u00a0496')
  })

  it('gives the day it is in the United Kingdom, summer time included', () => {
    expect(longDate('2026-03-05T09:00:00Z')).toBe('5 March 2026')
    expect(longDate(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026')
  })

  it('says nothing for what is not a date', () => {
    expect(longDate('soon')).toBe('')
  })

  it('starts a paragraph at an empty line only', () => {
    expect(paragraphs('One\nstill one\r\n\r\n Two \n\n\n')).toEqual(['One\nstill one', 'Two'])
    expect(paragraphs('')).toEqual([])
  })

  it('carries every answer of a question on, but no old step', () => {
    expect(hiddenInputs({ step: 'check', topics: ['a', 'b'], change: 'name', name: '' })).toEqual([
      { name: 'topics', value: 'a' },
      { name: 'topics', value: 'b' },
      { name: 'name', value: '' },
    ])
  })

  it('groups neighbouring rows of one section', () => {
    const rows = ['A', 'A', 'B', 'A'].map((section, field) => ({ section, field }))
    expect(bySection(rows).map(({ title, rows }) => [title, rows.length])).toEqual([
      ['A', 2],
      ['B', 1],
      ['A', 1],
    ])
  })

  it('opens questions under the option they belong to, and under no other', () => {
    const items = withReveals(
      [{ value: 'yes' }, { value: 'no' }],
      [
        { value: 'yes', html: 'first' },
        { value: 'yes', html: 'second' },
      ],
    )
    expect(items).toEqual([
      { value: 'yes', conditional: { html: 'first\nsecond' } },
      { value: 'no' },
    ])
  })
})

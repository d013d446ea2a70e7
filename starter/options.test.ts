import { describe, expect, it } from 'vitest'

import { COUNTRIES, COUNTRY_OPTIONS, countryName, countryRegion } from './countries.ts'
import { LANGUAGE_OPTIONS, languageName } from './languages.ts'
import * as options from './options.ts'

const LISTS = Object.entries({ ...options, COUNTRY_OPTIONS, LANGUAGE_OPTIONS }).filter(
  (entry): entry is [string, options.Option[]] => Array.isArray(entry[1]),
)

describe.each(LISTS)('%s', (_, list) => {
  it('has values and labels, none twice', () => {
    expect(list.length).toBeGreaterThan(1)
    for (const key of ['value', 'label'] as const) {
      expect(list.every((option) => option[key].trim() !== '')).toBe(true)
      expect(new Set(list.map((option) => option[key])).size).toBe(list.length)
    }
  })
})

describe('labelOf', () => {
  it.each([
    ['mti', 'Medical Training Initiative (MTI)'],
    ['retired', 'retired'],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])('of %j is %j', (value, label) => {
    expect(options.labelOf(options.PATHWAYS, value)).toBe(label)
  })
})

describe('a country', () => {
  it.each([
    ['PK', 'Pakistan', 'Southern Asia'],
    ['BD', 'Bangladesh', 'Southern Asia'],
    ['NG', 'Nigeria', 'Western Africa'],
    ['SD', 'Sudan', 'Northern Africa'],
    ['PH', 'Philippines', 'South-Eastern Asia'],
    ['GB', undefined, undefined],
    ['pk', undefined, undefined],
    ['', undefined, undefined],
    [null, undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j is called %s and lies in %s', (code, name, region) => {
    expect(countryName(code)).toBe(name)
    expect(countryRegion(code)).toBe(region)
  })

  it('always has a region, and one that other countries share', () => {
    const sizes = new Map<string, number>()
    for (const { region } of COUNTRIES) sizes.set(region, (sizes.get(region) ?? 0) + 1)
    expect([...sizes].filter(([region, size]) => region === '' || size < 2)).toEqual([])
  })

  it('is one of all there are but the United Kingdom, from A to Z', () => {
    expect(COUNTRIES.length).toBeGreaterThan(230)
    expect(COUNTRIES.every(({ code }) => /^[A-Z]{2}$/.test(code))).toBe(true)
    expect([COUNTRIES[0]!.name, COUNTRIES.at(-1)!.name]).toEqual(['Afghanistan', 'Zimbabwe'])
    expect(COUNTRY_OPTIONS.some(({ label }) => label === 'United Kingdom')).toBe(false)
  })
})

describe('a language', () => {
  it.each([
    ['ur', 'Urdu'],
    ['ar', 'Arabic'],
    ['xx', 'xx'],
  ])('%s is called %s', (code, name) => {
    expect(languageName(code)).toBe(name)
  })

  it('is one of all of ISO 639-1 but English, by its English name', () => {
    const codes = LANGUAGE_OPTIONS.map(({ value }) => value)
    expect(codes.length).toBeGreaterThan(180)
    expect(codes).not.toContain('en')
    for (const { value, label } of LANGUAGE_OPTIONS) expect(label).toBe(languageName(value))
    const labels = LANGUAGE_OPTIONS.map(({ label }) => label)
    expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, 'en-GB')))
  })
})

import { describe, expect, it } from 'vitest'

import { optionNamed, searchOptions } from './find-option.ts'

const COUNTRIES = [
  { value: 'BF', label: 'Burkina Faso', synonyms: ['Upper Volta'] },
  { value: 'BI', label: 'Burundi' },
  { value: 'CI', label: 'Ivory Coast', synonyms: ['Côte d’Ivoire'] },
  { value: 'GG', label: 'Guernsey', synonyms: ['Channel Islands'] },
  { value: 'GQ', label: 'Equatorial Guinea' },
  { value: 'GN', label: 'Guinea' },
  { value: 'JE', label: 'Jersey', synonyms: ['Channel Islands'] },
  { value: 'MM', label: 'Myanmar', synonyms: ['Burma'] },
  { value: 'NG', label: 'Nigeria' },
  { value: 'NE', label: 'Niger' },
  { value: 'TR', label: 'Türkiye', synonyms: ['Turkey'] },
  { value: 'UG', label: 'Uganda' },
  { value: 'AE', label: 'United Arab Emirates', synonyms: ['UAE', 'Dubai'] },
  { value: 'YU', label: 'Yugoslavia', isRetired: true },
]

describe('the option somebody names', () => {
  it.each([
    ['MM', 'MM'],
    ['Myanmar', 'MM'],
    ['Burma', 'MM'],
    [' burma ', 'MM'],
    ['BURMA', 'MM'],
    ['uae', 'AE'],
    ['turkiye', 'TR'],
    ["Cote d'Ivoire", 'CI'],
    ['cote   d ivoire', 'CI'],
    ['YU', 'YU'],
    ['Yugoslavia', undefined],
    ['Channel Islands', undefined],
    ['Burm', undefined],
    ['mm', undefined],
    ['', undefined],
    ['…', undefined],
  ])('by %j is %j', (typed, value) => {
    expect(optionNamed(COUNTRIES, typed)?.value).toBe(value)
  })
})

describe('what is found while somebody types', () => {
  const found = (typed: string) =>
    searchOptions(COUNTRIES, typed).map(({ option, synonym }) =>
      synonym ? `${option.label} (${synonym})` : option.label,
    )

  it.each([
    ['burma', ['Myanmar (Burma)']],
    ['bur', ['Burkina Faso', 'Burundi', 'Myanmar (Burma)']],
    ['UAE', ['United Arab Emirates (UAE)']],
    ['emir', ['United Arab Emirates']],
    ['emirates arab', ['United Arab Emirates']],
    ['guinea', ['Guinea', 'Equatorial Guinea']],
    ['niger', ['Niger', 'Nigeria']],
    ['TÜR', ['Türkiye']],
    ['turk', ['Türkiye']],
    ['channel', ['Guernsey (Channel Islands)', 'Jersey (Channel Islands)']],
    ['gand', ['Uganda']],
    ['ga', []],
    ['atlantis', []],
  ])('by %j is %j', (typed, labels) => {
    expect(found(typed)).toEqual(labels)
  })

  it('is all there is as long as nothing is typed', () => {
    expect(found(' ')).toEqual(COUNTRIES.map(({ label }) => label))
  })
})

import { expect, it } from 'vitest'

import { monthOf } from './months.ts'

it.each([
  ['8', 8],
  ['08', 8],
  ['12', 12],
  ['Aug', 8],
  ['aug.', 8],
  ['AUGUST', 8],
  [' August ', 8],
  ['Sept', 9],
  ['sept.', 9],
  ['may', 5],
  ['Febr', 2],
  ['0', undefined],
  ['13', undefined],
  ['008', undefined],
  ['ju', undefined],
  ['julian', undefined],
  ['Augustus', undefined],
  ['august 2023', undefined],
  ['', undefined],
  ['-8', undefined],
])('%j is month %s', (typed, month) => expect(monthOf(typed)).toBe(month))

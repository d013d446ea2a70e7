import { expect, it } from 'vitest'

import { toCSV } from './csv.ts'

it.each([
  ['=1+1', `"'=1+1"`],
  ['+44 7700', `"'+44 7700"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['a "b", c', `"a ""b"", c"`],
  ['two\nlines', `"two\nlines"`],
  ['Amina', `"Amina"`],
  [-2, '-2'],
])('%j is written as %s, which no spreadsheet calculates', (value, cell) => {
  expect(toCSV([[value, 1]])).toBe(`\uFEFF${cell},1\r\n`)
})

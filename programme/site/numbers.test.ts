import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rounded } from './numbers.ts'

describe('a number for the public', () => {
  it.each([
    [0, undefined],
    [4, undefined],
    [5, 5],
    [48, 45],
    [50, 50],
    [2058, 2050],
  ])('%d is said as %s', (count, said) => expect(rounded(count)).toBe(said))

  it('never says that there are more than there are, and never tells one more from one fewer', () => {
    fc.assert(
      fc.property(fc.nat(5000), (count) => {
        const said = rounded(count)
        return said === undefined ? count < 5 : said <= count && count - said < 10 && said % 5 === 0
      }),
    )
  })
})

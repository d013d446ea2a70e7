import { expect, it } from 'vitest'

import { asciiDigits } from './typed-digits.ts'

it('reads the digits of every script', () => {
  const digits = Array.from({ length: 0x20000 }, (_, code) => String.fromCodePoint(code)).filter(
    (one) => /\p{Nd}/u.test(one),
  )
  expect(digits.length).toBeGreaterThan(600)
  expect(asciiDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10))
})

it.each([
  ['٢٠٢٣', '2023'],
  ['۲۰۲۳', '2023'],
  ['२०२३', '2023'],
  ['２０２３', '2023'],
  ['August ٢', 'August 2'],
  ['五', '五'],
])('%s is %s', (typed, read) => expect(asciiDigits(typed)).toBe(read))

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isPhoneNumber, phoneNumber } from './phone.ts'

describe('a phone number', () => {
  it.each([
    '07700 900 982',
    '+44 7700 900 982',
    '(0113) 496-0000',
    '0113.496.0000',
    '1234567',
    '123456789012345',
  ])('may be %s', (value) => {
    expect(isPhoneNumber(value)).toBe(true)
  })

  it.each([
    '',
    '123456',
    '1234567890123456',
    '07700 900 982 ext 3',
    '44+7700900982',
    '++447700900982',
    'javascript:1234567',
    '٠٧٧٠٠٩٠٠٩٨٢',
  ])('may not be %j', (value) => {
    expect(isPhoneNumber(value)).toBe(false)
  })

  it('has 7 to 15 digits and nothing that a dialler would not skip', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789+-(). x'), minLength: 7 }),
        (value) => {
          fc.pre(isPhoneNumber(value))
          expect(value.replace(/\D/g, '')).toMatch(/^\d{7,15}$/)
          expect(value).toMatch(/^\+?[\d(). -]+$/)
        },
      ),
    )
  })

  it('may be left out of a record, but not be wrong', () => {
    const validate = (value: unknown) =>
      phoneNumber(value as string, {} as Parameters<typeof phoneNumber>[1])
    expect(validate(undefined)).toBe(true)
    expect(validate(null)).toBe(true)
    expect(validate('')).toBe(true)
    expect(validate('07700 900 982')).toBe(true)
    expect(validate('call me')).toContain('Enter a phone number')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { normalPhone, phoneNumber } from './phone.ts'

describe('a phone number', () => {
  it.each([
    '07700 900 982',
    '+44 7700 900 982',
    '+44 (0)7700 900 982',
    '(0113) 496-0000',
    '0113.496.0000',
    '0113/496 0000',
    '0113 496 0000 ext. 12',
    '1234567',
    '123456789012345',
  ])('is kept as it is typed: %s', (value) => {
    expect(normalPhone(value)).toBe(value)
  })

  it.each([
    ['\u202a+44 7700 900982\u202c', '+44 7700 900982'],
    ['\u2066+44\u00a07700\u2011900\u2013982\u2069', '+44 7700-900-982'],
    ['tel:+44-7700-900982', '+44-7700-900982'],
    ['Mobile: 07700 900982', '07700 900982'],
    ['WhatsApp +44 7700 900982', '+44 7700 900982'],
    ['٠٧٧٠٠٩٠٠٩٨٢', '07700900982'],
    ['०७७०० ९००९८२', '07700 900982'],
    ['０７７００　９００９８２', '07700 900982'],
    ['（０１１３）４９６−００００', '(0113)496-0000'],
    ['0113 496 0000 ext 12', '0113 496 0000 ext. 12'],
    ['0113 496 0000, extension: 12', '0113 496 0000 ext. 12'],
    ['0113 496 0000x12', '0113 496 0000 ext. 12'],
    ['tel:+441134960000;ext=12', '+441134960000 ext. 12'],
    ['0113 496 0000 #12', '0113 496 0000 ext. 12'],
  ])('is tidied: %j', (value, kept) => {
    expect(normalPhone(value)).toBe(kept)
  })

  it.each([
    '',
    '123456',
    '1234567890123456',
    '44+7700900982',
    '++447700900982',
    'javascript:1234567',
    '07700 900982 or 07700 900983',
    '07700 900982 / 07700 900983',
    '07700 900982 evenings',
    'ext. 1234567',
    '½½½½½½½',
  ])('is not %j', (value) => {
    expect(normalPhone(value)).toBeUndefined()
  })

  it('has 7 to 15 digits and nothing that a dialler would not skip, and is kept as it is once it is kept', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789+-(). x/#٣９'), minLength: 7 }),
        (value) => {
          const kept = normalPhone(value)
          fc.pre(kept !== undefined)
          const [number, extension] = kept.split(' ext. ')
          expect(number!.replace(/\D/g, '')).toMatch(/^\d{7,15}$/)
          expect(number).toMatch(/^\+?[\d(). /-]+$/)
          if (extension !== undefined) expect(extension).toMatch(/^\d{1,7}$/)
          expect(normalPhone(kept)).toBe(kept)
        },
      ),
      { numRuns: 3000 },
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

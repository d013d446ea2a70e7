import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cleanText, cleanTexts, hasLetter } from './clean-text.ts'

const INVISIBLE = [
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u180e',
  '\u3164',
  '\uffa0',
  '\u206a',
  '\ufff9',
  '\u{1d173}',
  '\u{e0041}',
  '\u{e0001}',
  '\ue000',
  '\ufffe',
  '\u0000',
  '\u001b',
  '\u007f',
  '\ud800',
]
const letters = fc.string({ unit: fc.constantFrom(...'abcÅéñ王李אבعمദ'), minLength: 1 })
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...INVISIBLE, '\u200c', '\u200d', '\ufe0f'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('e', '\u0301', ' ', '\n', '\r', '👩', '⚕'),
  ),
})

describe('a text that came in', () => {
  it('keeps what people see, whatever is put between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letters, fc.constantFrom(...INVISIBLE)), { minLength: 1 }),
        (parts) => {
          const typed = parts.map(([seen, unseen]) => unseen + seen).join('')
          expect(cleanText(typed)).toBe(
            parts
              .map(([seen]) => seen)
              .join('')
              .normalize('NFC'),
          )
        },
      ),
    )
  })

  it('holds no invisible character and none that turns the direction', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const clean = cleanText(typed)
        expect(clean).not.toMatch(/(?![\u200c\u200d])[\p{Cf}\p{Cs}\p{Co}]|(?![\n\t])\p{Cc}/u)
        expect(clean).not.toMatch(
          /(?![\u200c\u200d\ufe0f])(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u,
        )
        expect(clean).not.toMatch(
          /(^|[\s])[\u200c\u200d]|(?<!\u0d4d)[\u200c\u200d]($|[\s\u200c\u200d])/u,
        )
      }),
    )
  })

  it('is the same when it comes in again, and the same however it is composed', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const clean = cleanText(typed)
        expect(cleanText(clean)).toBe(clean)
        expect(cleanText(clean.normalize('NFD'))).toBe(clean)
      }),
    )
  })

  it.each([
    ['a Persian name', 'علی\u200cرضا'],
    ['a Malayalam name', 'അന്\u200dവര്\u200d സി'],
    ['a Sinhala name', 'ශ්\u200dරී'],
    ['a doctor', '👩\u200d⚕\ufe0f'],
    ['a doctor of darker skin', '👨🏾\u200d⚕\ufe0f'],
    ['a heart', '❤\ufe0f'],
    ['a variant of a Han character', '葛\u{e0100}城'],
    ['lines and tabs', 'one\n\ttwo'],
  ])('keeps the spelling of %s', (_what, typed) =>
    expect(cleanText(typed)).toBe(typed.normalize('NFC')),
  )

  it.each([
    ['joiners at the edge', '\u200dAmina\u200c', 'Amina'],
    ['joiners in a row', 'a\u200d\u200db', 'ab'],
    ['line ends of all kinds', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a blank of Braille', 'a\u2800b', 'a b'],
    ['a selector after a letter', 'a\ufe0fb', 'ab'],
  ])('tidies %s', (_what, typed, clean) => expect(cleanText(typed)).toBe(clean))

  it('is cleaned inside lists and rich text, and nothing else is touched', () => {
    const day = new Date()
    expect(
      cleanTexts({ list: ['a\u200b'], root: { text: '\u202eb', n: 1, on: true, nil: null }, day }),
    ).toEqual({
      list: ['a'],
      root: { text: 'b', n: 1, on: true, nil: null },
      day,
    })
  })
})

describe('signs above and below letters', () => {
  it('do not pile up over the lines around', () => {
    const zalgo = [...'Amina'].map((letter) => letter + '\u0301\u0316\u0489'.repeat(200)).join('')
    const cleaned = cleanText(zalgo)
    expect(cleaned).not.toMatch(/\p{M}{9}/u)
    expect(cleaned.replace(/\P{L}/gu, '').normalize('NFD').replace(/\p{M}/gu, '')).toBe('Amina')
    const law = fc.string({ unit: fc.constantFrom('a', '\u0301', '\u064e', '\u0489', '\u0f90') })
    fc.assert(
      fc.property(law, (typed) => {
        expect(cleanText(typed)).not.toMatch(/\p{M}{9}|[\u0300-\u036f]{5}/u)
        expect(cleanText(cleanText(typed))).toBe(cleanText(typed))
      }),
    )
  })

  it.each([
    'Nguyễn Thị Hồng',
    'Ọlọ́runfẹ́mi',
    'مُحَمَّدٌ',
    'ٱللَّٰهِ',
    'מֹשֶׁה',
    'กิ้งก่า',
    'བསྒྲུབས་རྐྱེན',
    'ஸ்ரீனிவாசன்',
    'क्ष्म्य',
    'Łukasz-Ñandú',
    'ක්\u200dරිෂාන්ත',
    'علی\u200cرضا',
  ])('of %s stay', (name) => expect(cleanText(name)).toBe(name.normalize('NFC')))
})

describe('a name', () => {
  it.each(['Amina', '王', 'علی', 'Ø'])('has a letter: %s', (name) =>
    expect(hasLetter(name)).toBe(true),
  )
  it.each(['', ' ', '123', '-', '\u02c0\u02c0', 'ーー', '\u0301', '👩', '\u200b', '\u2800'])(
    'is not %j',
    (name) => expect(hasLetter(cleanText(name))).toBe(false),
  )
})

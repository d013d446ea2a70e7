import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fold, hasText, hasWords } from './fold.ts'

describe('what is searched for', () => {
  it.each([
    ['Özgür Yılmaz', 'OZGUR'],
    ['ozgur yilmaz', 'ÖZGÜR YILMAZ'],
    ['İpek', 'ipek'],
    ['Łukasz Żak', 'lukasz zak'],
    ['Søren Weiß', 'soren weiss'],
    ['Nguyễn Thị', 'nguyen thi'],
    ['أَحْمَد', 'أحمد'],
    ['Ｆｕｌｌ width', 'full'],
    ['ﬁona', 'FIONA'],
    ['ISTANBUL ışık', 'istanbul isik'],
    ['Zoe\u0308', 'ZOË'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
  ])('%s is found by %s', (text, sought) => {
    expect(hasText(sought)(text)).toBe(true)
    expect(hasWords(sought)(text)).toBe(true)
  })

  it.each(['%', '_', '.', '*', '\\', '[a-z]', '100%'])('takes %s as plain text', (sought) => {
    expect(hasWords(sought)('Amina Yusuf')).toBe(false)
    expect(hasWords(sought)(`Amina ${sought} Yusuf`)).toBe(true)
  })

  it('is words in any order, or a text as it stands', () => {
    expect(hasWords('yusuf amina')('Amina Yusuf')).toBe(true)
    expect(hasText('yusuf amina')('Amina Yusuf')).toBe(false)
  })

  it('is found however either is written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 })
    fc.assert(
      fc.property(text, text, text, (before, sought, after) => {
        for (const form of ['NFC', 'NFD'] as const) {
          expect(hasText(sought)(before + sought.normalize(form) + after)).toBe(true)
        }
      }),
    )
  })

  it('is folded once: folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'

import { folded } from './folded.ts'

describe('folded', () => {
  it.each([
    ['Burma', 'burma'],
    ['  BURMA\t', 'burma'],
    ['Türkiye', 'turkiye'],
    ['Tu\u0308rkiye', 'turkiye'],
    ['Kıbrıs', 'kibris'],
    ['İstanbul', 'istanbul'],
    ['Grønland', 'gronland'],
    ['Côte d’Ivoire', 'cote d ivoire'],
    ["Cote d'Ivoire", 'cote d ivoire'],
    ['Guinea-Bissau', 'guinea bissau'],
    ['Kurdish (Sorani)', 'kurdish sorani'],
    ['中文', '中文'],
    ['…', ''],
    ['', ''],
  ])('%j is %j', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })
})

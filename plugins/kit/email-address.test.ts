import fc from 'fast-check'
import { expect, it } from 'vitest'

import { normalEmail, shownEmail } from './email-address.ts'

it.each([
  ['Amina@Example.ORG', 'amina@example.org'],
  ['dr@bücher.example', 'dr@xn--bcher-kva.example'],
  ['dr@BÜCHER.example', 'dr@xn--bcher-kva.example'],
  ['dr@bu\u0308cher.example', 'dr@xn--bcher-kva.example'],
  ['dr@xn--bcher-kva.example', 'dr@xn--bcher-kva.example'],
  ['dr@почта.рф', 'dr@xn--80a1acny.xn--p1ai'],
  ['dr@xn--80a1acny.xn--p1ai', 'dr@xn--80a1acny.xn--p1ai'],
  ['dr@例え。jp', 'dr@xn--r8jz45g.jp'],
  ['ｄｒ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'dr@example.org'],
  ['\u202adr@example.org\u202c', 'dr@example.org'],
  ['mailto:dr@example.org', 'dr@example.org'],
  ["o'brien+nhs@mail.example.org", "o'brien+nhs@mail.example.org"],
])('%s is kept as %s', (typed, kept) => expect(normalEmail(typed)).toBe(kept))

it.each([
  'dr@example',
  'dr@127.0.0.1',
  'dr@[127.0.0.1]',
  'dr@example.org/path',
  'dr@example.org:25',
  'dr@exa%6dple.org',
  'dr@xn--p1ai',
  'dr@xn--a.example',
  'dr@-.example',
  'dr@example..org',
  'dr..x@example.org',
  'dr@@example.org',
  'dr@a@example.org',
  'dr x@example.org',
  'dr@exa mple.org',
  'dr@example.org, b@example.org',
  'dr@example.org\r\nBcc: b@example.org',
  'Amina <dr@example.org>',
  `dr@${'ü'.repeat(64)}.example`,
  '@example.org',
  'dr',
  '',
])('%s is no address', (typed) => expect(normalEmail(typed)).toBeUndefined())

it('is kept as it is once it is kept, and shown as it was typed', () => {
  const label = fc.stringMatching(/^[a-zäöüßаяبم日本]{1,8}$/u)
  fc.assert(
    fc.property(fc.array(label, { minLength: 2, maxLength: 4 }), (labels) => {
      const kept = normalEmail(`dr@${labels.join('.')}`)
      if (kept === undefined) return
      expect(kept).toMatch(/^[\x21-\x7e]+$/)
      expect(normalEmail(kept)).toBe(kept)
      expect(normalEmail(shownEmail(kept))).toBe(kept)
    }),
    { numRuns: 1000 },
  )
})

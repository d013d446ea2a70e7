import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { webAddress, linkTarget } from './web-address.ts'
import { snapshotShape } from '../site/snapshot.ts'
import { completeAddress, isLinkTarget, isWebAddress } from '../site/web-address.ts'

const NONE = [
  'https:rcp.example.org/exams',
  'https:/rcp.example.org',
  'www.example.org',
  'example.org/page',
  '//example.org/page',
  'javascript:alert(1)',
  'JaVaScRiPt://example.org/%0aalert(1)',
  'data:text/html,x',
  'ftp://example.org',
  'https:',
  'https://',
  'https:// example.org',
  ' https://example.org',
  'https://example.org/a b',
  'https://example.org/\u200ba',
  'https:\\\\example.org',
  'https://example.org\\@evil.example',
  'https://nhs.uk@evil.example/',
  'https://[::1',
  '',
]
const SOME = [
  'https://example.org',
  'HTTPS://Example.org/Page?a=b&c=%20#d',
  'http://intranet/page',
  'https://example.org:8443/ü/[x]',
  'https://xn--bcher-kva.example/',
]

/** Anything, and what comes near to a web address. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(...NONE, ...SOME),
  fc
    .tuple(
      fc.constantFrom('https:', 'http:', 'javascript:', '', 'HTTPS:', 'mailto:'),
      fc.constantFrom('//', '/', '', '\\\\', '///'),
      fc.constantFrom('example.org', 'a@b', 'a:b@c', '[::1]', '%', ''),
      fc.string({ maxLength: 6 }),
    )
    .map((parts) => parts.join('')),
)
const accepts = (url: string) =>
  snapshotShape.shape.resources.element.safeParse({
    id: '1',
    title: 'A',
    url,
    audience: 'B',
    description: 'C',
  }).success

type Options = Parameters<typeof webAddress>[1]

describe('a web address', () => {
  it.each(NONE)('is not %j', (text) => expect(isWebAddress(text)).toBe(false))
  it.each(SOME)('is %j', (text) => expect(isWebAddress(text)).toBe(true))

  it('is the same to the field and to the site, whatever is typed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        // What the field keeps is what was typed, completed.
        const kept = completeAddress(text) as string
        const field = webAddress(text, { required: true } as Options) === true
        expect(field).toBe(accepts(kept))
        expect(field).toBe(isWebAddress(kept))
      }),
      { numRuns: 2000 },
    )
  })

  it('leads to the web, to the same place from every page, and nobody is hidden in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(isWebAddress(text))
        const { href, protocol, username } = new URL(text)
        expect(['http:', 'https:']).toContain(protocol)
        expect(username).toBe('')
        for (const page of ['https://site.example/a/', 'http://site.example/b']) {
          expect(new URL(text, page).href).toBe(href)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the target of a link in rich text', () => {
  it.each(['/', '/how-we-match/', 'mailto:a@example.org', 'tel:+44-113', ...SOME])(
    'can be %j',
    (text) => {
      expect(isLinkTarget(text)).toBe(true)
      expect(linkTarget(text, {} as Options)).toBe(true)
    },
  )
  it.each([
    ...NONE,
    '#top',
    '#_ftn1',
    'file:///C:/a.docx',
    '/\\evil.example',
    '//evil.example',
    'how-we-match',
    'mailto:',
    'tel:javascript',
  ])('is not %j', (text) => {
    expect(isLinkTarget(text)).toBe(false)
    const kept = completeAddress(text) as string
    expect(linkTarget(text, {} as Options) === true).toBe(isLinkTarget(kept))
  })

  it.each([
    ['www.example.org/a', 'https://www.example.org/a'],
    [' https://example.org ', 'https://example.org'],
    ['team@example.org', 'mailto:team@example.org'],
    ['WWW.Example.org', 'https://WWW.Example.org'],
    ['javascript:a@b.org', 'javascript:a@b.org'],
    ['//a@b.org', '//a@b.org'],
    ['www.', 'www.'],
  ])('typed as %j is kept as %j', (typed, kept) => expect(completeAddress(typed)).toBe(kept))

  it('is completed once: what is complete stays', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const kept = completeAddress(text)
        return completeAddress(kept) === kept
      }),
      { numRuns: 2000 },
    )
  })

  it('stays on this site when it begins with a slash', () => {
    fc.assert(
      fc.property(texts, (rest) => {
        const text = `/${rest}`
        if (!isLinkTarget(text)) return
        expect(new URL(text, 'https://site.example/a/').origin).toBe('https://site.example')
      }),
    )
  })
})

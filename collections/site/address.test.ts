import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addressOf, slugOf, validSlug } from './address.ts'

const check = (value: string, siblingData: object = {}) =>
  (validSlug as (value: string, args: object) => unknown)(value, { siblingData })

describe('an address made of a title', () => {
  it('is one that is accepted, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const slug = slugOf(title)
        return slug === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
      }),
    )
  })

  it.each([
    ['Settling in: Leeds & you', 'settling-in-leeds-you'],
    ['Doctors’ mess', 'doctors-mess'],
    ['Été à Liège', 'ete-a-liege'],
  ])('of %s is %s', (title, slug) => expect(slugOf(title)).toBe(slug))
})

describe('an address that an editor types', () => {
  it.each(['Settling', 'a b', '../x', 'a/b', '-a', 'a--b', 'é'])('is not %s', (slug) =>
    expect(check(slug)).toContain('lower-case letters'),
  )

  it.each(['admin', 'api', 'my', 'sign-up', 'privacy', '404', 'preview'])(
    'is not %s, which belongs to the website',
    (slug) => expect(check(slug)).toContain('belongs to the website itself'),
  )

  it('may be one of these below another page', () =>
    expect(check('privacy', { parent: 'x' })).toBe(true))
})

it.each([
  [{ role: 'home', slug: 'home' }, undefined, '/'],
  [{ role: 'notFound', slug: '404' }, undefined, '/404.html'],
  [{ slug: 'faq' }, undefined, '/faq/'],
  [{ slug: 'schools' }, { slug: 'settling-in' }, '/settling-in/schools/'],
])('the address of %j below %j is %s', (page, parent, address) =>
  expect(addressOf(page, parent)).toBe(address),
)

import { expect } from 'vitest'

import { attribute, attributes, parse } from './dom.ts'

/** Text that tries to leave its place: an attribute, an element, a template. */
export const HOSTILE = `"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 91 * 91 }}`

/** Expects that a page shows {@link HOSTILE} as text: it makes no element and runs nothing. */
export const expectHarmless = (html: string): void => {
  const root = parse(html)
  const scripts = root.querySelectorAll('script').map((one) => attribute(one, 'src'))
  expect(scripts).toEqual([
    expect.stringMatching(/^\/assets\/site\.([0-9A-F]{8}\.)?js$/),
    expect.stringMatching(/^\/assets\/js-enabled\.([0-9A-F]{8}\.)?js$/),
  ])
  expect(attributes(root, 'onerror')).toEqual([])
  expect(html.includes('8281')).toBe(false)
  expect(html.includes('&lt;script&gt;')).toBe(true)
}

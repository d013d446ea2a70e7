import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isAdminPath, withoutForeignRedirect } from './admin-redirect.ts'

/** Where a browser ends up, as the WHATWG standard reads an address. */
const endsAt = (value: string): URL => new URL(value, 'https://mentoring.example.org/admin/login')

/** What somebody might do to a text on its way: decode it once more, or read backslashes as slashes. */
const readings = (value: string): string[] => {
  const all = [value, value.replaceAll('\\', '/'), value.replace(/[\t\r\n]/g, '')]
  try {
    for (let text = value, i = 0; i < 3; i += 1) all.push((text = decodeURIComponent(text)))
  } catch {
    // Not an escape: nobody can decode it.
  }
  return all
}

const piece = fc.constantFrom(
  ...[
    '/admin',
    'admin',
    '/',
    '//',
    '\\',
    '..',
    '.',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '%252e',
    '\t',
    '\n',
    '\r',
  ],
  ...[
    '\u0000',
    ' ',
    '@',
    ':',
    'https:',
    'javascript:',
    'evil.example',
    'login',
    'mentees',
    '?',
    '#',
    '&',
    ';',
    '%00',
    '／',
    '。',
  ],
)

describe('where the log-in may go on to', () => {
  it('is always the admin of this server, however it is read', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 9 }).map((parts) => parts.join('')),
        (value) => {
          if (!isAdminPath(value)) return
          const [path] = value.split(/[?#]/) as [string]
          for (const reading of [value, ...readings(path)]) {
            const { origin, pathname } = endsAt(reading)
            expect(origin, value).toBe('https://mentoring.example.org')
            expect(pathname, value).toMatch(/^\/admin(\/|$)/)
          }
        },
      ),
      { numRuns: 5000 },
    )
  })

  it.each([
    '/admin',
    '/admin/',
    '/admin/collections/mentees/0d8dbc88-bfac-43cf-8de5-0267a0f4ffab',
    '/admin/collections/mentees?limit=10&search=Özgür Y&where[or][0][name][equals]=a%2Fb',
    '/admin/matching?tab=draft#top',
    '/admin/collections/users/create',
  ])('may be %s', (value) => expect(isAdminPath(value)).toBe(true))

  it.each([
    '',
    '/',
    '/my/',
    '/administrator',
    '/admin.evil.example',
    '/admin@evil.example',
    'admin',
    '/admin/../..//evil.example',
    '/admin/..//evil.example',
    '/admin/%2e%2e//evil.example',
    '/admin/%252e%252e/',
    '/admin//evil.example',
    '/admin\\..\\\\evil.example',
    '//evil.example/admin',
    '/\\evil.example',
    'https://evil.example/admin',
    'javascript:alert(1)',
    '/admin/\t/evil.example',
    '\n/admin',
    '/admin\n',
    '/admin/..',
    '/admin/.',
    '/admin/.hidden/..',
    ' /admin',
  ])('may not be %j', (value) => expect(isAdminPath(value)).toBe(false))
})

describe('an address of the admin', () => {
  it.each([
    ['/admin/login', undefined],
    ['/admin/login?redirect=%2Fadmin%2Fmatching', undefined],
    ['/admin/login?redirect=/admin/../..//evil.example', '/admin/login'],
    ['/admin/login?%72edirect=//evil.example&a=b', '/admin/login?a=b'],
    ['/admin/logout?redirect=/admin&redirect=//evil.example', '/admin/logout'],
    ['/admin/login?a=?redirect=//evil.example', undefined],
    ['/admin/login?a=b&redirect=/%2Fevil.example', '/admin/login?a=b'],
  ])('%s becomes %s', (url, own) => expect(withoutForeignRedirect(url)).toBe(own))
})

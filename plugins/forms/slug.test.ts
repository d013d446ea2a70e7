import { expect, it } from 'vitest'

import { slugOf } from './slug.ts'

it.each([
  ['About you', 'about-you'],
  ['  Your work: today & tomorrow ', 'your-work-today-tomorrow'],
  ['Où êtes-vous', 'ou-etes-vous'],
  ['What’s next?', 'whats-next'],
  ['عنك', 'part-1'],
  ['', 'part-1'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('makes of the title “%s” an address', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

it('takes no name twice', () => {
  expect(slugOf('Work', ['work'])).toBe('work-2')
  expect(slugOf('Work', ['work', 'work-2'])).toBe('work-3')
})

it.each(['Check', 'Start', 'All', 'Save', 'Clear', 'Check your email'])(
  'takes no name of a page that every form has: %s',
  (title) => {
    expect(slugOf(title)).toMatch(/^part-/)
  },
)

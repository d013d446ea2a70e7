import { expect, it } from 'vitest'

import { findMixed, onOwnLines } from './own-lines.ts'

it.each([
  ['Your page: {{page}}', 'Your page:\n\n{{page}}'],
  ['See {{page}}.', 'See\n\n{{page}}'],
  ['See {{ page }}, then {{link}} please', 'See\n\n{{ page }}\n\n, then\n\n{{link}}\n\nplease'],
  ['**Open {{link}}**', 'Open\n\n{{link}}'],
  ['- {{page}}', '{{page}}'],
  ['Hello\n{{page}}\nBye {{name}}', 'Hello\n{{page}}\nBye {{name}}'],
  ['  {{page}}  ', '  {{page}}  '],
  ['{{name}} **x**', '{{name}} **x**'],
])('%j becomes %j', (body, expected) => {
  const repaired = onOwnLines(body, ['page', 'link'])
  expect(repaired).toBe(expected)
  expect(findMixed(repaired, ['page', 'link'])).toBeUndefined()
})

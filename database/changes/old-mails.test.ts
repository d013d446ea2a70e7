import { expect, it } from 'vitest'

import { linksOnOwnLines } from './old-mails.ts'

it.each([
  ['Your page: {{page}}', 'Your page:\n\n{{page}}'],
  ['See {{page}}.', 'See\n\n{{page}}'],
  ['See {{ page }}, then {{link}} please', 'See\n\n{{ page }}\n\n, then\n\n{{link}}\n\nplease'],
  ['**Open {{link}}**', 'Open\n\n{{link}}'],
  ['- {{page}}', '{{page}}'],
  ['Hello\n{{page}}\nBye {{name}}', 'Hello\n{{page}}\nBye {{name}}'],
  ['{{link}}{{link}}', '{{link}}\n\n{{link}}'],
  ['  {{page}}  ', '  {{page}}  '],
  ['{{name}} **x**', '{{name}} **x**'],
])('words of before, %j, become %j', (body, expected) => {
  expect(linksOnOwnLines(body)).toBe(expected)
})

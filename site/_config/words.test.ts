import nunjucks from 'nunjucks'
import { expect, it } from 'vitest'

import { HOSTILE } from '../../test/site/hostile.ts'
import { SENTENCES } from '../words/index.ts'
import * as filters from './filters.ts'

const environment = new nunjucks.Environment(null, { autoescape: true })
for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter)

/** What a template prints, with what editors have changed. */
const print = (template: string, words: Record<string, string> = {}, more: object = {}) =>
  environment.renderString(template, { cms: { words }, ...more })

it('says what it came with until somebody changes it', () => {
  expect(print('{{ "page.menu" | words }}')).toBe('Menu')
  expect(print('{{ "page.menu" | words }}', { 'page.menu': 'Ways' })).toBe('Ways')
})

it('fills in what belongs to it, wherever editors have put it', () => {
  const template = '{{ "signUp.step" | words(number=2, count=5) }}'
  expect(print(template)).toBe('Page 2 of 5')
  expect(print(template, { 'signUp.step': '{{count}} pages: {{number}}' })).toBe('5 pages: 2')
})

it('prints words and what is filled in as text, between tags and in attributes', () => {
  const changed = { 'page.menu': HOSTILE, 'match.reach': `{{name}}${HOSTILE}` }
  const html = print(
    '<nav aria-label="{{ "page.menu" | words }}">{{ "match.reach" | words(name=name) }}</nav>',
    changed,
    { name: '<i>' },
  )
  expect(html).not.toMatch(/<(script|img|i)\b/)
  expect(html.match(/"/g)).toHaveLength(2)
  expect(html).toContain('{{ 91 * 91 }}')
  expect(html).toContain('&lt;i&gt;')
})

it('never fills in what a value brings along', () => {
  const template = '{{ "match.title" | words(role="a {{name}}", name="B") }}'
  expect(print(template)).toBe('Your a {{name}}: B')
})

it('lets templates fill in markup, and nobody else', () => {
  const template =
    '{{ "later.sentTo" | words(address=address | strong, day="today") }} ' +
    '{{ "confirm.wrong" | words(link="confirm.wrongLink" | words | linkTo(href)) }}'
  const html = print(
    template,
    { 'later.sentTo': '<b>{{address}}</b> {{day}}', 'confirm.wrongLink': '"Again" & <again>' },
    { address: '<a@b>', href: '/"x' },
  )
  expect(html).toBe(
    '&lt;b&gt;<strong>&lt;a@b&gt;</strong>&lt;/b&gt; today ' +
      'Something is wrong? <a href="/&quot;x">&quot;Again&quot; &amp; &lt;again&gt;</a>, and we email you a new link.',
  )
})

it('escapes as Nunjucks does, with markup beside it and without', () => {
  const signs = `& " ' < > \` \\`
  const alone = print('{{ text }}', {}, { text: signs })
  expect(print('{{ text | strong }}', {}, { text: signs })).toBe(`<strong>${alone}</strong>`)
})

it('stops a template that asks for nothing that there is, or has no content', () => {
  expect(() => print('{{ "page.gone" | words }}')).toThrow('There is no sentence “page.gone”')
  expect(() => environment.renderString('{{ "page.menu" | words }}', {})).toThrow('with context')
  expect(SENTENCES.has('page.gone')).toBe(false)
})

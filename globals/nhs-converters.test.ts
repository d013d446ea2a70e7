import { convertLexicalToHTML } from '@payloadcms/richtext-lexical/html'
import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import { describe, expect, it } from 'vitest'

import { nhsConverters } from './nhs-converters.ts'

const BOLD = 1
const ITALIC = 2

const text = (text: string, format = 0) => ({ type: 'text', text, format })
const node = (type: string, children: object[], more: object = {}) => ({ type, children, ...more })
const paragraph = (...children: object[]) => node('paragraph', children)
const item = (...children: object[]) => node('listitem', children, { value: 1 })
const link = (url: string, more: object = {}) =>
  node('link', [text('Link')], { fields: { url, linkType: 'custom', ...more } })

const stateOf = (...children: object[]) =>
  ({ root: node('root', children) }) as SerializedEditorState

const toHTML = (...children: object[]): string =>
  convertLexicalToHTML({
    data: stateOf(...children),
    converters: nhsConverters(),
    disableContainer: true,
  })

describe('rich text', () => {
  it.each([
    ['h2', '<h2 class="nhsuk-heading-m">A</h2>'],
    ['h3', '<h3 class="nhsuk-heading-s">A</h3>'],
    ['h1', '<h2 class="nhsuk-heading-m">A</h2>'],
    ['h6', '<h2 class="nhsuk-heading-m">A</h2>'],
    ['script', '<h2 class="nhsuk-heading-m">A</h2>'],
  ])('has headings under the page’s own: %s', (tag, html) => {
    expect(toHTML(node('heading', [text('A')], { tag }))).toBe(html)
  })

  it('has bullets and numbers', () => {
    const items = [item(text('A')), item(text('B'))]
    expect(toHTML(node('list', items, { tag: 'ul', listType: 'bullet' }))).toBe(
      '<ul class="nhsuk-list nhsuk-list--bullet"><li>A</li><li>B</li></ul>',
    )
    expect(toHTML(node('list', items, { tag: 'ol', listType: 'number' }))).toBe(
      '<ol class="nhsuk-list nhsuk-list--number"><li>A</li><li>B</li></ol>',
    )
  })

  it('has lists in lists', () => {
    const inner = node('list', [item(text('B'))], { tag: 'ol' })
    expect(toHTML(node('list', [item(text('A')), item(inner)], { tag: 'ul' }))).toBe(
      '<ul class="nhsuk-list nhsuk-list--bullet"><li>A</li><li><ol class="nhsuk-list nhsuk-list--number"><li>B</li></ol></li></ul>',
    )
  })

  it('drops empty paragraphs and keeps line breaks', () => {
    expect(toHTML(paragraph(), paragraph(text('A'), { type: 'linebreak' }, text('B')))).toBe(
      '<p>A<br />B</p>',
    )
  })

  it('has words in bold and italics', () => {
    expect(toHTML(paragraph(text('A', BOLD), text('B', ITALIC), text('C', BOLD | ITALIC)))).toBe(
      '<p><strong>A</strong><em>B</em><em><strong>C</strong></em></p>',
    )
  })

  it('shows markup as text', () => {
    expect(toHTML(paragraph(text('<b onclick="x">&amp;')))).toBe(
      '<p>&lt;b onclick=&quot;x&quot;&gt;&amp;amp;</p>',
    )
  })

  it('has no inline style, which the site’s policy forbids', () => {
    const all = { format: 'center', indent: 2 }
    const html = toHTML(
      node('paragraph', [text('A', 15)], all),
      node('heading', [text('B', 15)], { ...all, tag: 'h2' }),
      node('list', [node('listitem', [text('C', 15)], { ...all, checked: true })], {
        ...all,
        tag: 'ul',
        listType: 'check',
      }),
      node('list', [item(node('list', [item(text('D'))], { tag: 'ul' }))], { tag: 'ul' }),
    )
    expect(html).toContain('A')
    expect(html).not.toContain('style=')
  })
})

describe('a link', () => {
  it.each([
    ['https://example.org/a?b=c&d=e', 'https://example.org/a?b=c&amp;d=e'],
    ['/privacy/', '/privacy/'],
    ['#top', '#top'],
    ['mailto:mentors@example.org', 'mailto:mentors@example.org'],
    ['tel:01134960000', 'tel:01134960000'],
    ['https://example.org/"><script>', 'https://example.org/&quot;&gt;&lt;script&gt;'],
  ])('to %j leads to %s', (url, href) => {
    const html = `<p><a href="${href}">Link</a></p>`
    expect(toHTML(paragraph(link(url)))).toBe(html)
    const automatic = node('autolink', [text('Link')], { fields: { url, linkType: 'custom' } })
    expect(toHTML(paragraph(automatic))).toBe(html)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' \u0001java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'https:rcp.example.org/exams',
    'www.example.org',
    '//example.org',
    'https%3Arcp.example.org',
    '"><script>',
  ])('to %j is left out; its words stay, and somebody is told', (url) => {
    const leftOut: string[] = []
    const fields = { url, linkType: 'custom' }
    for (const type of ['link', 'autolink']) {
      const html = convertLexicalToHTML({
        data: stateOf(paragraph(node(type, [text('Link')], { fields }))),
        converters: nhsConverters((address) => leftOut.push(address)),
        disableContainer: true,
      })
      expect(html).toBe('<p>Link</p>')
    }
    expect(leftOut).toEqual([url, url])
  })

  it('in a new tab does not hand over this one', () => {
    expect(toHTML(paragraph(link('https://example.org', { newTab: true })))).toContain(
      'rel="noopener noreferrer" target="_blank"',
    )
  })
})

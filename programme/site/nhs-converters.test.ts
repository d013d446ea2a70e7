import { describe, expect, it } from 'vitest'

import { leadBy, waysOf } from './links.ts'
import { type RichText, toNHSHTML } from './nhs-converters.ts'

const BOLD = 1
const ITALIC = 2

const text = (text: string, format = 0) => ({ type: 'text', text, format })
const node = (type: string, children: object[], more: object = {}) => ({ type, children, ...more })
const paragraph = (...children: object[]) => node('paragraph', children)
const item = (...children: object[]) => node('listitem', children, { value: 1 })
const link = (url: string, more: object = {}) =>
  node('link', [text('Link')], { fields: { url, linkType: 'custom', ...more } })

// As far as the converters read it.
const stateOf = (...children: object[]) => ({ root: node('root', children) }) as unknown as RichText

const WAYS = waysOf([
  { id: 'p1', path: '/faq/' },
  { id: 'p2', path: '/privacy/' },
])

const toHTML = (...children: object[]): string => toNHSHTML(stateOf(...children), leadBy(WAYS))

describe('rich text', () => {
  const heading = (tag: string) => node('heading', [text('A')], { tag })
  const levelsOf = (tags: string[], topLevel?: number) =>
    [...toNHSHTML(stateOf(...tags.map(heading)), leadBy(WAYS), topLevel).matchAll(/<h(\d)/g)].map(
      ([, level]) => Number(level),
    )

  it.each([
    [['h2', 'h3', 'h2'], undefined, [2, 3, 2]],
    [['h3', 'h3'], undefined, [2, 2]],
    [['h1', 'h4'], undefined, [2, 3]],
    [['h2', 'h3'], 3, [3, 4]],
    [['script'], undefined, [2]],
  ])('of headings %j below level %s has no gap', (tags, topLevel, levels) =>
    expect(levelsOf(tags, topLevel)).toEqual(levels),
  )

  it('has tables', () => {
    const cell = (words: string, headerState = 0) =>
      node('tablecell', [paragraph(text(words))], { headerState })
    const html = toHTML(
      node('table', [node('tablerow', [cell('A', 1)]), node('tablerow', [cell('<b>')])]),
    )
    expect(html).toContain('<th scope="col"><p>A</p></th>')
    expect(html).toContain('<td><p>&lt;b&gt;</p></td>')
    expect(html).not.toContain('style=')
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
    ['www.example.org/a', 'https://www.example.org/a'],
    ['mentors@example.org', 'mailto:mentors@example.org'],
    ['/sign-up/mentor/', '/sign-up/mentor/'],
    ['/faq/#a', '/faq/#a'],
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
    '#_ftn1',
    'file:///C:/a.docx',
    '/no-such-page/',
    '//example.org',
    'https%3Arcp.example.org',
    '"><script>',
  ])('to %j is left out; its words stay, and somebody is told', (url) => {
    const leftOut: string[] = []
    const fields = { url, linkType: 'custom' }
    for (const type of ['link', 'autolink']) {
      const state = stateOf(paragraph(node(type, [text('Link')], { fields })))
      expect(
        toNHSHTML(
          state,
          leadBy(WAYS, (why) => leftOut.push(why)),
        ),
      ).toBe('<p>Link</p>')
    }
    expect(leftOut).toHaveLength(2)
    for (const why of leftOut) expect(why).toContain(`“${url}”`)
  })

  it('to a page is found by the page, and left out while it is not public', () => {
    const to = (value: unknown) =>
      toHTML(paragraph(link('', { linkType: 'internal', doc: { relationTo: 'pages', value } })))
    expect(to('p1')).toBe('<p><a href="/faq/">Link</a></p>')
    expect(to({ id: 'p1' })).toBe('<p><a href="/faq/">Link</a></p>')
    expect(to('draft')).toBe('<p>Link</p>')
  })

  it('in a new tab does not hand over this one', () => {
    expect(toHTML(paragraph(link('https://example.org', { newTab: true })))).toContain(
      'rel="noopener noreferrer" target="_blank"',
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { placeholdersIn, renderMail, withFooter, withLinks } from './render.ts'

const render = (body: string, values: Record<string, string> = {}) =>
  renderMail({ subject: 'Hello', body }, values)

const escaped = (value: string) =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>\n')

/** Text that tries to become something else. */
const MISCHIEF = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">',
  '[Click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  'https://evil.example',
  '**bold** _italic_ `code`',
  '# Heading\n\n- list\n\n> quote\n\n    code',
  '&lt;b&gt; &amp;',
  "$& $1 $' $`",
  '{{name}}',
  '{{other}}',
]

/** Anything a person could type, mischief more often than chance. */
const value = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...MISCHIEF, '\n', ' ')).map((parts) => parts.join('')),
)

describe('a value', () => {
  it('stands in the text as it was typed and in the HTML as text', () => {
    fc.assert(
      fc.property(value, (name) => {
        const mail = render('Dear **{{name}}**,\n\n- {{ name }}.', { name })
        expect(mail.text).toBe(`Dear ${name},\n\n- ${name}.`)
        expect(mail.html).toBe(
          `<p>Dear <strong>${escaped(name)}</strong>,</p>\n<ul>\n<li>${escaped(name)}.</li>\n</ul>\n`,
        )
      }),
    )
  })

  it.each(MISCHIEF)('makes no link, image or other element: %s', (name) => {
    const tags = render('Dear {{name}}', { name }).html.match(/<(?!br>)[^>]*>/g)
    expect(tags).toEqual(['<p>', '</p>'])
  })

  it.each([
    ['a link’s words', '[{{name}}](https://example.org)'],
    ['a link’s title', '[x](https://example.org "{{name}}")'],
    ['an image’s words', '![{{name}}](https://example.org)'],
    ['a code block’s language', '```{{name}}\nx\n```'],
    ['a bare address', 'https://example.org/{{name}}'],
  ])('cannot leave %s', (_, body) => {
    const { html } = render(body, { name: '"onload="<b>' })
    expect(html).not.toMatch(/"onload|<b>/)
    expect(html).toContain('&quot;onload=&quot;&lt;b&gt;')
  })

  it('is not taken for an address, even where the words make a link of it', () => {
    const { html } = render('[x]({{name}})', { name: 'javascript:alert(1)' })
    expect(html).not.toContain('javascript')
  })

  it('starts no new header', () => {
    fc.assert(
      fc.property(value, (name) => {
        const { subject } = renderMail({ subject: 'Hello {{name}}', body: 'x' }, { name })
        expect(subject).not.toMatch(/[\r\n\u2028\u2029]/)
        expect(subject).toBe(`Hello ${name}`.replace(/\s+/g, ' ').trim())
      }),
    )
    const name = 'A\r\nBcc: b@example.org'
    expect(renderMail({ subject: '{{name}}', body: 'x' }, { name }).subject).toBe(
      'A Bcc: b@example.org',
    )
  })
})

describe('a mail’s words', () => {
  it('become paragraphs, lists and links; the text keeps them but for the asterisks', () => {
    const { html, text } = render('**One**\ntwo\n\n- three\n\nhttps://example.org/a')
    expect(html).toBe(
      '<p><strong>One</strong><br>\ntwo</p>\n<ul>\n<li>three</li>\n</ul>\n' +
        '<p><a href="https://example.org/a">https://example.org/a</a></p>\n',
    )
    expect(text).toBe('One\ntwo\n\n- three\n\nhttps://example.org/a')
  })

  it('hold no HTML of their own', () => {
    expect(render('<b>x</b>').html).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>\n')
  })

  it('keep a placeholder that has no value, even one every object has', () => {
    const mail = render('{{link}} {{constructor}} {{toString}}', { name: 'x' })
    expect(mail.text).toBe('{{link}} {{constructor}} {{toString}}')
    expect(mail.html).toContain('{{link}} {{constructor}} {{toString}}')
  })

  it('can have a value that is empty', () => {
    expect(render('a{{name}}b', { name: '' }).text).toBe('ab')
  })
})

describe('placeholdersIn', () => {
  it.each([
    ['Hello {{name}}, see {{ link }}. Bye {{name}}', ['name', 'link']],
    ['{{a}}{{b}}', ['a', 'b']],
    ['{name} {{ }} {{a b}} {{a-b}} {{{a}}', ['a']],
    ['', []],
  ])('of %j are %j', (text, names) => {
    expect(placeholdersIn(text)).toEqual(names)
  })
})

describe('withLinks', () => {
  const mail = render('Hello {{name}}\n\n{{link}}', { name: 'Amina' })

  it('fills in the link: as it is in the text, to be clicked in the HTML', () => {
    const url = 'https://example.org/?token=a&b="c"'
    const filled = withLinks(mail, { link: url })
    expect(filled.text).toBe(`Hello Amina\n\n${url}`)
    expect(filled.html).toContain(
      '<p><a href="https://example.org/?token=a&amp;b=&quot;c&quot;">https://example.org/?token=a&amp;b=&quot;c&quot;</a></p>',
    )
  })

  it('leaves the subject and every other placeholder alone', () => {
    const other = { subject: '{{link}}', text: '{{other}}', html: '{{other}}' }
    expect(withLinks(other, { link: 'https://example.org' })).toEqual(other)
  })
})

it('a footer says how to stop messages like it, in both parts', () => {
  const mail = withFooter(render('Hello', {}), 'https://example.org/?a=1&b=2')
  expect(mail.text).toBe(
    'Hello\n\n--\nYou can stop reminders like this one: https://example.org/?a=1&b=2',
  )
  expect(mail.html).toContain('<a href="https://example.org/?a=1&amp;b=2">')
})

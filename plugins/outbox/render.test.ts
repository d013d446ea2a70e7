import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { placeholdersIn } from './markdown.ts'
import { renderMail } from './render.ts'

const render = (body: string, values: Record<string, string> = {}) =>
  renderMail({ subject: 'Hello', body }, { values })

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
  '{{link}}',
  '{{page}}',
  '\n{{link}}\n',
  'https://evil.example/?t={{link}}',
  '{{li',
  'nk}}',
  '{',
  'www.evil.example',
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
    ['a code block', '```\n{{name}}\n```'],
    ['code in a line', 'x `{{name}}`'],
    ['a bare address', 'https://example.org/{{name}}'],
  ])('cannot leave %s', (_, body) => {
    const { html } = render(body, { name: '"onload="<b>' })
    expect(html).not.toMatch(/"onload|<b>/)
    expect(html).toContain('&quot;onload=&quot;&lt;b&gt;')
  })

  it.each([
    ['a link’s title', '[x](https://example.org "{{name}}")'],
    ['an image’s words', '![{{name}}](https://example.org)'],
    ['a code block’s language', '```{{name}}\nx\n```'],
  ])('does not get into %s', (_, body) => {
    expect(render(body, { name: '"onload="<b>' }).html).not.toContain('onload')
  })

  it('is not taken for an address, even where the words make a link of it', () => {
    const { html } = render('[x]({{name}})', { name: 'javascript:alert(1)' })
    expect(html).not.toContain('javascript')
  })

  it('starts no new header', () => {
    fc.assert(
      fc.property(value, (name) => {
        const { subject } = renderMail(
          { subject: 'Hello {{name}}', body: 'x' },
          { values: { name } },
        )
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(subject).toBe(`Hello ${name}`.replace(/[\s\p{Cc}]+/gu, ' ').trim())
      }),
    )
    const name = 'A\r\nBcc: b@example.org'
    expect(renderMail({ subject: '{{name}}', body: 'x' }, { values: { name } }).subject).toBe(
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

describe('links', () => {
  const url = 'https://example.org/?token=a&b="c"'
  const join = (body: string, values: Record<string, string> = {}) =>
    renderMail({ subject: 'x', body }, { values, links: { link: url, page: `${url}2` } })

  it('stand as they are in the text, to be clicked in the HTML', () => {
    const mail = join('Hello {{name}}\n\n{{link}}', { name: 'Amina' })
    expect(mail.text).toBe(`Hello Amina\n\n${url}`)
    expect(mail.html).toContain(
      '<p><a href="https://example.org/?token=a&amp;b=&quot;c&quot;">https://example.org/?token=a&amp;b=&quot;c&quot;</a></p>',
    )
  })

  it('never stand in a subject', () => {
    const words = { subject: 'See {{link}}', body: 'x' }
    expect(renderMail(words, { values: {}, links: { link: url } }).subject).toBe('See {{link}}')
  })

  it.each([
    'https://evil.example/?t={{link}}',
    'x {**{link}**} y',
    '[a]({{link}})',
    '<https://evil.example/{{link}}>',
    'https://evil.example/?t=&#123;&#123;link&#125;&#125;',
    'https://evil.example/?t=\\{{link}}',
    '`https://evil.example/?t={{link}}`',
    '    https://evil.example/?t={{link}}',
    '| https://evil.example/?t={{link}} |\n| --- |\n| {{link}} |',
  ])('are part of no other address, whatever the words: %s', (body) => {
    const { html, text } = join(body)
    for (const line of text.split('\n')) {
      if (line.includes('token=')) expect(line.trim()).toBe(url)
    }
    expect(
      hrefs(html)
        .filter((one) => one !== url)
        .join(),
    ).not.toContain('token')
    // Outside its own anchor, which may have words of its own, the address of a link stands nowhere.
    const escapedURL = escaped(url)
    const rest = html
      .replaceAll(`<a href="${escapedURL}">${escapedURL}</a>`, '')
      .replaceAll(`<a href="${escapedURL}">a</a>`, '')
    expect(rest).not.toContain('token')
  })

  const words = fc.constantFrom(
    'Hello {{name}}, {{about}}\n\n{{link}}\n\n{{about}}{{name}}',
    '**{{name}}**\n{{link}}\n- {{about}}\n- {{name}}\n\n{{page}}',
    '{{about}}\n{{link}}\n{{about}}\n\nhttps://example.org/ours {{name}}',
    '# {{name}}\n\n> {{about}}\n\n{{page}}\n\n`{{name}}`',
    '{{name}}{{about}}\n{{page}}\n{{name}}',
  )
  const wanted = (body: string) =>
    [...body.matchAll(/\{\{link\}\}|\{\{page\}\}|https:\/\/example\.org\/ours/g)].map(([found]) =>
      found === '{{link}}' ? url : found === '{{page}}' ? `${url}2` : found,
    )

  it('are those of the words and no others, whatever the values', () => {
    fc.assert(
      fc.property(words, value, value, (body, name, about) => {
        const { html, text } = join(body, { name, about })
        expect(hrefs(html)).toEqual(wanted(body))
        const secret = (line: string) => line === url || line === `${url}2`
        expect(text.split('\n').filter(secret)).toEqual(wanted(body).filter(secret))
        // Taken away with their lines, no link is left in any other.
        expect(
          text
            .split('\n')
            .filter((line) => !secret(line))
            .join('\n'),
        ).not.toContain(url)
      }),
      { numRuns: 500 },
    )
  })
})

const hrefs = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) =>
    href!.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  )

it('an address to write to is a link, and only that', () => {
  const address = 'o.b"<x>?subject=a&cc=b@example.org'
  const { html, text } = renderMail(
    { subject: 'x', body: '{{details}}' },
    { values: { details: ['Email: ', { mailto: address }, '\n<b>'] } },
  )
  expect(text).toBe(`Email: ${address}\n<b>`)
  expect(hrefs(html)).toEqual(['mailto:o.b%22%3Cx%3E%3Fsubject%3Da%26cc%3Db@example.org'])
  expect(html).not.toContain('<b>')
})

it('a number to call is a link, if it is one', () => {
  const number = (tel: string) =>
    renderMail({ subject: 'x', body: '{{n}}' }, { values: { n: [{ tel }] } })
  expect(number('+44 (0)113 496 0000 ext. 12').text).toBe('+44 (0)113 496 0000 ext. 12')
  expect(hrefs(number('+44 (0)113 496 0000 ext. 12').html)).toEqual(['tel:+441134960000;ext=12'])
  expect(hrefs(number('07700 900 982').html)).toEqual(['tel:07700900982'])
  expect(number('"><b>ask me').html).toBe('<p>&quot;&gt;&lt;b&gt;ask me</p>\n')
})

describe('lines', () => {
  const details = {
    lines: [
      { label: 'Email', value: [{ mailto: 'omar@example.org' }] },
      { label: '<i>', value: 'Walking\n- <b>' },
    ],
  }
  const list =
    '<ul class="details">\n<li><strong>Email:</strong> <a href="mailto:omar@example.org">omar@example.org</a></li>\n' +
    '<li><strong>&lt;i&gt;:</strong> Walking<br>\n- &lt;b&gt;</li>\n</ul>\n'

  it('are lines of the text, and a list of the HTML where they stand alone', () => {
    const { html, text } = renderMail(
      { subject: 'x', body: 'Meet Omar.\n{{details}}\n\nBye {{name}}' },
      { values: { details, name: { lines: ['A', '<b>'] } } },
    )
    expect(text).toBe('Meet Omar.\nEmail: omar@example.org\n<i>: Walking\n- <b>\n\nBye A\n<b>')
    expect(html).toBe(`<p>Meet Omar.</p>\n${list}<p>Bye A<br>\n&lt;b&gt;</p>\n`)
  })

  it('without labels have the marks of a list', () => {
    const { html } = renderMail(
      { subject: 'x', body: '{{shared}}' },
      { values: { shared: { lines: ['You both <cook>.'] } } },
    )
    expect(html).toBe('<ul>\n<li>You both &lt;cook&gt;.</li>\n</ul>')
  })
})

describe('the button of a message', () => {
  const url = 'https://example.org/?token=a&b'
  const looks = {
    link: { text: 'Confirm <it>', isButton: true },
    page: { text: 'Go to your page', isButton: false },
    code: { isButton: false },
  }
  const join = (body: string, links: Record<string, string> = { link: url, page: `${url}2` }) =>
    renderMail({ subject: 'x', body }, { values: { other: '<Omar>' }, links }, looks)
  const button = (text: string) =>
    `<div class="button"><a href="https://example.org/?token=a&amp;b">${text}</a></div>\n`

  it('is the link that matters, wherever its line stands; another link says what it does', () => {
    const { html, text } = join('**Please:**\n{{link}}\nOr see\n\n{{page}}')
    expect(html).toBe(
      `<p><strong>Please:</strong></p>\n${button('Confirm &lt;it&gt;')}<p>Or see</p>\n` +
        '<p><a href="https://example.org/?token=a&amp;b2">Go to your page</a></p>\n',
    )
    expect(text).toBe(`Please:\n${url}\nOr see\n\n${url}2`)
  })

  it('has the words that editors give it, which stand above the address in the text', () => {
    const { html, text } = join('Hello\n\n[Write to {{other}}]({{ link }})')
    expect(`${html}\n`).toBe(`<p>Hello</p>\n${button('Write to &lt;Omar&gt;')}`)
    expect(text).toBe(`Hello\n\nWrite to <Omar>:\n${url}`)
    expect(join('[Have you met?]({{link}})').text).toBe(`Have you met?\n${url}`)
  })

  it.each(['x [Mine]({{link}})', '# [Mine]({{link}})', '[ ]({{link}})', '![Mine]({{link}})'])(
    'takes its words from no other line: %s',
    (body) => {
      const { html } = join(body)
      expect(html.match(/>[^<>]*<\/a>/g)).toEqual(['>Confirm &lt;it&gt;</a>'])
      expect(hrefs(html)).toEqual([url])
    },
  )

  it('is no code: that is something to read', () => {
    const { html } = join('{{code}}', { code: '123456' })
    expect(html).toBe('<p><strong class="code">123456</strong></p>\n')
  })
})

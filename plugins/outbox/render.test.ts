import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { asDocument, placeholdersIn, renderMail, withFooter } from './render.ts'

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
    // Outside its own anchor the address of a link stands nowhere.
    const escapedURL = escaped(url)
    const rest = html.replaceAll(`<a href="${escapedURL}">${escapedURL}</a>`, '')
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

it('is a whole document in one language, whose subject is its title, and which names no colours', () => {
  const mail = render('Hello {{name}}', { name: '</title><b>' })
  const { html, text } = asDocument({ ...mail, subject: '</title><b>' }, 'en-GB')
  expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/)
  expect(html).toContain('<title>&lt;/title&gt;&lt;b&gt;</title>')
  expect(html).toContain(mail.html)
  expect(html).not.toMatch(/<b>|[^-]color:|background/)
  expect(text).toBe(mail.text)
})

it('a footer says how to stop messages like it, in both parts', () => {
  const mail = withFooter(render('Hello', {}), 'https://example.org/?a=1&b=2', 'reminders')
  expect(mail.text).toBe(
    'Hello\n\n--\nYou can stop reminders like this one:\n\nhttps://example.org/?a=1&b=2',
  )
  expect(mail.html).toContain('<a href="https://example.org/?a=1&amp;b=2">')
})

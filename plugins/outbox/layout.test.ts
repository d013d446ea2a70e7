import path from 'node:path'

import { HtmlValidate } from 'html-validate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { firstSentence } from './first-sentence.ts'
import { inEnglish } from './languages/index.ts'
import { inLayout, type Surroundings } from './layout.ts'
import { coloursOf } from './look.ts'
import { renderMail } from './render.ts'

const LOOKS = { link: { text: 'Confirm', isButton: true } }
const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  look: { senderName: 'Peer mentors' },
  language: 'en-GB',
  say: inEnglish,
  ...more,
})
const BODY = `Hello {{name}},

Thank you. Here is **more**:

{{details}}

1. one
2. two

# Next

{{link}}

Questions? Write to team@example.org.`
const make = (more: Partial<Surroundings> = {}, name = 'Amina') =>
  inLayout(
    renderMail(
      { subject: 'Confirm', body: BODY },
      {
        values: {
          name,
          details: { lines: [{ label: 'Phone', value: [{ tel: '07700 900 982' }] }] },
        },
        links: { link: 'https://example.org/?token=a&b' },
      },
      LOOKS,
    ),
    around(more),
  )

/** What mail programs need that a page would not have. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'no-conditional-comment': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
    'text-content': 'off',
  },
})

describe('a message as it goes out', () => {
  it.each([
    ['plain', {}],
    [
      'with everything',
      {
        look: {
          senderName: 'Peer mentors',
          organisation: 'Example Trust',
          logoUrl: 'https://example.org/logo.png',
          colour: '#ffee00',
        },
        reason: 'You get this email because you have signed up.',
        stop: { url: 'https://example.org/?a=1&b=2', mails: 'reminders' },
        language: 'ar',
      },
    ],
  ] satisfies [string, Partial<Surroundings>][])('is valid HTML: %s', async (_, more) => {
    const { results } = await validator.validateString(make(more).html, path.resolve('mail.html'))
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
  })

  it('is in one language and direction, and its subject is its title', () => {
    const { html } = inLayout({ subject: '</title><b>', text: 'x', html: '<p>x</p>' }, around())
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">/)
    expect(html).toContain('<title>&lt;/title&gt;&lt;b&gt;</title>')
    expect(html).not.toContain('<b>')
    expect(make({ language: 'ar' }).html).toContain('<html lang="ar" dir="rtl">')
  })

  it('begins, unseen, with its first sentence, for lists of messages', () => {
    expect(make().html).toMatch(
      /<body[^>]*>\n<div style="display:none[^>]*>Thank you\. Here is more:&#847;/,
    )
  })

  it('has one button, a cell with a colour, which programs that know no padding show too', () => {
    const { html } = make()
    expect(html.match(/class="button"/g)).toHaveLength(1)
    expect(html).toMatch(
      /<td style="background-color:#005eb8[^"]*mso-padding-alt[^"]*"><a class="button-link" href="https:\/\/example\.org\/\?token=a&amp;b" style="[^"]*padding:14px 24px[^"]*color:#ffffff[^"]*">Confirm<\/a><\/td>/,
    )
  })

  it('takes nothing from elsewhere but the logo that the project names, if it is one', () => {
    const fetched = (html: string) => html.match(/(?:src=|url\(|<link|<script|@import|@font-face)/g)
    expect(fetched(make().html)).toBeNull()
    const logo = (logoUrl: string) =>
      fetched(make({ look: { senderName: 'x', logoUrl } }).html)?.length ?? 0
    expect(logo('https://example.org/logo.png')).toBe(1)
    expect(logo('javascript:alert(1)')).toBe(0)
    expect(logo('/logo.png')).toBe(0)
  })

  it('has words in place of the logo where pictures are off, which can be read on what is below', () => {
    const logo = (more: object) =>
      /<td class="logo" style="([^"]*)"><img [^>]*alt="([^"]*)" height="48" style="([^"]*)">/
        .exec(
          make({ look: { senderName: 'x', logoUrl: 'https://example.org/a.png', ...more } }).html,
        )!
        .slice(1)
    const [onWhite, none, words] = logo({})
    expect([onWhite, none, words]).toEqual([
      expect.stringContaining('background-color:#ffffff'),
      '',
      expect.stringContaining(';color:#212b32'),
    ])
    const own = { logoAlt: 'Trust “A” & "B"', isLogoOnColour: true }
    expect(logo({ ...own, colour: '#330072' })).toEqual([
      expect.stringContaining('background-color:#330072'),
      'Trust “A” &amp; &quot;B&quot;',
      expect.stringContaining(';color:#ffffff'),
    ])
    expect(logo({ ...own, colour: '#ffee00' })[2]).toContain(';color:#212b32')
  })

  it('says at its foot, in both parts, why one gets it and how to stop messages like it', () => {
    const stop = { url: 'https://example.org/?a=1&b=2', mails: 'reminders' }
    const reason = 'You <signed> up.'
    const mail = make({ reason, stop })
    expect(mail.text).toMatch(
      /\n\n--\nYou <signed> up\.\n\nYou can stop reminders like this one:\n\nhttps:\/\/example\.org\/\?a=1&b=2$/,
    )
    expect(mail.html).toContain('You &lt;signed&gt; up.')
    expect(mail.html).toContain('<a href="https://example.org/?a=1&amp;b=2"')
    expect(make().text).toMatch(/Write to team@example\.org\.$/)
  })

  it('stays as it is built, whatever people have typed', () => {
    const shape = (name: string) => make({}, name).html.match(/<(?!br>)[^>]*>/g)
    const expected = shape('Amina')
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</td></table>',
        '<div class="button"><a href="x">y</a></div>',
        '<p>',
        '<!--[if mso]>',
      ),
    )
    fc.assert(fc.property(typed, (name) => void expect(shape(name)).toEqual(expected)))
  })
})

it.each([
  ['#005eb8', '#ffffff', '#005eb8'],
  ['#ffee00', '#212b32', '#212b32'],
  ['#FFFFFF', '#212b32', '#212b32'],
  ['red;}', '#ffffff', '#005eb8'],
])('on %s stands %s, and links are %s', (colour, onColour, linkColour) => {
  expect(coloursOf({ senderName: 'x', colour })).toMatchObject({ onColour, linkColour })
})

it.each([
  [
    'Hello Amina,\n\nThank you. You have signed up\nas a mentor. We write soon.',
    'Thank you. You have signed up as a mentor.',
  ],
  [
    'Hello,\n\nGood news: we have a mentor\nfor you! Meet Omar.',
    'Good news: we have a mentor for you!',
  ],
  ['مرحبًا،\n\nشكرًا لك على التسجيل في البرنامج. المزيد', 'شكرًا لك على التسجيل في البرنامج.'],
  ['Hello,\n\nhttps://example.org/?token=a\n\nThis link is for you', 'This link is for you'],
  ['Write to a@example.org by 3.30 today. Bye', 'Write to a@example.org by 3.30 today.'],
  [`Hello,\n\n${'word '.repeat(60)}`, `${'word '.repeat(27)}word…`],
  ['Hello,', 'Hello,'],
  ['', ''],
])('of %j a list of messages shows %j', (text, shown) => {
  expect(firstSentence(text)).toBe(shown)
})

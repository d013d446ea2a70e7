import path from 'node:path'

import { HtmlValidate } from 'html-validate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { FORM_MAILS } from '../../programme/messages/form-mails.ts'
import { MAIL_TEMPLATES } from '../../programme/messages/templates.ts'
import { inEnglish } from '../../plugins/outbox/languages/index.ts'
import { sampleMail } from '../../plugins/outbox/sample-mail.ts'
import type { Look, MailTemplate } from '../../plugins/outbox/types.ts'
import { violations } from '../helpers/axe.ts'
import { launchBrowser } from '../helpers/browser.ts'

/** As long as a name and an address may be, in one word. */
const LONG = 'Wickramasinghe'.repeat(7)

const LOOK = {
  senderName: 'Peer mentor programme',
  organisation: 'Example Hospitals NHS Trust',
  reason: 'You get this email because you have signed up.',
}
/** One that can't be fetched, as where pictures are off. */
const WITH_LOGO = {
  ...LOOK,
  colour: '#007f3b',
  logoUrl: 'http://127.0.0.1:9/assets/mail-logo.png',
  logoAlt: 'Example Hospitals NHS Trust',
  isLogoOnColour: true,
}
const TEMPLATES: readonly MailTemplate[] = [...new Set([...MAIL_TEMPLATES, ...FORM_MAILS])]

const htmlOf = (template: MailTemplate, look: Look = LOOK): string =>
  sampleMail(template, template, { language: 'en-GB', optionalMails: 'reminders' }, inEnglish, look)
    .html

const withLongNames = (template: MailTemplate): MailTemplate => ({
  ...template,
  placeholders: Object.fromEntries(
    Object.entries(template.placeholders).map(([name, placeholder]) => [
      name,
      ['name', 'mentee', 'mentor', 'other'].includes(name)
        ? { ...placeholder, sample: LONG }
        : name === 'details'
          ? {
              ...placeholder,
              sample: { lines: [{ label: 'Email', value: [{ mailto: `${LONG}@example.org` }] }] },
            }
          : placeholder,
    ]),
  ),
})

/** A message stands in the page of a mail program, which has its landmarks and its headings. */
const OF_THE_PROGRAM = /^(landmark-one-main|page-has-heading-one|region):/

/** What mail programs need and pages do not. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'no-conditional-comment': 'off',
    'no-inline-style': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
  },
})

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the messages of the programme', () => {
  it('are valid HTML', async () => {
    const problems: string[] = []
    for (const template of TEMPLATES) {
      const { results } = await validator.validateString(htmlOf(template), path.resolve('x.html'))
      for (const { message, ruleId } of results.flatMap(({ messages }) => messages)) {
        problems.push(`${template.name}: ${message} (${ruleId})`)
      }
    }
    expect(problems).toEqual([])
  })

  it('have one button where there is something to open, and no naked address of a link', () => {
    for (const template of TEMPLATES) {
      const html = htmlOf(template)
      const links = Object.entries(template.placeholders).filter(
        ([name, { linkText }]) => linkText && template.body.includes(`{{${name}}}`),
      )
      const buttons = html.match(/class="button"/g) ?? []
      expect(buttons, template.name).toHaveLength(links.length > 0 ? 1 : 0)
      expect(html, template.name).not.toMatch(/>https:/)
    }
  })

  it.each(['light', 'dark'] as const)(
    'have no accessibility violation, %s',
    async (colorScheme) => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 800 } })
      const found: string[] = []
      for (const template of TEMPLATES) {
        await page.setContent(htmlOf(template))
        const all = await violations(page, 'body')
        found.push(
          ...all
            .filter((one) => !OF_THE_PROGRAM.test(one))
            .map((one) => `${template.name}: ${one}`),
        )
      }
      await page.close()
      expect(found).toEqual([])
    },
    120_000,
  )

  it('fit a narrow phone, with long names, wide spaces and large text, and ask for nothing', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    const complaints: string[] = []
    page.on('request', (request) => complaints.push(request.url()))
    for (const template of TEMPLATES) {
      await page.setContent(htmlOf(withLongNames(template)))
      for (const style of [
        '',
        // WCAG 2.2, success criterion 1.4.12
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
        ':root { zoom: 2 }',
      ]) {
        if (style) await page.addStyleTag({ content: style })
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (overflow > 0)
          complaints.push(`${template.name} is ${overflow} pixels too wide: ${style}`)
      }
    }
    await page.close()
    expect(complaints).toEqual([])
  })

  it.each(['light', 'dark'] as const)(
    'say whose they are where pictures are off, %s',
    async (colorScheme) => {
      const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } })
      await page.route('**/*', (route) => route.abort())
      await page.setContent(htmlOf(TEMPLATES[0]!, WITH_LOGO))
      const logo = page.getByRole('img', { name: 'Example Hospitals NHS Trust' })
      const { height, width } = (await logo.boundingBox())!
      expect([height, width > 40]).toEqual([48, true])
      const found = await violations(page, 'body')
      expect(found.filter((one) => !OF_THE_PROGRAM.test(one))).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
      await page.close()
    },
  )

  it('are as wide as lines can be read on a laptop', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    for (const template of TEMPLATES) {
      await page.setContent(htmlOf(template))
      const width = await page
        .locator('.sheet')
        .evaluate((sheet) => sheet.getBoundingClientRect().width)
      expect(width, template.name).toBeLessThanOrEqual(600)
    }
    await page.close()
  })
})

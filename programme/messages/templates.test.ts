import { describe, expect, it } from 'vitest'

import { checkBody, checkSubject, linksOf } from '../../plugins/outbox/check-words.ts'
import { placeholdersIn } from '../../plugins/outbox/markdown.ts'
import { renderMail } from '../../plugins/outbox/render.ts'
import { sampleMail } from '../../plugins/outbox/sample-mail.ts'
import type { MailTemplate } from '../../plugins/outbox/types.ts'
import { FORM_MAILS } from './form-mails.ts'
import { COMMON } from './placeholders.ts'
import { MAIL_TEMPLATES } from './templates.ts'

// Those of further forms are there only with such a form.
const TEMPLATES: readonly MailTemplate[] = [...new Set([...MAIL_TEMPLATES, ...FORM_MAILS])]

it('every message has a name of its own', () => {
  expect(new Set(TEMPLATES.map(({ name }) => name)).size).toBe(TEMPLATES.length)
})

it('the mail to an address nobody has confirmed repeats nothing a stranger typed', () => {
  const offeredBy = (wanted: string) =>
    Object.keys(TEMPLATES.find(({ name }) => name === wanted)!.placeholders).sort()
  expect(offeredBy('confirmSignUp')).toEqual(['contact', 'link', 'role'])
  expect(offeredBy('confirmForm')).toEqual(['contact', 'form', 'link'])
})

it('every secret link is known as one, so that it stands on a line of its own', () => {
  for (const { placeholders } of TEMPLATES) {
    for (const name of ['link', 'page']) {
      if (placeholders[name]) expect(placeholders[name].isLink).toBe(true)
    }
  }
})

describe.each(TEMPLATES)('$name', ({ name, subject, body, placeholders }) => {
  const template = TEMPLATES.find((one) => one.name === name)!

  it('starts with words that editors could publish', () => {
    expect(checkSubject(template, subject)).toBe(true)
    expect(checkBody(template, body)).toBe(true)
    expect(subject.length).toBeLessThan(150)
    expect(body.length).toBeLessThan(5000)
  })

  it('has a sample for every placeholder', () => {
    const {
      html,
      subject: title,
      text,
    } = sampleMail(
      TEMPLATES.find((template) => template.name === name)!,
      { subject, body },
    )
    expect(title + text + html).not.toContain('{{')
  })

  it('uses every placeholder that is its own, and none it does not offer', () => {
    const used = new Set([...placeholdersIn(subject), ...placeholdersIn(body)])
    const offered = Object.keys(placeholders)
    expect(offered).toEqual(expect.arrayContaining([...used]))
    // What every mail about a match may name, it need not.
    const own = offered.filter((placeholder) => !Object.hasOwn(COMMON, placeholder))
    expect([...used]).toEqual(expect.arrayContaining(own))
  })

  it('greets by name, if there is one to use, and says whom to ask', () => {
    const all = Object.keys(placeholders)
    const values = Object.fromEntries(all.map((key) => [key, `<${key}>`]))
    const links = Object.fromEntries(linksOf(template).map((key) => [key, `<${key}>`]))
    const mail = renderMail({ subject, body }, { values, links })
    expect(mail.text).toMatch(placeholders.name ? /^Hello <name>,\n/ : /^Hello,\n/)
    expect(mail.text).toContain('<contact>')
    expect(mail.text).not.toMatch(/\{\{|\*\*/)
    expect(mail.html).not.toMatch(/\{\{|\*\*/)
    expect(mail.subject).not.toContain('{{')
  })
})

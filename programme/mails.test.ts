import { describe, expect, it } from 'vitest'

import { placeholdersIn, renderMail } from '../plugins/mail-outbox/render.ts'
import { sampleMail } from '../plugins/mail-outbox/sample-mail.ts'
import type { MailTemplate } from '../plugins/mail-outbox/types.ts'
import { wordingGlobal } from '../plugins/mail-outbox/wording-global.ts'
import { COMMON } from '../plugins/mentoring/mails/placeholders.ts'
import { MAIL_TEMPLATES } from './mails.ts'

const TEMPLATES: readonly MailTemplate[] = MAIL_TEMPLATES

const wording = wordingGlobal({
  templates: TEMPLATES,
  access: { readMails: () => false, editWording: () => false },
  hidden: { mails: () => false, wording: () => false },
  secretLinks: {},
})
const groups: any[] = (wording.fields[0] as any).tabs
  .flatMap((tab: any) => tab.fields)
  .flatMap((collapsible: any) => collapsible.fields)

it('every message has a name of its own', () => {
  expect(new Set(TEMPLATES.map(({ name }) => name)).size).toBe(TEMPLATES.length)
})

it('the mail to an address nobody has confirmed repeats nothing a stranger typed', () => {
  const { placeholders } = TEMPLATES.find(({ name }) => name === 'confirmSignUp')!
  expect(Object.keys(placeholders).sort()).toEqual(['contact', 'link', 'role'])
})

it('no secret link can stand in a subject, which is stored as it is sent', () => {
  for (const { placeholders } of TEMPLATES) {
    for (const name of ['link', 'page']) {
      if (placeholders[name]) expect(placeholders[name].isBodyOnly).toBe(true)
    }
  }
})

describe.each(TEMPLATES)('$name', ({ name, subject, body, placeholders }) => {
  it('starts with words that editors could save', () => {
    const fields: any[] = groups
      .find((group) => group.name === name)
      .fields.filter((field: any) => field.type !== 'ui')
    const words: Record<string, string> = { subject, body }
    expect(fields.map((field) => [field.name, field.validate(words[field.name])])).toEqual([
      ['subject', true],
      ['body', true],
    ])
    for (const field of fields) expect(words[field.name]!.length).toBeLessThan(field.maxLength)
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
    const values = Object.fromEntries(Object.keys(placeholders).map((key) => [key, `<${key}>`]))
    const mail = renderMail({ subject, body }, values)
    expect(mail.text).toMatch(placeholders.name ? /^Hello <name>,\n/ : /^Hello,\n/)
    expect(mail.text).toContain('<contact>')
    expect(mail.text).not.toMatch(/\{\{|\*\*/)
    expect(mail.html).not.toMatch(/\{\{|\*\*/)
    expect(mail.subject).not.toContain('{{')
  })
})

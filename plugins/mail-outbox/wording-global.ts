import type { GlobalConfig, Tab, TextareaFieldValidation, TextFieldSingleValidation } from 'payload'

import { placeholdersIn, renderMail } from './render.ts'
import type { MailOutboxOptions, MailTemplate } from './types.ts'

/** The words of every message, one tab each, checked for their placeholders on save. */
export const wordingGlobal = ({ access, hidden, templates }: MailOutboxOptions): GlobalConfig => ({
  slug: 'mail-wording',
  label: 'Emails',
  access: { read: access.editWording, update: access.editWording },
  admin: {
    group: 'Public site',
    hideAPIURL: true,
    hidden: hidden.wording,
    description: 'The words of the emails. Changes apply to emails written from now on.',
  },
  fields: [{ type: 'tabs', tabs: templates.map(templateTab) }],
})

const templateTab = (template: MailTemplate): Tab => ({
  name: template.name,
  label: template.label,
  description: template.description,
  fields: [
    {
      name: 'subject',
      type: 'text',
      required: true,
      maxLength: 150,
      validate: ((value) => checkSubject(template, value)) as TextFieldSingleValidation,
    },
    {
      name: 'body',
      type: 'textarea',
      label: 'Message',
      required: true,
      maxLength: 5000,
      admin: { rows: 16, description: `You can use: ${describe(template)}.` },
      validate: ((value) => checkBody(template, value)) as TextareaFieldValidation,
    },
  ],
})

/** `true` when these words can be the subject of the message, else what is wrong. */
export const checkSubject = (
  template: MailTemplate,
  value: string | null | undefined,
): string | true => {
  if (!value?.trim()) return 'Enter a subject'
  const bodyOnly = placeholdersIn(value).find((name) => template.placeholders[name]?.isBodyOnly)
  return bodyOnly
    ? `Put {{${bodyOnly}}} in the message, not in the subject`
    : knownOnly(template, value)
}

/** `true` when these words can be the body of the message, else what is wrong. */
export const checkBody = (
  template: MailTemplate,
  value: string | null | undefined,
): string | true => {
  if (!value?.trim()) return 'Enter a message'
  const known = knownOnly(template, value)
  if (known !== true) return known
  // Markdown encodes an address before it is filled in: such a link would lead nowhere.
  if (renderMail({ subject: '', body: value }, {}).html.includes('%7B%7B')) {
    return 'Put {{…}} in the text, not in the address of a link'
  }
  const missing = Object.keys(template.placeholders).filter(
    (name) => template.placeholders[name]!.required && !placeholdersIn(value).includes(name),
  )
  return (
    missing.length === 0 ||
    `Put ${missing.map((name) => `{{${name}}}`).join(' and ')} in the message`
  )
}

const knownOnly = (template: MailTemplate, value: string): string | true => {
  const unknown = placeholdersIn(value).filter(
    (name) => !Object.hasOwn(template.placeholders, name),
  )
  return (
    unknown.length === 0 ||
    `${unknown.map((name) => `{{${name}}}`).join(' and ')} can’t be used here. You can use: ${describe(template)}`
  )
}

const describe = ({ placeholders }: MailTemplate): string =>
  Object.entries(placeholders)
    .map(([name, { says }]) => `{{${name}}} (${says})`)
    .join(', ')

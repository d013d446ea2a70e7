import { findMixed } from './own-lines.ts'
import { placeholdersIn, renderMail } from './render.ts'
import type { MailTemplate } from './types.ts'

/** `true` when these words can be the subject of the message, else what is wrong. */
export const checkSubject = (
  template: MailTemplate,
  value: string | null | undefined,
): string | true => {
  if (!value?.trim()) return 'Enter a subject'
  const bodyOnly = placeholdersIn(value).find((name) => {
    const placeholder = template.placeholders[name]
    return placeholder?.isBodyOnly || placeholder?.isLink
  })
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
  const { html } = renderMail({ subject: '', body: value }, { values: {} })
  if (html.includes('%7B%7B')) return 'Put {{…}} in the text, not in the address of a link'
  const mixed = findMixed(value, linksOf(template))
  if (mixed) return `Put {{${mixed}}} on a line of its own, with nothing before or after it`
  const missing = Object.keys(template.placeholders).filter(
    (name) => template.placeholders[name]!.required && !placeholdersIn(value).includes(name),
  )
  return (
    missing.length === 0 ||
    `Put ${missing.map((name) => `{{${name}}}`).join(' and ')} in the message`
  )
}

/** The placeholders of a message that are links. */
export const linksOf = ({ placeholders }: MailTemplate): string[] =>
  Object.keys(placeholders).filter((name) => placeholders[name]!.isLink)

const knownOnly = (template: MailTemplate, value: string): string | true => {
  const unknown = placeholdersIn(value).filter(
    (name) => !Object.hasOwn(template.placeholders, name),
  )
  return (
    unknown.length === 0 ||
    `${unknown.map((name) => `{{${name}}}`).join(' and ')} can’t be used here. The list above says what you can use.`
  )
}

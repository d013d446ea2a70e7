import { inEnglish, type Say } from './languages/index.ts'
import { placeholdersIn } from './markdown.ts'
import { findMixed, replaceNamed } from './own-lines.ts'
import { renderMail } from './render.ts'
import type { MailTemplate, Words } from './types.ts'

/** `true` when these words can be the subject of the message, else what is wrong. */
export const checkSubject = (
  template: MailTemplate,
  value: string | null | undefined,
  say: Say = inEnglish,
): string | true => {
  if (!value?.trim()) return say('noSubject')
  const bodyOnly = placeholdersIn(value).find((name) => {
    const placeholder = template.placeholders[name]
    return placeholder?.isBodyOnly || placeholder?.isLink
  })
  return bodyOnly
    ? say('notInSubject', { placeholder: written(bodyOnly) })
    : knownOnly(template, value, say)
}

/** `true` when these words can be the body of the message, else what is wrong. */
export const checkBody = (
  template: MailTemplate,
  value: string | null | undefined,
  say: Say = inEnglish,
): string | true => {
  if (!value?.trim()) return say('noBody')
  const known = knownOnly(template, value, say)
  if (known !== true) return known
  // A link may be given its words: that is taken apart before Markdown is read.
  const body = replaceNamed(value, linksOf(template), ({ name }) => written(name))
  // Markdown encodes an address before it is filled in: such a link would lead nowhere.
  const { html } = renderMail({ subject: '', body }, { values: {} })
  if (html.includes('%7B%7B')) return say('notInAddress', { placeholder: written('…') })
  const mixed = findMixed(body, linksOf(template))
  if (mixed) return say('notAlone', { placeholder: written(mixed) })
  const missing = Object.keys(template.placeholders).filter(
    (name) => template.placeholders[name]!.required && !placeholdersIn(value).includes(name),
  )
  return missing.length === 0 || say('missing', { placeholders: listed(missing, say) })
}

/** What is wrong with these words of a message; nothing when they can go out. */
export const problemIn = (
  template: MailTemplate,
  { body, subject }: Words,
  say: Say = inEnglish,
): string | undefined =>
  [checkSubject(template, subject, say), checkBody(template, body, say)].find(
    (verdict) => verdict !== true,
  )

/** The placeholders of a message that are links. */
export const linksOf = ({ placeholders }: MailTemplate): string[] =>
  Object.keys(placeholders).filter((name) => placeholders[name]!.isLink)

const knownOnly = (template: MailTemplate, value: string, say: Say): string | true => {
  const unknown = placeholdersIn(value).filter(
    (name) => !Object.hasOwn(template.placeholders, name),
  )
  return unknown.length === 0 || say('unknown', { placeholders: listed(unknown, say) })
}

/** As it stands in the words. */
const written = (name: string): string => `{{${name}}}`

const listed = (names: string[], { locale }: Say): string =>
  new Intl.ListFormat(locale).format(names.map(written))

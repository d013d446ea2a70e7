import { escapeHtml, type Environment, fill, markdown } from './markdown.ts'
import { inOwnParagraphs, onOwnLines, replaceNamed } from './own-lines.ts'
import type { MailTemplate, Value, Words } from './types.ts'
import { isList, listInHtml, valueInHtml, valueInText } from './values.ts'

/** A mail's parts. The HTML is what becomes of its words, without the document round it. */
export type RenderedMail = { subject: string; text: string; html: string }

/** What is joined with a message's words. */
export type Filling = {
  values: Record<string, Value>
  /** Addresses of secret links, by placeholder. */
  links?: Record<string, string>
}

/** What the links of a message say where editors have not said it, and which of them is its button. */
export type LinkLooks = Record<string, { text?: string; isButton: boolean }>

/**
 * Joins a message's words with its values and links, once: what was filled in is not looked at again,
 * so a value can't become a placeholder, markup, a link, or part of one. A link stands on a line of
 * its own, wherever the words have it. A placeholder that has no value stays as it is.
 *
 * @param words subject and body (Markdown) with `{{placeholders}}`
 *
 * @example
 * renderMail({ subject: 'Hello', body: '**Dear {{name}}**' }, { values: { name: 'Amina' } }).text
 * // 'Dear Amina'
 */
export const renderMail = (
  words: Words,
  { values, links = {} }: Filling,
  looks: LinkLooks = {},
): RenderedMail => {
  const names = Object.keys(links)
  const value = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined)
  const inText = (name: string) => {
    const given = value(name)
    return given === undefined ? undefined : valueInText(given)
  }
  return {
    // A line break in a subject would start a new mail header.
    subject: fill(words.subject, inText)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    text: fill(textOf(words.body, names), (name) =>
      Object.hasOwn(links, name) ? links[name] : inText(name),
    ),
    html: htmlOf(words.body, { values, links }, looks, inText),
  }
}

/** What the links of a message say, by its record. */
export const looksOf = ({ placeholders }: MailTemplate): LinkLooks => {
  const links = Object.entries(placeholders).filter(([, { isLink }]) => isLink)
  const [main] =
    links.find(([, { isButton }]) => isButton) ?? links.find(([, { linkText }]) => linkText) ?? []
  return Object.fromEntries(
    links.map(([name, { linkText }]) => [name, { text: linkText, isButton: name === main }]),
  )
}

/** The body as the text part has it: without the stars of bold, and with a link under its words. */
const textOf = (body: string, names: string[]): string => {
  const named = replaceNamed(
    body,
    names,
    ({ name, words }) => `${/[.!?؟:]$/.test(words) ? words : `${words}:`}\n{{${name}}}`,
  )
  return onOwnLines(named.replace(/\*\*(.+?)\*\*/g, '$1'), names)
}

const htmlOf = (
  body: string,
  { links = {}, values }: Filling,
  looks: LinkLooks,
  inText: (name: string) => string | undefined,
): string => {
  const names = Object.keys(links)
  const said: Record<string, string> = {}
  const plain = replaceNamed(body, names, ({ name, words }) => {
    said[name] ??= fill(words, inText)
    return `{{${name}}}`
  })
  const isLink = (name: string) => Object.hasOwn(links, name)
  const link = (name: string) => anchor(links[name]!, said[name] ?? looks[name]?.text)
  const lists = Object.keys(values).filter((name) => isList(values[name]))
  const environment: Environment = {
    fillIn: (name, isAlone) => {
      if (isLink(name)) return isAlone ? link(name) : ''
      return Object.hasOwn(values, name) ? valueInHtml(values[name]!) : undefined
    },
    blockOf: (name) => {
      if (isLink(name))
        return isButton(name) ? `<div class="button">${link(name)}</div>` : undefined
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      return isList(value) ? listInHtml(value) : undefined
    },
  }
  const isButton = (name: string) => looks[name]?.isButton && URL.canParse(links[name]!)
  return markdown.render(
    inOwnParagraphs(onOwnLines(plain, names), [...names, ...lists]),
    environment,
  )
}

const anchor = (url: string, text: string = url): string =>
  // A code is made at the moment of sending like a link, and is no address.
  URL.canParse(url)
    ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`
    : `<strong class="code">${escapeHtml(url)}</strong>`

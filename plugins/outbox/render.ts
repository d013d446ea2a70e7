import MarkdownIt from 'markdown-it'

import { inEnglish, type Say } from './languages/index.ts'
import { onOwnLines } from './own-lines.ts'
import type { Value } from './types.ts'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
const { escapeHtml } = markdown.utils

/** A mail's parts, ready to send. */
export type RenderedMail = { subject: string; text: string; html: string }

/** What is joined with a message's words. */
export type Filling = {
  values: Record<string, Value>
  /** Addresses of secret links, by placeholder. */
  links?: Record<string, string>
}

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g

/**
 * Names of the placeholders in a text, in order, each once.
 *
 * @example placeholdersIn('Hello {{name}}, see {{link}}') // ['name', 'link']
 */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1]!)),
]

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
  words: { subject: string; body: string },
  { values, links = {} }: Filling,
): RenderedMail => {
  const names = Object.keys(links)
  const linkOrValue = (
    name: string,
    link: (url: string) => string,
    write: (piece: Piece) => string,
  ) => (Object.hasOwn(links, name) ? link(links[name]!) : valueOf(values, name, write))
  return {
    // A line break in a subject would start a new mail header.
    subject: fill(words.subject, (name) => valueOf(values, name, plain))
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    text: fill(onOwnLines(words.body.replace(/\*\*(.+?)\*\*/g, '$1'), names), (name) =>
      linkOrValue(name, (url) => url, plain),
    ),
    html: markdown.render(onOwnLines(words.body, names), {
      fillIn: (name, isAlone) => linkOrValue(name, (url) => (isAlone ? anchor(url) : ''), inHtml),
    } satisfies Environment),
  }
}

/**
 * Adds to a mail that people can stop how they do.
 *
 * @param mails what such mails are called, in the plural
 * @param say what says it in the language of the mail
 */
export const withFooter = (
  mail: RenderedMail,
  url: string,
  mails?: string,
  say: Say = inEnglish,
): RenderedMail => {
  const called = mails ?? say('emails')
  const link = { from: `<a href="${escapeHtml(url)}">`, to: '</a>' }
  return {
    subject: mail.subject,
    text: `${mail.text}\n\n--\n${say('stop', { mails: called })}\n\n${url}`,
    html: `${mail.html}\n<hr>\n<p><small>${say('stopLink', { mails: escapeHtml(called), ...link })}</small></p>`,
  }
}

/**
 * Makes the HTML of a mail a whole document, with a language and a look. It names no colours, so that
 * mail programs show it light or dark as they are set.
 */
export const asDocument = <Mail extends RenderedMail>(
  mail: Mail,
  language: string = 'en',
): Mail => ({
  ...mail,
  html: `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(mail.subject)}</title>
<base target="_blank">
</head>
<body style="margin:0;padding:16px;font-family:Arial,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto;overflow-wrap:anywhere">
${mail.html}</div>
</body>
</html>
`,
})

/** What the renderer is handed with a body: what stands for a placeholder, alone on its line or not. */
type Environment = { fillIn: (name: string, isAlone: boolean) => string | undefined }

/** Filled in where text is written, after Markdown was read: never in an address. */
const write = (content: string, env: object | undefined, isAlone: boolean): string =>
  fill(escapeHtml(content), (name) => (env as Environment).fillIn(name, isAlone))

const ALONE = /^\s*\{\{\s*\w+\s*\}\}\s*$/

const { rules } = markdown.renderer
rules.text = (tokens, index, _options, env) => {
  const { content } = tokens[index]!
  const isBreak = (token: (typeof tokens)[number] | undefined) =>
    !token || token.type === 'softbreak' || token.type === 'hardbreak'
  const isAlone = ALONE.test(content) && isBreak(tokens[index - 1]) && isBreak(tokens[index + 1])
  return write(content, env, isAlone)
}
rules.code_inline = (tokens, index, _options, env) =>
  `<code>${write(tokens[index]!.content, env, false)}</code>`
rules.code_block = rules.fence = (tokens, index, _options, env) =>
  `<pre><code>${tokens[index]!.content.split('\n')
    .map((line) => write(line, env, ALONE.test(line)))
    .join('\n')}</code></pre>\n`

const anchor = (url: string): string => {
  const escaped = escapeHtml(url)
  // A code is made at the moment of sending like a link, and is no address.
  return URL.canParse(url) ? `<a href="${escaped}">${escaped}</a>` : `<strong>${escaped}</strong>`
}

type Piece = string | { mailto: string }

const valueOf = (
  values: Record<string, Value>,
  name: string,
  write: (piece: Piece) => string,
): string | undefined =>
  Object.hasOwn(values, name) ? [values[name]!].flat().map(write).join('') : undefined

const plain = (piece: Piece): string => (typeof piece === 'string' ? piece : piece.mailto)

const inHtml = (piece: Piece): string => {
  if (typeof piece === 'string') return escapeHtml(piece).replaceAll('\n', '<br>\n')
  const address = piece.mailto.split('@').map(encodeURIComponent).join('@')
  return `<a href="mailto:${escapeHtml(address)}">${escapeHtml(piece.mailto)}</a>`
}

const fill = (text: string, valueFor: (name: string) => string | undefined): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => valueFor(name) ?? whole)

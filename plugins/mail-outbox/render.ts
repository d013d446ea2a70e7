import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })

/** A mail's parts, ready to send. */
export type RenderedMail = { subject: string; text: string; html: string }

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
 * Fills a message's words with values: the plain-text part and the HTML part from one source.
 * Values are text, never Markdown or HTML: what an applicant typed can't become a link or a tag.
 * A placeholder without a value stays as it is, so that it can be filled in later.
 *
 * @param words subject and body (Markdown) with `{{placeholders}}`
 *
 * @example
 * renderMail({ subject: 'Hello', body: '**Dear {{name}}**' }, { name: 'Amina' }).text // 'Dear Amina'
 */
export const renderMail = (
  words: { subject: string; body: string },
  values: Record<string, string>,
): RenderedMail => ({
  // A line break in a subject would start a new mail header.
  subject: fill(words.subject, values).replace(/\s+/g, ' ').trim(),
  text: fill(words.body.replace(/\*\*(.+?)\*\*/g, '$1'), values),
  html: fill(markdown.render(words.body), values, (value) =>
    markdown.utils.escapeHtml(value).replaceAll('\n', '<br>\n'),
  ),
})

/**
 * Fills in the links that a stored mail was kept without; see `secretLinks` in the plugin's options.
 *
 * @param urls addresses by placeholder
 */
export const withLinks = (mail: RenderedMail, urls: Record<string, string>): RenderedMail => ({
  subject: mail.subject,
  text: fill(mail.text, urls),
  html: fill(mail.html, urls, (value) => {
    const escaped = markdown.utils.escapeHtml(value)
    return `<a href="${escaped}">${escaped}</a>`
  }),
})

/** Adds to a mail that people can stop how they do. */
export const withFooter = (mail: RenderedMail, url: string): RenderedMail => ({
  subject: mail.subject,
  text: `${mail.text}\n\n--\nYou can stop reminders like this one: ${url}`,
  html: `${mail.html}\n<hr>\n<p><small>You can <a href="${markdown.utils.escapeHtml(url)}">stop reminders like this one</a>.</small></p>`,
})

const fill = (
  text: string,
  values: Record<string, string>,
  encode: (value: string) => string = (value) => value,
): string =>
  text.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? encode(values[name]!) : whole,
  )

import nunjucks from 'nunjucks'

import { SENTENCES } from '../words/index.ts'

/** What a template is rendered with, as Nunjucks gives it to its filters. */
export type Rendering = { lookup: (name: string) => unknown }

type Filled = Record<string, unknown>

/** HTML that is safe to print, which Nunjucks escapes no more. */
type Markup = InstanceType<typeof nunjucks.runtime.SafeString>

/**
 * A fixed sentence, as the editors have it or else as it came. Text, which is escaped where it is printed: markup is
 * what templates fill in, by `strong` and `linkTo`.
 *
 * @param filled what is filled in, by name
 * @throws Error when there is no such sentence, or the template has no content; a macro of a part is imported
 *   `with context`
 * @example {{ "signUp.step" | words(number=2, count=5) }} // Page 2 of 5
 */
export function words(this: Rendering, key: string, filled: Filled = {}): Markup | string {
  return fill(textOf(this, key), filled)
}

/** Says a sentence that is given no markup. */
export type Say = (key: string, filled?: Record<string, number | string>) => string

/** What says the sentences of a page, for what works out what a template prints. */
export const sayIn =
  (rendering: Rendering): Say =>
  (key, filled = {}) =>
    String(fill(textOf(rendering, key), filled))

const textOf = (rendering: Rendering, key: string): string => {
  const cms = rendering.lookup('cms') as { words: Record<string, string> } | undefined
  const sentence = SENTENCES.get(key)
  if (!sentence) throw new Error(`There is no sentence “${key}” in site/words.`)
  if (!cms) throw new Error(`“${key}”: import the macro “with context”.`)
  return Object.hasOwn(cms.words, key) ? cms.words[key]! : sentence.words
}

/** Text in bold. */
export const strong = (text: unknown): Markup => markup(`<strong>${escaped(text)}</strong>`)

/**
 * Text as a link, inside a sentence.
 *
 * @example {{ "confirm.wrong" | words(link="confirm.wrongLink" | words | linkTo("/sign-up/")) }}
 */
export const linkTo = (text: unknown, href: string): Markup =>
  markup(`<a href="${escaped(href)}">${escaped(text)}</a>`)

const fill = (text: string, filled: Filled): Markup | string => {
  const hasMarkup = Object.values(filled).some(isMarkup)
  const print = hasMarkup ? escaped : String
  // The odd pieces are the names of what is filled in.
  const made = text
    .split(/\{\{(\w+)\}\}/)
    .map((piece, place) => (place % 2 === 0 ? print(piece) : print(filled[piece] ?? '')))
    .join('')
  return hasMarkup ? markup(made) : made
}

const { SafeString } = nunjucks.runtime

const isMarkup = (value: unknown): value is Markup => value instanceof SafeString

const markup = (html: string): Markup => new SafeString(html)

/** As Nunjucks escapes what it prints. */
const escaped = (value: unknown): string =>
  isMarkup(value) ? value.toString() : String(value).replace(/[&"'<>\\]/g, (sign) => ESCAPES[sign]!)

const ESCAPES: Record<string, string> = {
  ...{ '&': '&amp;', '"': '&quot;', "'": '&#39;', '<': '&lt;', '>': '&gt;', '\\': '&#92;' },
}

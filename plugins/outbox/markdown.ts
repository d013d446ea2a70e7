import MarkdownIt from 'markdown-it'

/** What stands for a placeholder of the words. */
export type Environment = {
  /** Among other words. `isAlone`: there are none beside it on its line. */
  fillIn: (name: string, isAlone: boolean) => string | undefined
  /** Instead of a paragraph that is nothing but the placeholder; nothing when it stays a paragraph. */
  blockOf: (name: string) => string | undefined
}

/** Words of a message become HTML here, without any of their own. */
export const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })

export const { escapeHtml } = markdown.utils

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g

const ALONE = /^\s*\{\{\s*(\w+)\s*\}\}\s*$/

/** Fills placeholders once; one without a value stays as it is. */
export const fill = (text: string, valueFor: (name: string) => string | undefined): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => valueFor(name) ?? whole)

/**
 * Names of the placeholders in a text, in order, each once.
 *
 * @example placeholdersIn('Hello {{name}}, see {{link}}') // ['name', 'link']
 */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1]!)),
]

/** Only code fills the environment. */
const environment = (env: object | undefined): Environment => env as Environment

/** Filled in where text is written, after Markdown was read: never in an address. */
const write = (content: string, env: object | undefined, isAlone: boolean): string =>
  fill(escapeHtml(content), (name) => environment(env).fillIn(name, isAlone))

markdown.core.ruler.push('blocks', ({ env, tokens }) => {
  for (const [index, { children, type }] of tokens.entries()) {
    const [only, ...others] = type === 'inline' ? (children ?? []) : []
    const name = others.length === 0 && only?.type === 'text' && ALONE.exec(only.content)?.[1]
    const opening = tokens[index - 1]
    if (!name || opening?.type !== 'paragraph_open') continue
    const block = environment(env).blockOf(name)
    if (block === undefined) continue
    // Its own paragraph would be torn apart by what stands in it.
    opening.hidden = tokens[index + 1]!.hidden = true
    only.meta = { block }
  }
})

const { rules } = markdown.renderer
rules.text = (tokens, index, _options, env) => {
  const { content, meta } = tokens[index]!
  const block = (meta as { block?: string } | null)?.block
  if (block !== undefined) return block
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

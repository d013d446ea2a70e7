import { Config, type HtmlElement, Parser } from 'html-validate'

const config = await Config.defaultConfig().resolve()

/**
 * Reads HTML as a tree, to look at what a page says rather than at how it is written. The values of
 * attributes and the texts stay escaped, as they are in the source.
 */
export const parse = (html: string): HtmlElement => new Parser(config).parseHtml(html)

/** The value of an attribute, `''` when it is empty, `undefined` when it is not there. */
export const attribute = (element: HtmlElement | null, name: string): string | undefined => {
  const found = element?.getAttribute(name)
  return found ? String(found.value ?? '') : undefined
}

/** Every value an attribute has on a page. */
export const attributes = (root: HtmlElement, name: string): string[] =>
  root.querySelectorAll(`[${name}]`).map((element) => attribute(element, name) ?? '')

/** The text of an element in one line. */
export const textOf = (element: HtmlElement | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

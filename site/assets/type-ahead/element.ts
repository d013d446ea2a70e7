/**
 * Makes an element.
 *
 * @param attributes by their names in HTML; `true` for one without a value, nothing for none
 * @example element('button', { type: 'button', hidden: true }, 'Remove')
 */
export const element = <T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Record<string, string | true | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value === true ? '' : value)
  }
  made.append(...children)
  return made
}

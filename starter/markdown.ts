/**
 * Rich text, written as Markdown: paragraphs, headings of level 2 and 3, lists, bold and links.
 *
 * @example md('Write to **us**.') // { markdown: 'Write to **us**.' }
 */
export const md = (markdown: string) => ({ markdown })

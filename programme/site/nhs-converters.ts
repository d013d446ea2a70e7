import {
  convertLexicalToHTML,
  defaultHTMLConverters,
  type HTMLConverters,
  LinkHTMLConverter,
  type TableHTMLConverter,
  TextHTMLConverter,
} from '@payloadcms/richtext-lexical/html'

import type { TextPart } from '../../payload-types.ts'

/** Bold and italic: what editors can choose. Payload writes other formats as inline styles. */
const BOLD_AND_ITALIC = 0b11

const textToHTML = TextHTMLConverter.text as Extract<
  typeof TextHTMLConverter.text,
  (...args: never[]) => string
>

/** Where a link leads: to a page by its id, or to an address that was typed. */
export type Target = { page?: unknown; url?: unknown }

/** The address to lead to; nothing when there is none, and then the words of the link stay without it. */
export type LeadTo = (target: Target) => string | undefined

type Node = { tag?: string; type?: string; headerState?: number; children?: Node[] }

type Fields = { doc?: { value?: unknown } | null; linkType?: string; url?: string }

/** As far as links and addresses found in text are alike. */
type LinkConverter = (found: {
  node: { fields: Fields; children: never[] }
  nodesToHTML: (args: { nodes: never[] }) => string[]
}) => string

// Payload’s types tell the two apart, and not that each is a function.
const links = LinkHTMLConverter({}) as unknown as Record<'autolink' | 'link', LinkConverter>

const orWords =
  (convert: LinkConverter, leadTo: LeadTo): LinkConverter =>
  (found) => {
    const { node, nodesToHTML } = found
    const { doc, linkType, url } = node.fields
    const href = leadTo(linkType === 'internal' ? { page: doc?.value } : { url })
    if (href === undefined) return nodesToHTML({ nodes: node.children }).join('')
    const fields = { ...node.fields, linkType: 'custom', url: href }
    return convert({ ...found, node: { ...node, fields } })
  }

/**
 * Rich text as the NHS design system marks it up: its classes on headings, lists and tables, and no inline
 * styles, which the site's content security policy forbids. Text and addresses are escaped by
 * Payload's own converters.
 *
 * @param levels the level of each heading in it by its tag, such as `{ h2: 3 }`
 */
const nhsConverters = (leadTo: LeadTo, levels: Record<string, number>): HTMLConverters => ({
  ...(defaultHTMLConverters as HTMLConverters),
  // What Payload’s own makes, as above.
  ...({
    link: orWords(links.link, leadTo),
    autolink: orWords(links.autolink, leadTo),
  } as unknown as ReturnType<typeof LinkHTMLConverter>),
  text: ({ node, ...rest }) =>
    textToHTML({ ...rest, node: { ...node, format: node.format & BOLD_AND_ITALIC } }),
  heading: ({ node, nodesToHTML }) => {
    const level = levels[node.tag] ?? 2
    const children = nodesToHTML({ nodes: node.children }).join('')
    const size = { 2: 'm', 3: 's' }[level] ?? 'xs'
    return children ? `<h${level} class="nhsuk-heading-${size}">${children}</h${level}>` : ''
  },
  paragraph: ({ node, nodesToHTML }) => {
    const children = nodesToHTML({ nodes: node.children }).join('')
    // Editors leave empty paragraphs behind; the space between blocks is the stylesheet's.
    return children ? `<p>${children}</p>` : ''
  },
  list: ({ node, nodesToHTML }) => {
    const [tag, kind] = node.tag === 'ol' ? ['ol', 'number'] : ['ul', 'bullet']
    const children = nodesToHTML({ nodes: node.children }).join('')
    return `<${tag} class="nhsuk-list nhsuk-list--${kind}">${children}</${tag}>`
  },
  listitem: ({ node, nodesToHTML }) => `<li>${nodesToHTML({ nodes: node.children }).join('')}</li>`,
  // As the types of the tables want them: they are Payload’s own, from Lexical.
  ...({
    table: ({ node, nodesToHTML }) =>
      `<div class="app-table" tabindex="0" role="region" aria-label="Table"><table><tbody>${nodesToHTML({ nodes: node.children }).join('')}</tbody></table></div>`,
    tablerow: ({ node, nodesToHTML }) =>
      `<tr>${nodesToHTML({ nodes: node.children }).join('')}</tr>`,
    tablecell: ({ node, nodesToHTML }) => {
      const children = nodesToHTML({ nodes: node.children }).join('')
      // Which way a cell heads is a bit field of Lexical: 1 for its row, 2 for its column.
      const state = node.headerState ?? 0
      return state > 0
        ? `<th scope="${state & 1 ? 'col' : 'row'}">${children}</th>`
        : `<td>${children}</td>`
    },
  } as { [type: string]: CellConverter } as unknown as typeof TableHTMLConverter),
})

type CellConverter = (found: {
  node: Node & { children: never[] }
  nodesToHTML: (args: { nodes: never[] }) => string[]
}) => string

/** Text as the editor of the admin keeps it. */
export type RichText = TextPart['body']

/**
 * Rich text as HTML for the pages of the site.
 *
 * @param leadTo says where its links lead
 * @param topLevel level of its highest headings. Those below follow without a gap, whatever editors chose.
 */
export const toNHSHTML = (data: RichText, leadTo: LeadTo, topLevel = 2): string => {
  const used = [...headingsIn(data.root)].sort()
  const levels = Object.fromEntries(used.map((tag, i) => [tag, topLevel + i]))
  return convertLexicalToHTML({
    data,
    converters: nhsConverters(leadTo, levels),
    disableContainer: true,
  })
}

const headingsIn = ({ children = [], tag, type }: Node): Set<string> =>
  new Set([
    ...(type === 'heading' && tag ? [tag] : []),
    ...children.flatMap((child) => [...headingsIn(child)]),
  ])

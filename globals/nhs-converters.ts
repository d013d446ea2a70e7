import {
  convertLexicalToHTML,
  defaultHTMLConverters,
  type HTMLConverters,
  LinkHTMLConverter,
  TextHTMLConverter,
} from '@payloadcms/richtext-lexical/html'

import type { ProgrammePage } from '../payload-types.ts'
import { isLinkTarget } from '../site/web-address.ts'

/** Bold and italic: what editors can choose. Payload writes other formats as inline styles. */
const BOLD_AND_ITALIC = 0b11

const textToHTML = TextHTMLConverter.text as Extract<
  typeof TextHTMLConverter.text,
  (...args: never[]) => string
>

/** As far as links and addresses found in text are alike. */
type LinkConverter = (found: {
  node: { fields: { url?: string }; children: never[] }
  nodesToHTML: (args: { nodes: never[] }) => string[]
}) => string

// Payload’s types tell the two apart, and not that each is a function.
const links = LinkHTMLConverter({}) as unknown as Record<'autolink' | 'link', LinkConverter>

/** A link that leads nowhere it may is left out; its words stay. */
const orWords =
  (convert: LinkConverter, leaveOut: (address: string) => void): LinkConverter =>
  (found) => {
    const { node, nodesToHTML } = found
    const address = node.fields.url ?? ''
    if (isLinkTarget(address)) return convert(found)
    leaveOut(address)
    return nodesToHTML({ nodes: node.children }).join('')
  }

/**
 * Rich text as the NHS design system marks it up: its classes on headings and lists, and no inline
 * styles, which the site's content security policy forbids. Text and addresses are escaped by
 * Payload's own converters.
 *
 * @param leaveOut is told the address of a link that is left out
 */
export const nhsConverters = (leaveOut: (address: string) => void = () => {}): HTMLConverters => ({
  ...(defaultHTMLConverters as HTMLConverters),
  // What Payload’s own makes, as above.
  ...({
    link: orWords(links.link, leaveOut),
    autolink: orWords(links.autolink, leaveOut),
  } as unknown as ReturnType<typeof LinkHTMLConverter>),
  text: ({ node, ...rest }) =>
    textToHTML({ ...rest, node: { ...node, format: node.format & BOLD_AND_ITALIC } }),
  heading: ({ node, nodesToHTML }) => {
    const tag = node.tag === 'h3' ? 'h3' : 'h2'
    const size = tag === 'h3' ? 's' : 'm'
    return `<${tag} class="nhsuk-heading-${size}">${nodesToHTML({ nodes: node.children }).join('')}</${tag}>`
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
})

/** Text as the editor of the admin keeps it. */
export type RichText = ProgrammePage['why']

/** Rich text as HTML for the pages of the site, see {@link nhsConverters}. */
export const toNHSHTML = (data: RichText, leaveOut?: (address: string) => void): string =>
  convertLexicalToHTML({ data, converters: nhsConverters(leaveOut), disableContainer: true })

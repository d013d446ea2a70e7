import type { Snapshot } from '../../site/snapshot.ts'

/** Where a link stands: a record of the CMS, as editors know it. */
export type Place = {
  collection: 'pages' | 'redirects' | 'resource-links' | 'sign-up-forms' | 'site-parts'
  /** Of the record; a redirect is known by its old address, a part of the site by its name, a form by its kind. */
  id?: string
  title: string
}

/** Longer than any that somebody means. */
const LONGEST = 2000

/**
 * The addresses elsewhere that the public site leads to, each once and without what comes after its `#`, with all
 * places where it stands.
 */
export const linksIn = ({
  pages,
  redirects,
  resources,
  signUp,
  site,
}: Snapshot): Map<string, Place[]> => {
  const found = new Map<string, Place[]>()
  const add = (href: string, place: Place) => {
    const url = outside(href, site.url)
    if (!url) return
    const places = found.get(url) ?? []
    const isKnown = places.some((one) => JSON.stringify(one) === JSON.stringify(place))
    if (!isKnown) found.set(url, [...places, place])
  }
  for (const { id, parts, title } of pages) {
    for (const href of hrefsIn(parts)) add(href, { collection: 'pages', id, title })
  }
  for (const { id, title, url } of resources) add(url, { collection: 'resource-links', id, title })
  for (const { from, to } of redirects) add(to, { collection: 'redirects', title: from })
  for (const [title, { intro }] of Object.entries(signUp)) {
    for (const href of hrefsIn(intro)) add(href, { collection: 'sign-up-forms', title })
  }
  const { contact, footer, group, menu } = site
  const parts = { navigation: menu, footer, contact: { contact, group } }
  for (const [title, part] of Object.entries(parts)) {
    for (const href of hrefsIn(part)) add(href, { collection: 'site-parts', title })
  }
  return found
}

/** The address to ask; nothing for one of this site, a mailbox, a phone. */
const outside = (href: string, own: string): string | undefined => {
  if (!/^https?:/i.test(href) || href.length > LONGEST || !URL.canParse(href)) return undefined
  const url = new URL(href)
  if (url.origin === new URL(own).origin) return undefined
  url.hash = ''
  return url.href
}

/** Addresses of links and of links in text, wherever they are. */
const hrefsIn = (content: unknown): string[] => {
  if (typeof content === 'string') return hrefsInHTML(content)
  if (Array.isArray(content)) return content.flatMap(hrefsIn)
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([key, value]) =>
    key === 'href' && typeof value === 'string' ? [value] : hrefsIn(value),
  )
}

const hrefsInHTML = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, href]) => unescaped(href!))

const CHARACTERS: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" }

const unescaped = (text: string): string =>
  text.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => CHARACTERS[name]!)

import type { TextFieldSingleValidation } from 'payload'

import { PAGE_ROLES } from './page-types.ts'

/** First pieces of the addresses that the server answers itself, whatever editors write. */
export const SERVERS = ['_next', 'admin', 'api', 'assets', 'my', 'preview']

/** Addresses at the root that the server answers, or that are files of every build. */
const TAKEN = new Set([...SERVERS, 'healthz', 'robots', 'sitemap'])

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * The last piece of a page's address, made of its title.
 *
 * @example slugOf('Settling in: Leeds & you') // 'settling-in-leeds-you'
 */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

/** What an address may be made of, and which are taken at the root. */
export const validSlug: TextFieldSingleValidation = (value, { siblingData }) => {
  if (!value) return true
  if (!SLUG.test(value)) {
    return 'Use lower-case letters from a to z, numbers and hyphens, like settling-in'
  }
  const page = siblingData as { parent?: unknown; role?: string | null }
  if (page.parent || page.role) return true
  const isTaken = TAKEN.has(value) || PAGE_ROLES.some(({ slug }) => slug === value)
  return !isTaken || `The address /${value}/ belongs to the website itself. Choose another one.`
}

/** As far as the address of a page depends on it. */
export type Addressed = { role?: string | null; slug?: string | null }

/**
 * The address of a page from the root of the site.
 *
 * @param parent the page it is below, if it is
 * @example addressOf({ slug: 'schools' }, { slug: 'settling-in' }) // '/settling-in/schools/'
 */
export const addressOf = ({ role, slug }: Addressed, parent?: Addressed): string => {
  if (role === 'home') return '/'
  if (role === 'notFound') return '/404.html'
  return parent?.slug ? `/${parent.slug}/${slug}/` : `/${slug}/`
}

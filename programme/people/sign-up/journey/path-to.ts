import { pathOf } from '../../../links/path-of.ts'

/**
 * The address of a page of a sign-up form; of its start when no page is named.
 *
 * @example pathTo('mentor', 'about-you', { change: 'name' }) // '/sign-up/mentor/about-you/?change=name'
 */
export const pathTo = (
  kind: string,
  page?: string,
  query: Record<string, string | undefined> = {},
): string => pathOf(`/sign-up/${kind}/${page === undefined ? '' : `${page}/`}`, query)

import { STARTER_PAGES } from '../../starter/pages/index.ts'

/**
 * The pages that the programme cannot do without, each with what it is for. They can be changed like any other page;
 * their address stays, because sign-up pages and emails lead there, and they cannot be deleted or taken off the site.
 */
export const PAGE_ROLES = STARTER_PAGES.map(({ purpose: label, role: value, slug }) => ({
  value,
  label,
  slug,
}))

/**
 * The pages that the programme cannot do without, each with what it is for. They can be changed like any other page;
 * their address stays, because sign-up pages and emails lead there, and they cannot be deleted or taken off the site.
 */
export const PAGE_ROLES = [
  { value: 'home', label: 'Programme page', slug: 'home' },
  { value: 'signUp', label: 'Ways to sign up', slug: 'sign-up' },
  { value: 'howWeMatch', label: 'How we match', slug: 'how-we-match' },
  { value: 'resources', label: 'Resources', slug: 'resources' },
  { value: 'privacy', label: 'Privacy', slug: 'privacy' },
  { value: 'accessibility', label: 'Accessibility', slug: 'accessibility' },
  { value: 'notFound', label: 'Page not found', slug: '404' },
] as const

/** See {@link PAGE_ROLES}. */
export type PageRole = (typeof PAGE_ROLES)[number]['value']

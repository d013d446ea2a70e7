/**
 * A page that the site needs, as an installation gets it. The parts of the page are those of
 * `collections/site/blocks`, with Markdown for rich text and addresses for links.
 */
export type StarterPage = {
  /** By which the site finds the page. It stays what it is: it is kept with the page. */
  role: string
  /** What the site needs the page for, in the words of the admin. */
  purpose: string
  /** Its address, which stays because sign-up pages and emails lead there. */
  slug: string
  title: string
  lead?: string
  summary?: string
  layout: ({ blockType: string } & Record<string, unknown>)[]
}

/**
 * A page as a new installation gets it. The parts of the page are those of `collections/site/blocks`, with Markdown
 * for rich text and addresses for links.
 */
export type StarterPage = {
  /** What the site needs the page for; a page without one can be deleted. */
  role?: string
  /** Its address, where it has no role. */
  slug?: string
  title: string
  lead?: string
  summary?: string
  layout: ({ blockType: string } & Record<string, unknown>)[]
}

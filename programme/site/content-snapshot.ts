import { createHash } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { PAGE_ROLES } from '../../collections/site/page-types.ts'
import { SITE_PARTS } from '../../collections/site/SiteParts.ts'
import { type Finding, UnpublishableContent } from '@mentoring/publication'
import { type Snapshot, snapshotShape } from '../../site/snapshot.ts'
import { type Content, loadContent } from './load-content.ts'
import { missingFiles } from './pictures.ts'
import { snapshotOf } from './snapshot-of.ts'

/** The content of the site, and what was left out of it. */
export type Publishable = { snapshot: Snapshot; findings: Finding[] }

/**
 * Reads all published content and puts it into the one document the site is built from. Drafts and
 * retired resource links stay out. So does a link, a picture or a resource that can't be used, with a finding: one
 * bad record does not keep the others from being published.
 *
 * @throws UnpublishableContent, in the comms team's words, when a page that the site needs is not published or
 *   something that it can't do without is missing.
 */
export const contentSnapshot = async (req: PayloadRequest): Promise<Publishable> => {
  const content = await loadContent(req)
  const missing = missingPages(content)
  if (missing.length > 0) throw new UnpublishableContent(missing)
  const findings: Finding[] = []
  const made = snapshotOf(req.payload, content, (finding) => findings.push(finding))
  const lost = await missingFiles(req.payload, content.pictures, made)
  if (lost.length > 0) throw new UnpublishableContent(lost)
  // Parsed before it is hashed: that drops what is no content.
  const parsed = snapshotShape.omit({ fingerprint: true }).safeParse(made)
  if (!parsed.success) {
    throw new UnpublishableContent(
      parsed.error.issues.map(({ message, path }) => ({
        text: `The site can’t be made: ${message} (${path.map(String).join(', ')}).`,
        path: '/collections/site-parts',
      })),
    )
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(parsed.data)).digest('hex')
  return { snapshot: { fingerprint, ...parsed.data }, findings }
}

/** What the site can't be made without. */
const missingPages = ({ pages, parts }: Content): Finding[] => [
  ...PAGE_ROLES.filter(({ value }) => !pages.some(({ role }) => role === value)).map(({ label }) =>
    notPublished(`The page “${label}”`, '/collections/pages'),
  ),
  // Without changed words the site says those it came with.
  ...SITE_PARTS.filter(
    ({ value }) => value !== 'words' && !parts.some(({ part }) => part === value),
  ).map(({ label }) => notPublished(`“${label}”`, '/collections/site-parts')),
]

const notPublished = (name: string, path: string): Finding => ({
  text: `${name} is not published. Open it in the admin and choose “Publish changes”.`,
  path,
})

import type { PayloadRequest } from 'payload'

import { type Assets, pictureName } from '../../../site/_config/manifest.ts'
import { renderPage, type PagePreview } from '../../../site/render.ts'
import { picturesIn, type SitePage, type Snapshot } from '../../../site/snapshot.ts'
import { currentAssets } from '../current-snapshot.ts'
import { type Content, loadContent, type Which } from '../load-content.ts'
import { snapshotOf } from '../snapshot-of.ts'
import { renderChosen } from './choice-of-pages.ts'

/** Content that can be looked at before it is public, with the part of the content it is. */
export const PREVIEWED = {
  pages: 'pages',
  'site-parts': 'parts',
  'resource-links': 'links',
} as const

/** See {@link PREVIEWED}. */
export type Previewed = keyof typeof PREVIEWED

/** Can records of a collection be looked at? */
export const isPreviewed = (collection: string): collection is Previewed =>
  Object.hasOwn(PREVIEWED, collection)

/** A document over what is public, in the state that is to be looked at. */
export type Overlay = { collection: Previewed; doc: { id: string } & Record<string, unknown> }

/** The site as it would be with some drafts, and which page of it shows the one that is looked at. */
export type Drafted = {
  snapshot: Omit<Snapshot, 'fingerprint'>
  shown?: SitePage
  /** Is it about what stands on many pages, so that one chooses where to look? */
  isEverywhere: boolean
}

/**
 * The site as it would be. Nothing is refused: what is missing or wrong in a draft is left out of what is shown.
 *
 * @param overlay the draft that is looked at; the rest is as `which` says
 */
export const draftedSite = async (
  req: PayloadRequest,
  overlay: Overlay,
  which: Which = 'published',
): Promise<Drafted> => {
  const content = withOverlay(await loadContent(req, which), overlay)
  const snapshot = snapshotOf(req.payload, content, () => {})
  const { collection, doc } = overlay
  const shown = snapshot.pages.find(({ id, role }) =>
    collection === 'pages' ? id === doc.id : role === PAGE_OF[collection],
  )
  return { snapshot, shown, isEverywhere: doc.part === 'words' }
}

/** Where a record that is no page is looked at. */
const PAGE_OF = { 'site-parts': 'home', 'resource-links': 'resources' } as const

const withOverlay = (content: Content, { collection, doc }: Overlay): Content => {
  const name = PREVIEWED[collection]
  const others = content[name] as { id: string }[]
  const place = others.findIndex(({ id }) => id === doc.id)
  // A draft may lack what a published record never does: what shows it says nothing then.
  const now = {
    updatedAt: new Date().toISOString(),
    ...(collection === 'pages' && UNTITLED),
    ...doc,
  }
  const all = place < 0 ? [...others, now] : others.toSpliced(place, 1, now)
  return { ...content, [name]: all }
}

const UNTITLED = { title: '', layout: [] }

/**
 * A page of it, by the templates of the site.
 *
 * @param pictureAt the address of the file of a picture; without it, for those who may see the CMS's own
 * @param wanted which page, where one chooses
 */
export const renderDrafted = async (
  { isEverywhere, snapshot, shown }: Drafted,
  pagePreview: PagePreview,
  { pictureAt, wanted }: { pictureAt?: (file: string) => string; wanted?: string } = {},
): Promise<string | undefined> => {
  if (!shown) return undefined
  const ofBuild = Object.entries((await currentAssets()) ?? {})
  const pictures = pictureAt
    ? picturesIn(snapshot).map(({ file }) => [pictureName(file), pictureAt(file)] as const)
    : []
  // The copies that are up are of pictures that are up: a draft has others.
  const assets: Assets = Object.fromEntries<string>([
    ...ofBuild.filter(([name]) => !name.startsWith(pictureName(''))),
    ...pictures,
  ])
  const site = { fingerprint: 'preview', ...snapshot, assets }
  if (isEverywhere) return renderChosen({ snapshot: site, pagePreview }, wanted)
  return renderPage({ snapshot: site, shown, pagePreview })
}

import { inTransaction } from '@mentoring/kit/in-transaction'
import { convertMarkdownToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import { createLocalReq, type JsonObject, type Payload, type PayloadRequest } from 'payload'

import { SITE_PARTS } from '../collections/site/SiteParts.ts'
import { countRecords, findRecords } from '../database/records.ts'
import type { ProgrammePage, SiteWording } from '../payload-types.ts'
import { STARTER_PAGES, STARTER_SITE_PARTS } from '../starter/pages/index.ts'
import { homeBefore, othersBefore, type PageBefore, sitePartsBefore } from './pages-before.ts'
import type { StarterPage } from '../starter/pages/types.ts'
import { putContent, type States } from './put-content.ts'

/**
 * Gives a new installation the pages it starts with. One that had its words in `programme-page` and `site-wording`
 * gets pages of these, with what is public and what is being worked on; the words it comes with are only for pages
 * that there were none of. Done once; a page that the site needs, or a part of it, that comes with a later version is
 * added then.
 */
export const writeStarterContent = async (payload: Payload): Promise<void> => {
  const req = await createLocalReq({}, payload)
  if ((await countRecords(req, 'pages', { role: { equals: 'home' } })) === 0) {
    await writePages(payload, req)
  }
  await inTransaction(req, async () => {
    await addMissingPages(payload, req)
    await addMissingParts(req)
  })
}

const addMissingPages = async (payload: Payload, req: PayloadRequest): Promise<void> => {
  const roles = (await findRecords(req, 'pages', { role: { exists: true } })).map(
    ({ role }) => role,
  )
  const missing = STARTER_PAGES.filter(({ role }) => !roles.some((one) => one === role))
  if (missing.length === 0) return
  for (const page of await toPut(payload, missing)) {
    if (!(await giveRole(req, page))) await putContent(req, 'pages', { published: page })
  }
}

/** A page that editors have made at the address is the one that the site needs from then on. */
const giveRole = async (
  req: PayloadRequest,
  { role, slug }: Pick<StarterPage, 'role' | 'slug'>,
): Promise<boolean> => {
  const { db } = req.payload
  const collection = 'pages'
  const page = await db.findOne<{ id: string }>({
    collection,
    where: { and: [{ slug: { equals: slug } }, { parent: { exists: false } }] },
    req,
  })
  if (!page) return false
  await db.updateOne({ collection, id: page.id, data: { role }, req })
  const { docs } = await db.findVersions<JsonObject>({
    collection,
    where: { and: [{ parent: { equals: page.id } }, { latest: { equals: true } }] },
    req,
  })
  for (const { id, version } of docs) {
    const versionData = { version: { ...version, role } }
    await db.updateVersion({ collection, id, versionData, req })
  }
  return true
}

/** As it is kept: with rich text, without what the admin says of it. */
const toPut = async (
  payload: Payload,
  pages: StarterPage[],
): Promise<Omit<StarterPage, 'purpose'>[]> =>
  ((await withRichText(payload, pages)) as StarterPage[]).map(({ purpose: _, ...page }) => page)

const addMissingParts = async (req: PayloadRequest): Promise<void> => {
  const parts = (await findRecords(req, 'site-parts', {})).map(({ part }) => part)
  for (const { value: part } of SITE_PARTS.filter(({ value }) => !parts.includes(value))) {
    await putContent(req, 'site-parts', { published: { part, [part]: STARTER_SITE_PARTS[part] } })
  }
}

const writePages = async (payload: Payload, req: PayloadRequest): Promise<void> => {
  const starterPages = await toPut(payload, STARTER_PAGES)
  await inTransaction(req, async () => {
    const page = await before<ProgrammePage>(req, 'programme-page')
    const wording = await before<SiteWording>(req, 'site-wording')
    const pages = {
      published: pagesOf(page, wording, 'published'),
      draft: pagesOf(page, wording, 'draft'),
    }
    for (const starter of starterPages) {
      const states = {
        published: pages.published.find(({ role }) => role === starter.role),
        draft: pages.draft.find(({ role }) => role === starter.role),
      }
      const isKnown = states.published ?? states.draft
      await putContent(
        req,
        'pages',
        both(isKnown ? states : { published: starter }, (one) => ({
          ...('summary' in starter && { summary: starter.summary }),
          ...one,
          slug: starter.slug,
        })),
      )
    }
    const parts = {
      published: page.published ? sitePartsBefore(page.published) : STARTER_SITE_PARTS,
      draft: page.draft && sitePartsBefore(page.draft),
    }
    for (const { value: part } of SITE_PARTS) {
      await putContent(
        req,
        'site-parts',
        both(parts, (one) => ({ part, [part]: one[part] })),
      )
    }
  })
}

const both = <T extends object>(
  { draft, published }: { draft?: T; published?: T },
  change: (one: T) => object,
): States => ({
  ...(published && { published: change(published) }),
  ...(draft && { draft: change(draft) }),
})

/** A global as it is public, and as somebody is working on it. */
type Before<T> = { published?: T; draft?: T }

const before = async <T extends { _status?: string | null }>(
  req: PayloadRequest,
  slug: 'programme-page' | 'site-wording',
): Promise<Before<T>> => {
  const { db } = req.payload
  const saved = await db.findGlobal<Record<string, unknown>>({ slug, req })
  if (!saved?.createdAt) return {}
  // As it is saved: its type says so.
  const main = saved as unknown as T
  const { docs } = await db.findGlobalVersions<Record<string, unknown>>({
    global: slug,
    where: { latest: { equals: true } },
    limit: 1,
    req,
  })
  const newest = docs[0]?.version as T | undefined
  return {
    ...(main._status === 'published' && { published: main }),
    ...(newest?._status === 'draft'
      ? { draft: newest }
      : main._status !== 'published' && { draft: main }),
  }
}

const pagesOf = (
  page: Before<ProgrammePage>,
  wording: Before<SiteWording>,
  state: 'draft' | 'published',
): PageBefore[] => {
  const [home, others] = [page[state], wording[state]]
  return [...(home ? [homeBefore(home)] : []), ...(others ? othersBefore(others) : [])]
}

/** Replaces each piece of Markdown by the rich text it stands for. */
export const withRichText = async (payload: Payload, data: unknown): Promise<unknown> => {
  const editorConfig = await editorConfigFactory.default({ config: payload.config })
  const convert = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(convert)
    if (typeof value !== 'object' || value === null) return value
    if ('markdown' in value) {
      return convertMarkdownToLexical({ editorConfig, markdown: String(value.markdown) })
    }
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, convert(entry)]))
  }
  return convert(data)
}

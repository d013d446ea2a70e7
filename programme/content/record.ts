import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { isKeptByVersion } from '../../collections/content/index.ts'

/** A record of content, as lists of them name it. */
export type Named = { collection: string; id: string; title: string; kind: string; href: string }

/** The collections of content that is drafted before it is public. */
export const drafted = ({ payload }: PayloadRequest): SanitizedCollectionConfig[] =>
  payload.config.collections.filter(
    (collection) => isKeptByVersion(collection) && collection.versions?.drafts,
  )

/** What a record is called, and where it is edited. */
export const nameOf = (
  req: PayloadRequest,
  { admin, labels, slug }: SanitizedCollectionConfig,
  record: { id: number | string },
): Named => {
  const { i18n, payload } = req
  const { singular } = labels
  const kind = typeof singular === 'function' ? singular({ i18n, t: i18n.t }) : singular
  const title = (record as Record<string, unknown>)[admin.useAsTitle ?? 'id']
  const id = String(record.id)
  return {
    collection: slug,
    id,
    title: typeof title === 'string' && title.trim() !== '' ? title : 'Without a title',
    kind: typeof kind === 'string' ? kind : (kind.en ?? slug),
    href: `${payload.config.routes.admin}/collections/${slug}/${id}`,
  }
}

/** What is known of a record whose newest words may be a draft; nothing when it is gone or in the bin. */
export const findNewest = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<({ _status?: string; id: string } & Record<string, unknown>) | undefined> => {
  const found = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  // All collections of content have an id and, with drafts, a status.
  return (found ?? undefined) as unknown as
    ({ _status?: string; id: string } & Record<string, unknown>) | undefined
}

import type { CollectionSlug, PayloadRequest } from 'payload'

/** A version, as the list of them tells it. */
export type Made = {
  id: string
  at: string
  by: string
  note?: string
  /** What it is or was to the public; nothing where everything that is saved counts. */
  standing?: string
}

/** How many versions stand on a page of the list. */
const PAGE = 25

type Version = {
  id: string
  updatedAt: string
  version: { _status?: string; changeNote?: string; changedBy?: string }
}

/** Who has made which version of a record and when, the newest first; with the access of the one who looks. */
export const loadHistory = async (
  req: PayloadRequest,
  { collection, id, page }: { collection: CollectionSlug; id: string; page: number },
): Promise<{ made: Made[]; page: number; pages: number }> => {
  const find = { overrideAccess: false, depth: 0, trash: true, sort: '-updatedAt', req } as const
  const found = await req.payload.findVersions({
    ...find,
    collection,
    where: { parent: { equals: id } },
    limit: PAGE,
    page,
  })
  const hasDrafts = Boolean(req.payload.collections[collection].config.versions?.drafts)
  const published = hasDrafts
    ? await req.payload.findVersions({
        ...find,
        collection,
        where: {
          and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }],
        },
        limit: 1,
        pagination: false,
      })
    : undefined
  // The types of all collections together are too particular for what is read of each.
  const versions = found.docs as unknown as Version[]
  const record = await req.payload.findByID({ ...find, collection, id, disableErrors: true })
  const isOnSite = (record as { _status?: string } | null)?._status === 'published'
  const onSite = isOnSite ? String(published?.docs[0]?.id) : undefined
  return {
    made: versions.map(({ id: versionId, updatedAt, version }, place) => ({
      id: String(versionId),
      at: updatedAt,
      by: version.changedBy ?? 'Not recorded',
      note: version.changeNote ?? undefined,
      standing: standingOf(version._status, {
        isNewest: page === 1 && place === 0,
        isOnSite: String(versionId) === onSite,
      }),
    })),
    page: found.page ?? 1,
    pages: found.totalPages,
  }
}

const standingOf = (
  status: string | undefined,
  { isNewest, isOnSite }: { isNewest: boolean; isOnSite: boolean },
): string | undefined => {
  if (status === 'published') return isOnSite ? 'Public now' : 'Was public'
  if (status === 'draft') return isNewest ? 'Newest draft' : 'Draft'
  return undefined
}

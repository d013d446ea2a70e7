import type { PayloadRequest } from 'payload'

import { drafted, type Named, nameOf } from './record.ts'

/** A draft that is not public yet. */
export type Waiting = { record: Named; at: string; by?: string; isNew: boolean; note?: string }

/** Of each collection. */
const MOST = 50

type Draft = {
  parent: string
  updatedAt: string
  version: { changeNote?: string | null; changedBy?: string | null }
}

/** Every draft that is newer than what the public sees, the newest first; with the access of the one who looks. */
export const loadWaiting = async (req: PayloadRequest): Promise<Waiting[]> => {
  const waiting: Waiting[] = []
  for (const config of drafted(req)) {
    const collection = config.slug
    const as = { collection, depth: 0, overrideAccess: false, req } as const
    const { docs } = await req.payload.findVersions({
      ...as,
      where: { and: [{ latest: { equals: true } }, { 'version._status': { equals: 'draft' } }] },
      sort: '-updatedAt',
      limit: MOST,
      pagination: false,
    })
    // The types of all collections together are too particular for what is read of each.
    const drafts = docs as unknown as Draft[]
    const { docs: live } = await req.payload.find({
      ...as,
      where: {
        and: [
          { id: { in: drafts.map(({ parent }) => parent) } },
          { _status: { equals: 'published' } },
        ],
      },
      pagination: false,
    })
    const isLive = new Set(live.map(({ id }) => String(id)))
    for (const { parent, updatedAt, version } of drafts) {
      waiting.push({
        record: nameOf(req, config, { ...version, id: parent }),
        at: updatedAt,
        by: version.changedBy ?? undefined,
        note: version.changeNote ?? undefined,
        isNew: !isLive.has(String(parent)),
      })
    }
  }
  return waiting.sort((one, other) => (one.at > other.at ? -1 : 1))
}

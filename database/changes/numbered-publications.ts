import type { ChangeOfData } from './types.ts'

/**
 * Numbers the publications by when they began. Of those that went up only the last one is still live; no build of the
 * others is known, so none of them can be put back.
 */
export const numberedPublications: ChangeOfData = async ({ database, session }) => {
  const publications = database.collection('publications')
  const rows = await publications
    .find({}, { projection: { status: 1 }, session })
    .sort({ startedAt: 1, _id: 1 })
    .toArray()
  const live = rows.findLast(({ status }) => status === 'live')
  for (const [i, { _id, status }] of rows.entries()) {
    const isOver = status === 'live' && !_id.equals(live!._id)
    const change = { number: i + 1, ...(isOver && { status: 'gone' }) }
    await publications.updateOne({ _id }, { $set: change }, { session })
  }
}

import { asCode } from '@mentoring/kit/rights'
import type { PayloadRequest, Where } from 'payload'

import { localAPI } from './local.ts'
import type { Publication } from './types.ts'

/** The collection of publications. */
export const PUBLICATIONS = 'publications'

/** Two processes may want the same number. */
const TRIES = 5

type Row = Omit<Publication, 'id'>

// A project's own types know no more of findings and changes than that they are JSON; ids are text here.
const asPublication = (row: object): Publication => ({
  ...(row as Publication),
  id: `${(row as Publication).id}`,
})

/** Publications by number, the newest first. @param limit @default all */
export const findPublications = async (
  req: PayloadRequest,
  where: Where,
  { as = asCode(req), limit = 0 }: { as?: ReturnType<typeof asCode>; limit?: number } = {},
): Promise<Publication[]> => {
  const { docs } = await localAPI(req.payload).find({
    ...as,
    collection: PUBLICATIONS,
    where,
    sort: '-number',
    limit,
    pagination: false,
    ...({ showHiddenFields: true } as object),
  })
  return docs.map(asPublication)
}

/** Adds a row under the next number. */
export const createPublication = async (
  req: PayloadRequest,
  data: Omit<Row, 'number'>,
): Promise<Publication> => {
  const { db } = localAPI(req.payload)
  for (let attempt = 1; ; attempt += 1) {
    const [last] = await findPublications(req, { number: { greater_than: 0 } }, { limit: 1 })
    const number = (last?.number ?? 0) + 1
    try {
      // Straight to the database: what code writes needs no checks of what people type.
      return asPublication(
        await db.create({ collection: PUBLICATIONS, data: { ...data, number }, req }),
      )
    } catch (error) {
      const isTaken =
        (await findPublications(req, { number: { equals: number } }, { limit: 1 })).length > 0
      // In a transaction of somebody's own it can't be tried again.
      if (!isTaken || req.transactionID || attempt === TRIES) throw error
    }
  }
}

/** Changes a row. */
export const changePublication = async (
  req: PayloadRequest,
  id: string,
  data: Partial<Row>,
): Promise<void> => {
  const { db } = localAPI(req.payload)
  await db.updateOne({ collection: PUBLICATIONS, id, data, req, returning: false })
}

/** Takes a row away of which there is nothing to say. */
export const removePublication = async (req: PayloadRequest, id: string): Promise<void> => {
  const where = { id: { equals: id } }
  await localAPI(req.payload).db.deleteOne({ collection: PUBLICATIONS, where, req })
}

/** Seconds since then, to a tenth. A clock that was set back in between makes none. */
export const secondsSince = (startedAt: string): number =>
  Math.max(0, Math.round((Date.now() - Date.parse(startedAt)) / 100) / 10)

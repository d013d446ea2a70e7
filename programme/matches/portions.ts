import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest, Where } from 'payload'

/** A place in a list that is ordered by a date: the row that was reached. */
export type Place = { at: string; id: string }

type Data<Slug extends CollectionSlug> = DataFromCollectionSlug<Slug>
type NameIn<Slug extends CollectionSlug> = Extract<keyof Data<Slug>, string>

type Asked<Slug, Name> = {
  collection: Slug
  where: Where
  /** The date the list is ordered by, the oldest first. A row without it is in no list. */
  date: Name
  /** Fields to read beside the id and the date. */
  fields: readonly Name[]
  /** Where to go on. @default from the start */
  after?: Place
  limit: number
}

/**
 * Some rows in the order of a date, from a place on. A portion that begins where another ended has no
 * row twice and leaves none out, whatever has changed before it. Read with the rights of code.
 */
export const findPortion = <Slug extends CollectionSlug, Name extends NameIn<Slug>>(
  req: PayloadRequest,
  asked: Asked<Slug, Name>,
): Promise<(Pick<Data<Slug>, Name> & { id: string })[]> => read(req, asked)

// Straight from the database: it is read by code alone, and can be very much.
const read = async <Row extends { id: string }>(
  req: PayloadRequest,
  { after, collection, date, fields, limit, where }: Asked<CollectionSlug, string>,
): Promise<Row[]> => {
  const { docs } = await req.payload.db.find<Row>({
    collection,
    where: { and: [where, after ? comesAfter(date, after) : { [date]: { exists: true } }] },
    sort: [date, 'id'],
    select: Object.fromEntries([date, ...fields].map((name) => [name, true])),
    limit,
    pagination: false,
    req,
  })
  return docs
}

/** Finds what stands behind a place in the order of a date. */
export const comesAfter = (date: string, { at, id }: Place): Where => ({
  and: [
    // Follows from the other half, and is said for the index.
    { [date]: { greater_than_equal: at } },
    { or: [{ [date]: { greater_than: at } }, { id: { greater_than: id } }] },
  ],
})

/** The place of a row in a list that is ordered by this date. */
export const placeOf = <Name extends string>(
  row: { id: string } & { [N in Name]?: string | null },
  date: Name,
): Place => ({ at: row[date]!, id: row.id })

/** So many rows are in memory at a time. */
const PORTION = 500

/**
 * All records that a filter finds, a portion at a time. Between two the server does what else waits.
 * Read with the rights of code.
 */
export async function* inPortions<Slug extends CollectionSlug, Name extends NameIn<Slug>>(
  req: PayloadRequest,
  {
    limit = PORTION,
    ...asked
  }: Pick<Asked<Slug, Name>, 'collection' | 'fields' | 'where'> & { limit?: number },
) {
  type Row = Pick<Data<Slug>, Name> & { createdAt: string; id: string }
  const date = 'createdAt'
  let after: Place | undefined
  do {
    const rows = await read<Row>(req, { ...asked, date, after, limit })
    yield rows
    const last = rows.at(-1)
    after = last && rows.length === limit ? { at: last.createdAt, id: last.id } : undefined
    await new Promise((resolve) => setImmediate(resolve))
  } while (after)
}

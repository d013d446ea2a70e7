import type { ForcedChange } from '@mentoring/assignment'
import { asAsker, asCode } from '@mentoring/kit/rights'
import type { PayloadRequest, Where } from 'payload'

import { localAPI } from './local.ts'
import type { Person, ResolvedOptions } from './types.ts'

/** A row of the collection of matches, people by id. */
export type MatchRow = {
  id: string
  mentee: string
  mentor: string
  status: string
  tier: string
  tierLabel: string
  score: number
  reasons?: string[] | null
  differences?: string[] | null
  isLocked?: boolean | null
  /** A coordinator has taken back that these two are not to be proposed again. */
  isAllowedAgain?: boolean | null
  madeBy: 'coordinator' | 'run'
  run?: string | null
  explanation?: Explanation | null
  decidedBy?: Person['id'] | null
  decidedAt?: string | null
  confirmedAt?: string | null
  createdAt: string
}

/** What the run said of a proposal beside its reasons. */
export type Explanation = {
  nextBest?: { mentor: string; change: ForcedChange }
  lockCost?: ForcedChange
}

/** Ids as text: some databases have numbers for them, and a request can bring either. */
const toRow = (doc: object): MatchRow => {
  const row = doc as MatchRow
  return { ...row, id: `${row.id}`, mentee: `${row.mentee}`, mentor: `${row.mentor}` }
}

type FindOptions = {
  limit?: number
  /** Fields to read when few will do. @default all */
  select?: Partial<Record<keyof MatchRow, true>>
  sort?: string
}

/** Finds matches. Read with the access of the one who asks. */
export const findMatches = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  where: Where,
  { limit = 0, select, sort = '-createdAt' }: FindOptions = {},
): Promise<MatchRow[]> => {
  const { docs } = await localAPI(req.payload).find({
    ...asAsker(req),
    collection: slugs.matches,
    where,
    sort,
    limit,
    select,
    pagination: false,
  })
  return docs.map(toRow)
}

/**
 * Counts matches.
 *
 * @param isForCode is the code itself asking, whoever makes the request?
 */
export const countMatches = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  where: Where,
  isForCode = false,
): Promise<number> => {
  const { totalDocs } = await localAPI(req.payload).count({
    ...(isForCode ? asCode(req) : asAsker(req)),
    collection: slugs.matches,
    where,
  })
  return totalDocs
}

/** One match, or nothing. Read with the access of the one who asks. */
export const findMatch = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  id: string,
): Promise<MatchRow | undefined> => {
  const match = await localAPI(req.payload).findByID({
    ...asAsker(req),
    collection: slugs.matches,
    id,
    disableErrors: true,
  })
  return match ? toRow(match) : undefined
}

/** Adds a match; only the plugin's own actions do. Takes ids as the people's records have them. */
export const createMatch = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  data: Omit<MatchRow, 'createdAt' | 'id' | 'mentee' | 'mentor'> &
    Record<'mentee' | 'mentor', Person['id']>,
): Promise<string> => {
  const { id } = await localAPI(req.payload).create({
    ...asCode(req),
    collection: slugs.matches,
    data,
  })
  return `${id}`
}

/** Changes a match; only the plugin's own actions do. */
export const updateMatch = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  id: string,
  data: Partial<MatchRow>,
): Promise<void> => {
  await localAPI(req.payload).update({ ...asCode(req), collection: slugs.matches, id, data })
}

/** Removes matches; only the plugin's own actions do. */
export const deleteMatches = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  where: Where,
): Promise<void> => {
  await localAPI(req.payload).delete({ ...asCode(req), collection: slugs.matches, where })
}

/**
 * Makes the proposals what a run found. Straight to the database, without hooks, which there are
 * none of: a large run writes thousands.
 */
export const replaceProposals = async (
  req: PayloadRequest,
  { slugs }: ResolvedOptions,
  before: MatchRow[],
  after: Omit<MatchRow, 'createdAt' | 'id'>[],
): Promise<void> => {
  const { db } = localAPI(req.payload)
  const known = new Map(before.map((row) => [`${row.mentee} ${row.mentor}`, row]))
  const kept = new Set<string>()
  for (const data of after) {
    const row = known.get(`${data.mentee} ${data.mentor}`)
    if (row) {
      kept.add(row.id)
      if (isSame(row, data)) continue
      await db.updateOne({
        collection: slugs.matches,
        id: row.id,
        data: { ...data, updatedAt: new Date().toISOString() },
        req,
        returning: false,
      })
    } else await db.create({ collection: slugs.matches, data, req })
  }
  const gone = before.map(({ id }) => id).filter((id) => !kept.has(id))
  if (gone.length > 0) {
    await db.deleteMany({ collection: slugs.matches, where: { id: { in: gone } }, req })
  }
}

/** Is there nothing to write? A proposal that stays as it was keeps the run it came from. */
const isSame = (row: MatchRow, { run: _run, ...data }: Omit<MatchRow, 'createdAt' | 'id'>) =>
  Object.entries(data).every(
    ([name, value]) => JSON.stringify(row[name as keyof MatchRow]) === JSON.stringify(value),
  )

/** People of one collection. Read with the access of the one who asks. */
export const findPeople = async (
  req: PayloadRequest,
  collection: string,
  where: Where,
): Promise<Person[]> => {
  const { docs } = await localAPI(req.payload).find<Person>({
    ...asAsker(req),
    collection,
    where,
    pagination: false,
  })
  return docs
}

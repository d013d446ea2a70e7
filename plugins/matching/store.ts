import { isDeepStrictEqual } from 'node:util'

import type { ForcedChange } from '@mentoring/assignment'
import { asAsker, asCode } from '@mentoring/kit/rights'
import type { PayloadRequest, Where } from 'payload'

import { localAPI } from './local.ts'
import { inPortions, readAll } from './read.ts'
import type { Person, DeclaredOptions } from './types.ts'

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
  updatedAt: string
}

/** A proposal as a run writes it. */
export type ProposalData = Omit<MatchRow, 'createdAt' | 'explanation' | 'id' | 'updatedAt'>

/** What runs said of a proposal in its own row, before they said it in theirs; see `RunRecord`. */
export type Explanation = {
  nextBest?: { mentor: string; change: ForcedChange }
  lockCost?: ForcedChange
}

/** Ids as text: some databases have numbers for them, and a request can bring either. */
const toRow = (doc: object): MatchRow => {
  const row = doc as MatchRow
  return { ...row, id: `${row.id}`, mentee: `${row.mentee}`, mentor: `${row.mentor}` }
}

/** All that is stored: the title of a match is looked up in the mentee's record each time. */
const WITHOUT_TITLE = { menteeName: false }

/**
 * A few fields of all matches that fit, and whose they are, in the order of their ids. Read with the access
 * of the one who asks.
 */
export const findMatches = async <Name extends keyof MatchRow = 'id'>(
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  where: Where,
  fields: Name[] = [],
): Promise<Pick<MatchRow, Name | 'id' | 'mentee' | 'mentor'>[]> => {
  const found = await readAll<MatchRow>(req, {
    collection: slugs.matches,
    where,
    fields: ['mentee', 'mentor', ...fields],
  })
  const rows: MatchRow[] = []
  for await (const portion of inPortions(found)) rows.push(...portion.map(toRow))
  return rows
}

/** The matches that were confirmed last. Read with the access of the one who asks. */
export const findConfirmedLast = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  where: Where,
  limit: number,
): Promise<MatchRow[]> => {
  const { docs } = await localAPI(req.payload).find({
    ...asAsker(req),
    collection: slugs.matches,
    where,
    sort: '-confirmedAt',
    limit,
    select: WITHOUT_TITLE,
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
  { slugs }: DeclaredOptions,
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

/**
 * Which of these matches are there. Payload itself is asked: somebody has sent the ids, and what is no id at
 * all must not reach the database. Read with the access of the one who asks.
 */
export const findKnown = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  ids: string[],
): Promise<Set<string>> => {
  const { docs } = await localAPI(req.payload).find<Pick<Person, 'id'>>({
    ...asAsker(req),
    collection: slugs.matches,
    where: { id: { in: ids } },
    select: { status: true },
    pagination: false,
  })
  return new Set(docs.map(({ id }) => `${id}`))
}

/** One match, or nothing. Read with the access of the one who asks. */
export const findMatch = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  id: string,
): Promise<MatchRow | undefined> => {
  const match = await localAPI(req.payload).findByID({
    ...asAsker(req),
    collection: slugs.matches,
    id,
    select: WITHOUT_TITLE,
    disableErrors: true,
  })
  return match ? toRow(match) : undefined
}

/** Adds a match; only the plugin's own actions do. Takes ids as the people's records have them. */
export const createMatch = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  data: Omit<MatchRow, 'createdAt' | 'id' | 'mentee' | 'mentor' | 'updatedAt'> &
    Record<'mentee' | 'mentor', Person['id']>,
): Promise<string> => {
  const { id } = await localAPI(req.payload).create({
    ...asCode(req),
    collection: slugs.matches,
    data,
  })
  return `${id}`
}

/**
 * Changes a match; only the plugin's own actions do. Straight to the database: Payload would read the
 * match, check every field of it, write it anew, and read it again.
 */
export const updateMatch = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  id: string,
  data: Partial<MatchRow>,
): Promise<void> => {
  const changed = { ...data, updatedAt: new Date().toISOString() }
  await localAPI(req.payload).db.updateOne({
    collection: slugs.matches,
    id,
    data: changed,
    req,
    returning: false,
  })
}

/** Removes matches; only the plugin's own actions do. */
export const deleteMatches = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  where: Where,
): Promise<void> => {
  await localAPI(req.payload).delete({ ...asCode(req), collection: slugs.matches, where })
}

/** Removes all proposals of a mentee, straight to the database: nothing of a project's hangs on them yet. */
export const deleteProposals = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  mentee: Person['id'],
): Promise<void> => {
  await localAPI(req.payload).db.deleteMany({
    collection: slugs.matches,
    where: { and: [{ mentee: { equals: mentee } }, { status: { equals: 'proposed' } }] },
    req,
  })
}

/** How many rows are written or removed at once, before anything else has its turn. */
const AT_ONCE = 40

type Watch = {
  /** Ends the writing between two portions. */
  signal?: AbortSignal
  /** Is told how many of how many are written. */
  onWritten?: (done: number, of: number) => void
}

/**
 * Makes the proposals what a run found. Straight to the database, without hooks, which there are
 * none of: a large run writes thousands.
 */
export const replaceProposals = async (
  req: PayloadRequest,
  { slugs }: DeclaredOptions,
  before: MatchRow[],
  after: ProposalData[],
  { onWritten, signal }: Watch = {},
): Promise<void> => {
  const { db } = localAPI(req.payload)
  const collection = slugs.matches
  const known = new Map(before.map((row) => [`${row.mentee} ${row.mentor}`, row]))
  const changed: { id: string; data: ProposalData }[] = []
  const fresh: ProposalData[] = []
  for await (const portion of inPortions(after)) {
    for (const data of portion) {
      const row = known.get(`${data.mentee} ${data.mentor}`)
      if (!row) fresh.push(data)
      else if (!isSame(row, data)) changed.push({ id: row.id, data })
    }
  }
  const staying = new Set(after.map(({ mentee, mentor }) => `${mentee} ${mentor}`))
  const gone = before.filter(({ mentee, mentor }) => !staying.has(`${mentee} ${mentor}`))
  const of = fresh.length + changed.length + gone.length
  let done = 0
  const inTurns = async <T>(rows: T[], write: (portion: T[]) => Promise<unknown>) => {
    for await (const portion of inPortions(rows, AT_ONCE)) {
      signal?.throwIfAborted()
      await write(portion)
      done += portion.length
      onWritten?.(done, of)
    }
  }
  await inTurns(changed, async (portion) => {
    for (const { data, id } of portion) {
      const updatedAt = new Date().toISOString()
      // What an older run said in the row would be taken for what this one says.
      const said = { ...data, explanation: null, updatedAt }
      await db.updateOne({ collection, id, data: said, req, returning: false })
    }
  })
  await inTurns(fresh, async (data) => {
    if (db.createMany) return db.createMany({ collection, data, req })
    for (const one of data) await db.create({ collection, data: one, req, returning: false })
  })
  await inTurns(gone, (portion) =>
    db.deleteMany({ collection, where: { id: { in: portion.map(({ id }) => id) } }, req }),
  )
}

/** Is there nothing to write? A proposal that stays as it was keeps the run it came from. */
const isSame = (row: MatchRow, { run: _run, ...data }: ProposalData) =>
  !row.explanation &&
  Object.entries(data).every(([name, value]) =>
    isDeepStrictEqual(row[name as keyof MatchRow], value),
  )

/**
 * People of one collection, by id. Read with the access of the one who asks.
 *
 * @param fields that will do. @default all
 * @param onRead is told how many there are so far
 */
export const findPeople = (
  req: PayloadRequest,
  collection: string,
  where: Where,
  fields?: string[],
  onRead?: (people: number) => void,
): Promise<Person[]> => readAll<Person>(req, { collection, where, fields }, onRead)

/** How many people of one collection there are. Counted with the access of the one who asks. */
export const countPeople = async (
  req: PayloadRequest,
  collection: string,
  where: Where,
): Promise<number> => {
  const { totalDocs } = await localAPI(req.payload).count({ ...asAsker(req), collection, where })
  return totalDocs
}

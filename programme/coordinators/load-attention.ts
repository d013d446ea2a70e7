import type { PayloadRequest } from 'payload'

import type { Match, Mentee, Mentor } from '../../payload-types.ts'
import { findPortion, type Place, placeOf } from '../matches/portions.ts'
import {
  ATTENTION,
  type AttentionKind,
  attentionOf,
  attentionQueries,
  type MatchKind,
} from './attention.ts'
import type {
  AttentionAsked,
  AttentionCounts,
  AttentionPage,
  AttentionPlace,
  AttentionRow,
} from './attention-page.ts'
import { findLostMails, findOutage, loadLostMails } from './mail-attention.ts'

const KINDS = Object.keys(ATTENTION) as AttentionKind[]

/** Rows on one page of the list. */
const ROWS = 50

/**
 * Counts what needs a coordinator, with the access of the one who looks.
 *
 * @returns an outage of the mail server in words, too.
 */
export const countAttention = async (
  req: PayloadRequest,
  now: Date,
): Promise<{ counts: AttentionCounts; outage?: string }> => {
  const outage = await findOutage(req)
  const { count } = await findLostMails(req)
  const found: [string, number][] = []
  for (const [kind, { where }] of Object.entries(attentionQueries(now))) {
    const common = { overrideAccess: false, req } as const
    const { totalDocs } = await req.payload.count({ collection: 'matches', where, ...common })
    found.push([kind, totalDocs])
  }
  const ofMatches = Object.fromEntries(found) as Record<MatchKind, number>
  return { counts: { ...ofMatches, outage: outage ? 1 : 0, mail: count }, outage: outage?.who }
}

/**
 * Reads a page of what needs a coordinator, with the access of the one who looks: most urgent first, and of
 * one kind what has waited longest. What was one outage, or many emails given up, is one row beyond `limit`.
 */
export const loadAttention = async (
  req: PayloadRequest,
  now: Date,
  { after, kind: only }: AttentionAsked = {},
  limit = ROWS,
): Promise<AttentionPage> => {
  const { counts } = await countAttention(req, now)
  const kinds = KINDS.slice(after && KINDS.indexOf(after.kind)).filter(
    (kind) => counts[kind] > 0 && (only ?? kind) === kind,
  )
  const found: Found[] = []
  for (const kind of kinds) {
    const from = after?.kind === kind ? after : undefined
    found.push(...(await load(req, now, kind, from, limit + 1 - placed(found).length)))
    if (placed(found).length > limit) break
  }
  const isMore = placed(found).length > limit
  const shown = isMore ? found.slice(0, -1) : found
  return {
    rows: shown.flatMap(({ row }) => row ?? []),
    counts,
    next: isMore ? placed(shown).at(-1)?.place : undefined,
  }
}

/** A row, if the one who looks may see it, and where in the list it stands. */
type Found = { place?: AttentionPlace; row?: AttentionRow }

const placed = (found: Found[]) => found.filter(({ place }) => place)

const load = async (
  req: PayloadRequest,
  now: Date,
  kind: AttentionKind,
  after: Place | undefined,
  limit: number,
): Promise<Found[]> => {
  if (kind === 'outage') return [{ row: await findOutage(req) }]
  if (kind !== 'mail') return loadMatches(req, now, kind, { after, limit })
  const lost = await findLostMails(req)
  const single = await loadLostMails(req, lost, { after, limit })
  return [
    ...(after ? [] : [{ row: lost.givenUp }]),
    ...single.map(({ place, row }) => ({ place: { ...place, kind }, row })),
  ]
}

const loadMatches = async (
  req: PayloadRequest,
  now: Date,
  kind: MatchKind,
  page: { after?: Place; limit: number },
): Promise<Found[]> => {
  const { date, where } = attentionQueries(now)[kind]
  const found = await findPortion(req, { collection: 'matches', where, date, fields: [], ...page })
  const { docs } = await req.payload.find({
    collection: 'matches',
    where: { id: { in: found.map(({ id }) => id) } },
    populate: { mentors: { name: true, email: true }, mentees: { name: true } },
    pagination: false,
    depth: 1,
    overrideAccess: false,
    req,
  })
  const byId = new Map(docs.map((match) => [match.id, match]))
  return found.map((row) => {
    const match = byId.get(row.id)
    return { place: { kind, ...placeOf(row, date) }, row: match && rowOf(req, match, now) }
  })
}

/** Nothing when the match has gone on since it was found. */
const rowOf = ({ payload }: PayloadRequest, match: Match, now: Date): AttentionRow | undefined => {
  const found = attentionOf(match, now)
  if (!found) return undefined
  const { kind, since } = found
  const href = `${payload.config.routes.admin}/collections/matches/${match.id}/clock`
  const mentor = match.mentor as Mentor
  const mentee = match.mentee as Mentee
  return {
    id: match.id,
    kind,
    label: ATTENTION[kind],
    who: `${mentor.name} and ${mentee.name}`,
    match: href,
    word: (kind === 'exit' && match.exitWord) || undefined,
    since: since.toISOString(),
    action:
      kind === 'exit'
        ? { label: 'Mark as seen', seen: match.id }
        : kind === 'overdue' || kind === 'silence'
          ? { label: 'Write to the mentor', href: `mailto:${mentor.email}` }
          : { label: 'Open the match', href },
  }
}

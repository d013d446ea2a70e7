import type { PayloadRequest, Where } from 'payload'

import type { Match, MatchStep } from '../../payload-types.ts'
import type { Duty } from '../clock/duties.ts'
import type { Role } from '../clock/facts.ts'
import { FACT_FIELDS } from './facts-of.ts'
import { comesAfter, findPortion, type Place, placeOf } from './portions.ts'

/** What is read of a match to see whether something is due. */
export type FollowedMatch = Pick<Match, (typeof FIELDS)[number] | 'id'>

const FIELDS = [...FACT_FIELDS, 'mentor', 'mentee'] as const

/** The columns of a match's dates. */
export const COLUMNS = {
  introducedAt: 'confirmedAt',
  firstContactDue: 'firstContactDue',
  endsOn: 'endsOn',
} as const satisfies Record<Duty['date'], keyof Match>

/** Some of the matches of a duty, those with the earliest date first. */
export const findDue = (
  req: PayloadRequest,
  duty: Duty,
  page: { after?: Place; limit: number },
): Promise<FollowedMatch[]> =>
  findPortion(req, {
    collection: 'matches',
    where: whereDue(duty),
    date: COLUMNS[duty.date],
    fields: FIELDS,
    ...page,
  })

/** Where a match stands among those of a duty. */
export const placeIn = ({ date }: Duty, match: FollowedMatch): Place =>
  placeOf(match, COLUMNS[date])

/** How many matches of a duty stand behind a place. */
export const countDue = async (req: PayloadRequest, duty: Duty, after?: Place): Promise<number> => {
  const { totalDocs } = await req.payload.count({
    collection: 'matches',
    where: { and: [whereDue(duty), ...(after ? [comesAfter(COLUMNS[duty.date], after)] : [])] },
    overrideAccess: true,
    req,
  })
  return totalDocs
}

/** Finds the matches of a duty. */
export const whereDue = ({ before, date, hasMet, state, wasExtensionAsked }: Duty): Where => ({
  and: [
    { status: { equals: state } },
    ...(before ? [{ [COLUMNS[date]]: { less_than: before.toISOString() } }] : []),
    ...exists('metFaceToFaceOn', hasMet),
    ...exists('extensionAskedAt', wasExtensionAsked),
  ],
})

const exists = (column: keyof Match, is: boolean | undefined): Where[] =>
  is === undefined ? [] : [{ [column]: { exists: is } }]

/** A reminder that somebody has had about a match. */
export type Sent = { role: Role; name: string }

/** Which reminders these matches have had, by id of the match. */
export const findSent = async (
  req: PayloadRequest,
  matches: { id: string }[],
): Promise<Map<string, Sent[]>> => {
  const sent = new Map<string, Sent[]>()
  if (matches.length === 0) return sent
  const { docs } = await req.payload.db.find<Pick<MatchStep, 'match' | 'message' | 'to'>>({
    collection: 'match-steps',
    where: {
      and: [{ match: { in: matches.map(({ id }) => id) } }, { what: { equals: 'remind' } }],
    },
    select: { match: true, message: true, to: true },
    pagination: false,
    req,
  })
  for (const { match, message, to } of docs) {
    if (!message || !to) continue
    const list = sent.get(match as string) ?? []
    list.push({ name: message, role: to })
    sent.set(match as string, list)
  }
  return sent
}

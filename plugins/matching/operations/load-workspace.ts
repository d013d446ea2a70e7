import type { PayloadRequest } from 'payload'

import type { Unmatched } from '../engine/pool.ts'
import type { Person, PersonCard, ResolvedOptions } from '../types.ts'
import { OPEN_STATES } from '../types.ts'
import { loadPool } from './load-pool.ts'

/** How many recent matches the workspace lists, to be looked at and undone. */
const RECENT_MATCHES = 20

export type WaitingMentee = PersonCard & {
  id: string
  daysWaited: number
  hasProposal: boolean
  /** Why the last run found no mentor, as a sentence. */
  whyNot?: string
}
export type MentorWithPlaces = PersonCard & { id: string; places: number }
export type ShownMatch = {
  id: string
  mentee: PersonCard
  mentor: PersonCard
  /** Days the mentee has waited; for proposals only. */
  daysWaited?: number
  tier: string
  tierLabel: string
  reasons: string[]
  differences: string[]
  confirmedAt?: string
}

/** All the workspace shows, as plain data for its client part. */
export type WorkspaceData = {
  /** Longest waiting first. */
  waiting: WaitingMentee[]
  /** Those who take mentees, by name; with no places left too. */
  mentors: MentorWithPlaces[]
  /** In the order of the waiting list. */
  proposals: ShownMatch[]
  recent: ShownMatch[]
  /** Names of the tiers from the highest down. */
  tiers: string[]
  lastRun?: { isCertified: boolean; unmatched: number }
}

/** Reads what the workspace shows. Everything is read with the access of the one who looks. */
export const loadWorkspace = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<WorkspaceData> => {
  const pool = await loadPool(req, options, new Date())
  const [proposed, recent, runs] = await Promise.all([
    findMatches(req, ['proposed'], 0),
    findMatches(req, OPEN_STATES, RECENT_MATCHES),
    req.payload.find({
      collection: 'matching-runs',
      sort: '-createdAt',
      limit: 1,
      depth: 0,
      overrideAccess: false,
      req,
    }),
  ])
  const withProposal = new Set(proposed.map(({ mentee }) => idOf(mentee)))
  const daysWaited = new Map(pool.mentees.map((mentee) => [mentee.id, mentee.daysWaited]))
  const toShown = (match: MatchDoc): ShownMatch => ({
    id: match.id,
    mentee: card(match.mentee, options.mentees.describe),
    mentor: card(match.mentor, options.mentors.describe),
    daysWaited: daysWaited.get(idOf(match.mentee)),
    tier: match.tier,
    tierLabel: match.tierLabel,
    reasons: match.reasons ?? [],
    differences: match.differences ?? [],
    confirmedAt: match.confirmedAt ?? undefined,
  })
  const [run] = runs.docs
  const { unmatched = [] } = (run?.record ?? {}) as { unmatched?: Unmatched[] }
  const whyNot = new Map(unmatched.map((entry) => [entry.mentee, sentence(entry)]))
  return {
    waiting: pool.mentees
      .map(({ id, person, daysWaited }) => ({
        id,
        daysWaited,
        hasProposal: withProposal.has(id),
        whyNot: proposed.length > 0 ? whyNot.get(id) : undefined,
        ...options.mentees.describe(person),
      }))
      .sort((a, b) => b.daysWaited - a.daysWaited || a.name.localeCompare(b.name, 'en-GB')),
    mentors: pool.mentors
      .map(({ id, person, places }) => ({ id, places, ...options.mentors.describe(person) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    proposals: proposed
      .map(toShown)
      .sort((a, b) => (b.daysWaited ?? 0) - (a.daysWaited ?? 0) || (a.id < b.id ? -1 : 1)),
    recent: recent.map(toShown),
    tiers: [...options.criteria.ladder, options.criteria.ground].map(({ name }) => name),
    lastRun: run && {
      isCertified: run.isCertified === true,
      unmatched: run.mentees - run.proposed,
    },
  }
}

const sentence = ({ crowd, reason }: Unmatched): string => {
  if (reason === 'nobodyPossible') return 'No mentor was possible in the last run.'
  if (!crowd) return 'Every possible mentor was full in the last run.'
  const places = crowd.places === 1 ? '1 place' : `${crowd.places} places`
  return `No place was left in the last run: ${crowd.mentees} mentees share ${places}.`
}

type MatchDoc = Awaited<ReturnType<typeof findMatches>>[number]

const findMatches = async (req: PayloadRequest, states: string[], limit: number) => {
  const { docs } = await req.payload.find({
    collection: 'matches',
    where: { status: { in: states } },
    sort: '-confirmedAt',
    limit,
    pagination: false,
    depth: 1,
    overrideAccess: false,
    req,
  })
  return docs
}

const idOf = (person: Person | string): string => (typeof person === 'string' ? person : person.id)

const card = (person: Person | string, describe: (person: never) => PersonCard): PersonCard =>
  typeof person === 'string'
    ? { name: 'No longer on record', summary: '' }
    : describe(person as never)

import { Refused } from '@mentoring/kit/refused'
import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import { assess, type Assessment } from '../pool/criteria.ts'
import { prepare } from '../pool/match-pool.ts'
import { indexPairs, type PairOfIds } from '../pool/numbers.ts'
import { byId } from '../pool/order.ts'
import { inSlices } from '../pool/slices.ts'
import { inPortions } from '../read.ts'
import { costOf, isFree } from '../sentences.ts'
import { withSolver } from '../solver/index.ts'
import type { Person, PersonCard, ResolvedOptions } from '../types.ts'
import { loadPool, type StandingProposal } from './load-pool.ts'
import { cardsOf } from './names.ts'
import { loadSettings } from './settings.ts'

/** How many candidates are told: more than anybody reads. */
const MOST_CANDIDATES = 100

/** For how many of them it is said what choosing them would cost. */
const WITH_COST = 10

/** What is said of a candidate by the criteria and the pool alone. */
type Ranked = Pick<
  Assessment,
  'differences' | 'mostPoints' | 'points' | 'reasons' | 'tier' | 'tierLabel'
> & {
  id: string
  /** Free places of a mentor. */
  places?: number
  /** Days a mentee has waited. */
  daysWaited?: number
}

/** One person somebody could be matched with. */
export type Suggestion = PersonCard &
  Ranked & {
    /** Is this very pair in the draft? */
    draft?: 'locked' | 'open'
    /** Whom else they are proposed to now, by name. */
    proposedTo: string[]
    /** What choosing them would change, against the best draft; a phrase. */
    cost?: string
    isFree?: boolean
  }

/** The candidates for one person, best first, and how many could not be. */
export type Suggestions = {
  candidates: Suggestion[]
  /** How many more could be, after the best. */
  more: number
  /** Mentors who are full, by count. */
  full: number
  /** People a rule forbids, by the rule's sentence. */
  forbidden: { sentence: string; people: number }[]
}

/**
 * Ranks the mentors one mentee could have, or the mentees one mentor could take: by tier, then
 * points, then id. People are read with the access of the one who asks.
 *
 * @throws Refused when the person can't be matched now.
 */
export const suggest = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  asked: { mentee: string } | { mentor: string },
): Promise<Suggestions> => {
  const { say, words } = inLanguageOf(req, options)
  const pool = await loadPool(req, options, new Date())
  const { choice, criteria } = await loadSettings(req, options)
  const { mentee: ownMentee, mentor: ownMentor }: Partial<PairOfIds> = asked
  const mentees = pool.mentees.filter(({ id }) => id === (ownMentee ?? id))
  const mentors = pool.mentors.filter(({ id }) => id === (ownMentor ?? id))
  if (ownMentee !== undefined && mentees.length === 0) {
    throw new Refused(404, say('menteeNotWaiting', words))
  }
  if (ownMentor !== undefined && mentors.length === 0) {
    throw new Refused(404, say('mentorNotFree', words))
  }
  const other = ownMentee === undefined ? 'mentee' : 'mentor'
  const leftOut = new Set(pool.leftOut.map(({ mentee, mentor }) => `${mentee} ${mentor}`))
  const forbidden = new Map<string, number>()
  const found: (Ranked & { score: number })[] = []
  let full = 0
  const pairs = mentees.flatMap((mentee) => mentors.map((mentor) => ({ mentee, mentor })))
  for await (const portion of inPortions(pairs)) {
    for (const { mentee, mentor } of portion) {
      if (mentor.places <= 0) {
        full += 1
        continue
      }
      const { forbiddenBy, ...assessment } = assess(criteria, {
        mentee: mentee.person,
        mentor: mentor.person,
      })
      const sentence =
        forbiddenBy[0]?.sentence ??
        (leftOut.has(`${mentee.id} ${mentor.id}`) ? say('leftOut') : undefined)
      if (sentence) forbidden.set(sentence, (forbidden.get(sentence) ?? 0) + 1)
      else if (other === 'mentor') {
        found.push({ id: mentor.id, places: mentor.places, ...assessment })
      } else found.push({ id: mentee.id, daysWaited: mentee.daysWaited, ...assessment })
    }
  }
  found.sort((a, b) => b.score - a.score || byId(a, b))
  const best = found.slice(0, MOST_CANDIDATES)
  const candidates = await withNames(req, options, pool.proposals, asked, best)
  const priced = candidates
    .slice(0, WITH_COST)
    .map(({ id }) => ({ mentee: ownMentee ?? id, mentor: ownMentor ?? id }))
  // Counted without the locks: they are the coordinators' to change.
  const prepared = await inSlices(prepare<Person, Person>(pool, criteria, choice))
  const all = pool.mentees.length * pool.mentors.length
  const costs = await withSolver(req, options, { pairs: all }, (solver) =>
    solver.costs(prepared.task, indexPairs(prepared, priced)),
  )
  costs.forEach((change, n) => {
    if (!change) return
    candidates[n]!.cost = costOf(change, say)
    candidates[n]!.isFree = isFree(change)
  })
  return {
    candidates,
    more: found.length - best.length,
    full,
    forbidden: [...forbidden].map(([sentence, people]) => ({ sentence, people })),
  }
}

/** The candidates as they are shown, with what the draft says of each. */
const withNames = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  proposals: StandingProposal[],
  asked: Partial<PairOfIds>,
  best: (Ranked & { score: number })[],
): Promise<Suggestion[]> => {
  const [own, other] =
    asked.mentee === undefined ? (['mentor', 'mentee'] as const) : (['mentee', 'mentor'] as const)
  const told = new Set(best.map(({ id }) => id))
  const about = proposals.filter((row) => told.has(row[other]))
  const isOwn = (row: PairOfIds) => row[own] === asked[own]
  const others = await cardsOf(req, options, `${other}s`, [...told])
  const rivals = await cardsOf(
    req,
    options,
    `${own}s`,
    about.filter((row) => !isOwn(row)).map((row) => row[own]),
  )
  return best.flatMap(({ score: _score, ...one }): Suggestion[] => {
    const card = others.get(one.id)
    // Gone in this very moment.
    if (!card) return []
    const rows = about.filter((row) => row[other] === one.id)
    const ownRow = rows.find(isOwn)
    return [
      {
        ...one,
        ...card,
        draft: ownRow && (ownRow.isLocked ? 'locked' : 'open'),
        proposedTo: rows.flatMap((row) => (isOwn(row) ? [] : (rivals.get(row[own])?.name ?? []))),
      },
    ]
  })
}

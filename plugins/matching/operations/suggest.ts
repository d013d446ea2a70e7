import type { PayloadRequest } from 'payload'

import { assess, type Assessment } from '../pool/criteria.ts'
import { forceCosts } from '../pool/match-pool.ts'
import { byId } from '../pool/order.ts'
import type { PairOfIds } from '../pool/types.ts'
import { Refused } from '@mentoring/kit/refused'
import { inLanguageOf } from '../languages/index.ts'
import { costOf, isFree } from '../sentences.ts'
import type { PersonCard, ResolvedOptions } from '../types.ts'
import { loadPool } from './load-pool.ts'
import { namesOf } from './names.ts'
import { loadSettings } from './settings.ts'

/** For how many candidates it is said what choosing them would cost: more than anybody reads. */
const WITH_COST = 10

/** One person somebody could be matched with. */
export type Suggestion = PersonCard &
  Pick<Assessment, 'differences' | 'mostPoints' | 'points' | 'reasons' | 'tier' | 'tierLabel'> & {
    id: string
    /** Free places of a mentor. */
    places?: number
    /** Days a mentee has waited. */
    daysWaited?: number
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
  /** Mentors who are full, by count. */
  full: number
  /** People a rule forbids, by the rule's sentence. */
  forbidden: { sentence: string; people: number }[]
}

/**
 * Ranks the mentors one mentee could have, or the mentees one mentor could take: by tier, then
 * points, then id.
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
  const isOwn = ({ mentee, mentor }: PairOfIds) => mentee === ownMentee || mentor === ownMentor
  const inDraft = new Map<string, Suggestion['draft']>(
    pool.proposals.filter(isOwn).map((row) => [row[other], row.isLocked ? 'locked' : 'open']),
  )
  const proposedTo = draftNames(
    pool.proposals.filter((row) => !isOwn(row)),
    namesOf(pool, options),
    other,
  )
  const forbidden = new Map<string, number>()
  const found: { score: number; suggestion: Suggestion }[] = []
  let full = 0
  for (const mentee of mentees) {
    for (const mentor of mentors) {
      if (mentor.places <= 0) {
        full += 1
        continue
      }
      const { forbiddenBy, score, ...assessment } = assess(criteria, {
        mentee: mentee.person,
        mentor: mentor.person,
      })
      const sentence =
        forbiddenBy[0]?.sentence ??
        (leftOut.has(`${mentee.id} ${mentor.id}`) ? say('leftOut') : undefined)
      if (sentence) {
        forbidden.set(sentence, (forbidden.get(sentence) ?? 0) + 1)
        continue
      }
      const { id } = other === 'mentor' ? mentor : mentee
      found.push({
        score,
        suggestion: {
          id,
          ...(other === 'mentor'
            ? { places: mentor.places, ...options.mentors.describe(mentor.person) }
            : { daysWaited: mentee.daysWaited, ...options.mentees.describe(mentee.person) }),
          draft: inDraft.get(id),
          proposedTo: proposedTo.get(id) ?? [],
          ...assessment,
        },
      })
    }
  }
  found.sort((a, b) => b.score - a.score || byId(a.suggestion, b.suggestion))
  const candidates = found.map(({ suggestion }) => suggestion)
  const pairs = candidates
    .slice(0, WITH_COST)
    .map(({ id }) => ({ mentee: ownMentee ?? id, mentor: ownMentor ?? id }))
  // Counted without the locks: they are the coordinators' to change.
  forceCosts(pool, criteria, choice, pairs).forEach((change, n) => {
    if (!change) return
    candidates[n]!.cost = costOf(change, say)
    candidates[n]!.isFree = isFree(change)
  })
  return {
    candidates,
    full,
    forbidden: [...forbidden].map(([sentence, people]) => ({ sentence, people })),
  }
}

/** Names of those each mentor, or each mentee, is proposed to. */
const draftNames = (
  proposals: PairOfIds[],
  names: ReturnType<typeof namesOf>,
  role: keyof PairOfIds,
): Map<string, string[]> => {
  const byPerson = new Map<string, string[]>()
  for (const { mentee, mentor } of proposals) {
    const [id, name] =
      role === 'mentee' ? [mentee, names.mentors.get(mentor)] : [mentor, names.mentees.get(mentee)]
    if (name) byPerson.set(id, [...(byPerson.get(id) ?? []), name])
  }
  return byPerson
}

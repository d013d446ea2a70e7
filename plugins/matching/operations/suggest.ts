import type { PayloadRequest } from 'payload'

import { assess, type Assessment } from '../engine/criteria.ts'
import { MatchRefused } from '../errors.ts'
import type { PersonCard, ResolvedOptions } from '../types.ts'
import { loadPool } from './load-pool.ts'

/** One mentor a mentee could have. */
export type Suggestion = PersonCard &
  Pick<Assessment, 'differences' | 'mostPoints' | 'points' | 'reasons' | 'tier' | 'tierLabel'> & {
    mentor: string
    places: number
  }

/** The candidates for one mentee, best first, and how many could not be. */
export type Suggestions = {
  candidates: Suggestion[]
  /** Mentors who are full, by count. */
  full: number
  /** Mentors a rule forbids, by the rule's sentence. */
  forbidden: { sentence: string; mentors: number }[]
}

/**
 * Ranks the mentors one mentee could have: by tier, then points, then id.
 *
 * @throws MatchRefused when the mentee does not wait.
 */
export const suggestMentors = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  menteeId: string,
): Promise<Suggestions> => {
  const pool = await loadPool(req, options, new Date())
  const mentee = pool.mentees.find(({ id }) => id === menteeId)
  if (!mentee) throw new MatchRefused(404, 'This mentee is not waiting for a mentor.')

  const forbidden = new Map<string, number>()
  const ranked: { score: number; suggestion: Suggestion }[] = []
  let full = 0
  for (const { id, person, places } of pool.mentors) {
    if (places <= 0) {
      full += 1
      continue
    }
    const { score, forbiddenBy, ...assessment } = assess(options.criteria, {
      mentee: mentee.person,
      mentor: person,
    })
    const sentence =
      forbiddenBy[0]?.sentence ??
      (pool.isLeftOut?.(menteeId, id)
        ? 'A coordinator rejected or undid this pair before.'
        : undefined)
    if (sentence) {
      forbidden.set(sentence, (forbidden.get(sentence) ?? 0) + 1)
      continue
    }
    ranked.push({
      score,
      suggestion: { mentor: id, places, ...options.mentors.describe(person), ...assessment },
    })
  }
  ranked.sort((a, b) => b.score - a.score || (a.suggestion.mentor < b.suggestion.mentor ? -1 : 1))
  return {
    candidates: ranked.map(({ suggestion }) => suggestion),
    full,
    forbidden: [...forbidden].map(([sentence, mentors]) => ({ sentence, mentors })),
  }
}

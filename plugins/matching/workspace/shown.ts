import type { PersonCard } from '../types.ts'

/** What a match says of its two people. */
export type ShownMatch = {
  id: string
  mentee: PersonCard & { id: string }
  mentor: PersonCard & { id: string }
  tier: string
  tierLabel: string
  /** The day of the introduction, in words. */
  introducedDay?: string
}

export type ShownProposal = ShownMatch & {
  /** Days the mentee has waited; nothing once they do not wait any more. */
  daysWaited?: number
  reasons: string[]
  differences: string[]
  /** "83 of 116 points" as numbers; nothing when one of them can't be matched any more. */
  points?: { has: number; most: number }
  isLocked: boolean
  isByHand: boolean
  /** The next best mentor, and what taking them instead would change; a phrase. */
  nextBest?: { name: string; cost: string }
  /**
   * Why a proposal without a lock has no next best: the last run `kept` it and asked for none, the
   * next best is `gone` since, there was `nobody` else, there were `tooMany` pairs, or it is `unknown`,
   * because that is worked out when the draft is stored.
   */
  noNextBest?: 'gone' | 'kept' | 'nobody' | 'tooMany' | 'unknown'
  /** What insisting on this pair changes; a phrase. */
  lockCost?: string
  /** What is no longer as it was when the run proposed it. */
  stale?: { sentence: string; isBroken: boolean }
}

export type WaitingMentee = PersonCard & {
  id: string
  daysWaited: number
  /** Name of the mentor they are proposed to. */
  proposedTo?: string
  /** Why the last run found no mentor for them, in whole sentences. */
  whyNot?: string
}

export type MentorWithPlaces = PersonCard & { id: string; places: number }

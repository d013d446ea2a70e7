import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import type { Criteria } from './engine/criteria.ts'

/** A record of one of the two collections; the plugin itself needs only its id. */
export type Person = { id: string }

/** What the workspace shows of a person. */
export type PersonCard = {
  name: string
  /** One line under the name, such as country and specialty. */
  summary: string
}

/** One side of the matching: a collection and what its fields mean. */
type Side<T> = {
  /** The collection. */
  slug: CollectionSlug
  /** Those a matching run considers. */
  available: Where
  /**
   * Says, as a whole sentence, why this person can't be matched now, or nothing when they can.
   * Asked again at the moment of confirming.
   */
  whyUnavailable: (person: T) => string | undefined
  describe: (person: T) => PersonCard
}

/** What happens with a match at the moment it is confirmed or undone, inside its transaction. */
export type MatchEvent<Mentee, Mentor> = {
  req: PayloadRequest
  match: { id: string; reasons: string[]; firstContactDue: string; endsOn: string }
  mentee: Mentee
  mentor: Mentor
}

/** Options of the matching plugin. */
export type MatchingOptions<Mentee extends Person, Mentor extends Person> = {
  mentees: Side<Mentee> & {
    /** Since when this person waits, as an ISO date. */
    waitingSince: (mentee: Mentee) => string
  }
  mentors: Side<Mentor> & {
    /** How many mentees this person takes at a time. */
    capacity: (mentor: Mentor) => number
  }
  criteria: Criteria<Mentee, Mentor>
  /** Dates that follow from an introduction. @default 7 days and 4 months */
  period?: { firstContactDays: number; months: number }
  /** Who may see people and decide about matches. */
  access: (args: { req: PayloadRequest }) => boolean
  /** Hides the plugin's admin sections from those who may not use them. */
  hidden: (args: { user: unknown }) => boolean
  /** Sets the mentee's state and writes the introductions. */
  onIntroduced: (event: MatchEvent<Mentee, Mentor>) => Promise<void>
  /** Puts the mentee back and takes the introductions back. */
  onUndone: (event: MatchEvent<Mentee, Mentor>) => Promise<void>
}

/** Options with their defaults filled in and their people's types put aside. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- inside, people are what the project says they are
export type ResolvedOptions = MatchingOptions<any, any> & {
  period: { firstContactDays: number; months: number }
}

/** States of a match. The first is a proposal; the second has a place and counts. */
export const MATCH_STATES = [
  { value: 'proposed', label: 'Proposed' },
  { value: 'introduced', label: 'Introduced' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'undone', label: 'Undone' },
] as const

/** States in which a match takes a mentor's place and a mentee's wait has ended. */
export const OPEN_STATES = ['introduced']

import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import type { Criteria } from './engine/criteria.ts'

/** A record of one of the two collections; the plugin itself needs only its id. */
export type Person = { id: number | string }

/** What the workspace shows of a person. */
export type PersonCard = {
  name: string
  /** One line under the name, such as country and specialty. */
  summary: string
}

/** One side of the matching: a collection and what its fields mean. */
type Side<T> = {
  /** The collection. Its labels name its people in the workspace and in messages. */
  slug: string
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

/** Days and months that follow from an introduction. */
type Period = { firstContactDays: number; months: number }

/** Slugs of what the plugin adds. */
type Slugs = {
  /** Collection of matches and proposals. */
  matches: string
  /** Collection of matching runs. */
  runs: string
  /** Global with the coordinators' settings. */
  settings: string
}

/** Options of the matching plugin; `README.md` has an example of each. */
export type MatchingOptions<Mentee extends Person, Mentor extends Person> = {
  /** Those who ask for somebody. */
  mentees: Side<Mentee> & {
    /** Since when this person waits, as an ISO date. */
    waitingSince: (mentee: Mentee) => string
  }
  /** Those who can take somebody. */
  mentors: Side<Mentor> & {
    /** How many mentees this person takes at a time. What is no number of 1 or more is no place. */
    capacity: (mentor: Mentor) => number
  }
  criteria: Criteria<Mentee, Mentor>
  /** @default 7 days and 4 months */
  period?: Partial<Period>
  /** @default 'matches', 'matching-runs' and 'matching-settings' */
  slugs?: Partial<Slugs>
  /** Collection of those who decide. @default the one the admin logs in with */
  users?: string
  /** The plugin's folder, as paths of admin components start. @default './plugins/matching' */
  folder?: string
  /** Who may see people and decide about matches. Anything but a plain `true` is a no. */
  access: (args: { req: PayloadRequest }) => boolean
  /** Hides the plugin's admin sections from those who may not use them. */
  hidden: (args: { user: unknown }) => boolean
  /** Sets the mentee's state and writes the introductions. @default nothing */
  onIntroduced?: (event: MatchEvent<Mentee, Mentor>) => Promise<void>
  /** Puts the mentee back and takes the introductions back. @default nothing */
  onUndone?: (event: MatchEvent<Mentee, Mentor>) => Promise<void>
}

/** What people of the two collections are called inside a sentence. */
export type Words = { mentee: string; mentees: string; mentor: string; mentors: string }

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- inside, people are what the project says they are
type AnyOptions = MatchingOptions<any, any>

/** Options with their defaults filled in and their people's types put aside. */
export type ResolvedOptions = Required<Omit<AnyOptions, 'period' | 'slugs' | 'users'>> & {
  period: Period
  slugs: { matches: CollectionSlug; runs: CollectionSlug; settings: string }
  users: CollectionSlug
  words: Words
  /** Field that names a mentee. */
  menteeTitle: string
}

/** States of a match. The first is a proposal; the second has a place and counts. */
export const MATCH_STATES = [
  { value: 'proposed', label: 'Proposed' },
  { value: 'introduced', label: 'Introduced' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'undone', label: 'Undone' },
] as const

export type MatchState = (typeof MATCH_STATES)[number]['value']

/** States in which a match takes a mentor's place and a mentee's wait has ended. */
export const OPEN_STATES: MatchState[] = ['introduced']

/** States after which two people are not proposed to each other again. */
export const CLOSED_STATES: MatchState[] = ['rejected', 'undone']

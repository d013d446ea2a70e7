import type { CollectionSlug, PayloadRequest } from 'payload'

import type { Match, Mentee, Mentor } from '../../payload-types.ts'
import type { Participant } from '../links/owner.ts'
import type { Facts, Period, Role } from '../clock/facts.ts'
import type { SignUpOptions } from '../people/sign-up/types.ts'
import type { MyTemplates } from '../pages/types.ts'

export type { Participant } from '../links/owner.ts'

/** Something one of two matched people learns of the other. */
export type Detail = { label: string; value: string; isEmail?: boolean }

/**
 * Options of the mentoring plugin. It goes on where the matching plugin stops and is made for this
 * programme's collections `matches`, `mentors` and `mentees`, whose generated types it imports.
 */
export type MentoringOptions = {
  /** Who follows the matches: sees them, and acts on somebody's behalf. */
  access: (args: { req: PayloadRequest }) => boolean
  /** Hides the plugin's admin sections from those who may not use them. */
  hidden: (args: { user: unknown }) => boolean
  /** What each of the two learns of the other, in order. */
  details: (participant: Participant) => Detail[]
  /** The central team's address, for the foot of every message. */
  contact: (req: PayloadRequest) => Promise<string>
  /** Address the personal pages are reached at, without a slash at the end. */
  serverURL: string
  /** Writes the message with the link that confirms a sign-up, in the transaction of `req`. */
  sendConfirmation: SignUpOptions['mails']['confirm']
  /** The personal pages, made by the site's own templates. */
  templates: (req: PayloadRequest) => Promise<MyTemplates>
  /** The page that says that something went wrong, made without the database. */
  faultPage: () => string
  /** Until when copies of the records exist that erasing somebody does not reach; none when there is none. */
  copiesKeptUntil: (req: PayloadRequest) => Promise<Date | undefined>
  /** Collection of those who follow matches. @default 'users' */
  users?: CollectionSlug
}

/** Options with their defaults. */
export type ResolvedOptions = Required<MentoringOptions>

/** Who takes a step. A coordinator says why when they act on somebody's behalf. */
export type Actor =
  { by: 'clock' } | { by: 'coordinator'; user: string; note: string } | { by: Role }

/** A match under lock, with everything a step needs: see `inMatch`. */
export type MatchContext = {
  req: PayloadRequest
  options: ResolvedOptions
  match: Match
  mentee: Mentee
  mentor: Mentor
  facts: Facts
  period: Period
  now: Date
  /** How many steps have been written so far. */
  noted: number
}

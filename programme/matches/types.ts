import type { PayloadRequest } from 'payload'

import type { Match, Mentee, Mentor } from '../../payload-types.ts'
import type { Facts, Period, Role } from '../clock/facts.ts'

/** Who takes a step. A coordinator says why when they act on somebody's behalf. */
export type Actor =
  { by: 'clock' } | { by: 'coordinator'; user: string; note: string } | { by: Role }

/** A match under lock, with everything a step needs: see `inMatch`. */
export type MatchContext = {
  req: PayloadRequest
  match: Match
  mentee: Mentee
  mentor: Mentor
  facts: Facts
  period: Period
  now: Date
  /** How many steps have been written so far. */
  noted: number
}

import type { Match } from '../../payload-types.ts'
import { addDays, daysBetween } from '../clock/dates.ts'
import { OPEN } from '../clock/states.ts'
import { factsOf } from '../matches/facts-of.ts'

/** Why something is on the attention list, the most urgent first. */
export const ATTENTION = {
  outage: 'Mail server away',
  silence: 'Heard nothing',
  overdue: 'First contact overdue',
  exit: 'Left early',
  extension: 'Extension not answered',
  neverMet: 'Time is over without contact',
  unanswered: 'Not said whether they go on',
  mail: 'Email not delivered',
} as const

export type AttentionKind = keyof typeof ATTENTION

/** Days after which a question that somebody was asked needs a word from a person. */
const EXTENSION_DAYS = 3
const GOES_ON_DAYS = 14

/** One reason to look at a match, and since when there is one. */
export type MatchAttention = { kind: AttentionKind; since: Date }

/**
 * What a coordinator should look at in a match. One reason at most: the most urgent, because one
 * action comes first.
 */
export const attentionOf = (match: Match, now: Date): MatchAttention | undefined => {
  const facts = factsOf(match)
  const reasons: (MatchAttention | false)[] = [
    OPEN.includes(facts.state) &&
      Boolean(match.heardNothingAt) && {
        kind: 'silence',
        since: new Date(match.heardNothingAt!),
      },
    facts.state === 'introduced' &&
      now >= facts.endsOn && { kind: 'neverMet', since: facts.endsOn },
    facts.state === 'introduced' &&
      now >= facts.firstContactDue && { kind: 'overdue', since: facts.firstContactDue },
    facts.state === 'agreed' &&
      facts.extensionAskedBy !== undefined &&
      // Asked for shortly before the end, there is no time to wait.
      (isLongAgo(match.extensionAskedAt, EXTENSION_DAYS, now) ||
        daysBetween(now, facts.endsOn) <= EXTENSION_DAYS) && {
        kind: 'extension',
        since: new Date(match.extensionAskedAt!),
      },
    facts.state === 'endedEarly' &&
      !match.exitSeenAt && { kind: 'exit', since: new Date(match.closedAt!) },
    facts.state === 'endedEarly' &&
      (match.mentorGoesOn === 'asked' || match.menteeGoesOn === 'asked') &&
      isLongAgo(match.closedAt, GOES_ON_DAYS, now) && {
        kind: 'unanswered',
        since: addDays(new Date(match.closedAt!), GOES_ON_DAYS),
      },
  ]
  return reasons.find((reason) => reason !== false)
}

const isLongAgo = (at: string | null | undefined, days: number, now: Date): boolean =>
  Boolean(at) && daysBetween(new Date(at!), now) > days

/** The most urgent first; of one kind, what has waited longest. */
export const byUrgency = (
  a: { kind: AttentionKind; since: string },
  b: { kind: AttentionKind; since: string },
): number => {
  const order = Object.keys(ATTENTION)
  return order.indexOf(a.kind) - order.indexOf(b.kind) || (a.since < b.since ? -1 : 1)
}

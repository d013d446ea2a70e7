import type { Where } from 'payload'

import type { Match } from '../../payload-types.ts'
import { addDays, daysBetween, startOfDay } from '../clock/dates.ts'
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

/** A reason that lies with a match. */
export type MatchKind = Exclude<AttentionKind, 'mail' | 'outage'>

/** Days after which a question that somebody was asked needs a word from a person. */
const EXTENSION_DAYS = 3
const GOES_ON_DAYS = 14

/** One reason to look at a match, and since when there is one. */
export type MatchAttention = { kind: MatchKind; since: Date }

/**
 * What a coordinator should look at in a match. One reason at most: the most urgent, because one
 * action comes first. `attentionQueries` finds the same in the database.
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

/** Dates from which something is on the list. */
export type AttentionDate =
  'closedAt' | 'endsOn' | 'extensionAskedAt' | 'firstContactDue' | 'heardNothingAt'

type Query = { date: AttentionDate; where: Where }

/**
 * Finds the matches of each kind: with `where`, in the order of `date`, what has waited longest first.
 * A match is found by one of them at most, that of `attentionOf`.
 */
export const attentionQueries = (now: Date): Record<MatchKind, Query> => {
  const at = now.toISOString()
  /** More than so many UK days ago; negative: less than so many to come. */
  const before = (days: number) => ({ less_than: startOfDay(addDays(now, -days)).toISOString() })
  const heard = not('heardNothingAt')
  return {
    silence: {
      date: 'heardNothingAt',
      where: { and: [{ status: { in: OPEN } }, some('heardNothingAt')] },
    },
    overdue: {
      date: 'firstContactDue',
      where: {
        and: [
          { status: { equals: 'introduced' } },
          { firstContactDue: { less_than_equal: at } },
          { endsOn: { greater_than: at } },
          heard,
        ],
      },
    },
    exit: {
      date: 'closedAt',
      where: { and: [{ status: { equals: 'endedEarly' } }, not('exitSeenAt')] },
    },
    extension: {
      date: 'extensionAskedAt',
      where: {
        and: [
          { status: { equals: 'agreed' } },
          some('extensionAskedBy'),
          not('extendedAt'),
          not('extensionRefusedAt'),
          heard,
          {
            or: [
              { extensionAskedAt: before(EXTENSION_DAYS) },
              { endsOn: before(-EXTENSION_DAYS - 1) },
            ],
          },
        ],
      },
    },
    neverMet: {
      date: 'endsOn',
      where: {
        and: [{ status: { equals: 'introduced' } }, { endsOn: { less_than_equal: at } }, heard],
      },
    },
    unanswered: {
      date: 'closedAt',
      where: {
        and: [
          { status: { equals: 'endedEarly' } },
          { closedAt: before(GOES_ON_DAYS) },
          some('exitSeenAt'),
          { or: [{ mentorGoesOn: { equals: 'asked' } }, { menteeGoesOn: { equals: 'asked' } }] },
        ],
      },
    },
  }
}

const some = (name: keyof Match): Where => ({ [name]: { exists: true } })
const not = (name: keyof Match): Where => ({ [name]: { exists: false } })

import type { PayloadRequest } from 'payload'

import type { Match } from '../../payload-types.ts'
import { ukDate } from '../clock/dates.ts'
import type { Role } from '../clock/facts.ts'
import { OPEN } from '../clock/states.ts'
import type { Participant } from '../links/owner.ts'
import { findMatchesOf, isMatchable } from '../people/person-actions.ts'
import { findTrainingDays } from '../training/training.ts'
import { firstStep, type FirstStep, type Standing } from './first-step.ts'
import { type MatchView, matchView } from './match-view.ts'
import { findOther } from './other-page.ts'
import { type Moment, startOfWay, wayToMatch } from './timeline.ts'

/** The personal page as plain data. */
export type PersonalView = {
  name: string
  role: Role
  status: Standing
  /** The day from which a mentee’s place on the waiting list counts, while they are on it. */
  placeFrom?: string
  /** What they are asked to do first; nothing when they need do nothing. */
  first?: FirstStep
  /** What has happened and what comes, for whoever has no match; a match has its own. */
  timeline: Moment[]
  matches: MatchView[]
  /** Can they be matched now, and so take a break? */
  canPause: boolean
  /** A mentor with a mentee who takes no other now, and can say that they do again. */
  canTakeMentees: boolean
  hasTraining: boolean
  wantsNoReminders: boolean
  /** What they have signed up as besides, by the same address, and have another page for. */
  alsoAs?: Role
}

/** How long an ended match stays on the page, in days. */
const SHOWN_AFTER_END = 90

/**
 * Reads what somebody's page shows.
 *
 * @param isKnown whether the other person's details may be shown in this browser
 */
export const personalView = async (
  req: PayloadRequest,
  participant: Participant,
  now: Date,
  isKnown: boolean,
): Promise<PersonalView> => {
  const { person, role } = participant
  const matches: MatchView[] = []
  for (const match of await findMatchesOf(req, participant)) {
    if (isRecent(match, now)) matches.push(await matchView(req, participant, match, isKnown))
  }
  const status = statusOf(participant, matches)
  const start = startOfWay({ signedUp: person.createdAt, confirmed: person.confirmedAt })
  const open = matches.find(({ isOpen }) => isOpen)
  // How they came here is said once.
  if (open) open.timeline.unshift(...start)
  return {
    name: person.name,
    role,
    status,
    // Whoever comes back keeps their place: it is no day since when they have waited without a break.
    placeFrom:
      role === 'mentee' && status === 'waiting' && person.waitingSince
        ? ukDate(person.waitingSince)
        : undefined,
    first: firstStep({ role, status, matches }),
    timeline:
      open || !isThere(status) ? [] : [...start, ...wayToMatch(role, isMatchable(participant))],
    matches,
    canPause: isMatchable(participant),
    canTakeMentees: role === 'mentor' && person.status === 'active' && !person.takesMentees,
    hasTraining: role === 'mentor' && (await findTrainingDays(req, now, person.id)).length > 0,
    wantsNoReminders: Boolean(person.wantsNoReminders),
    alsoAs: (await findOther(req, participant))?.role,
  }
}

const isRecent = ({ closedAt, status }: Match, now: Date): boolean =>
  OPEN.includes(status) ||
  (Boolean(closedAt) &&
    now.getTime() - Date.parse(closedAt!) < SHOWN_AFTER_END * 24 * 60 * 60 * 1000)

const statusOf = ({ person, role }: Participant, matches: MatchView[]): Standing => {
  if (role === 'mentee') return person.status
  if (person.status !== 'active') return person.status
  if (matches.some(({ isOpen }) => isOpen)) return 'matched'
  return person.takesMentees === false ? 'paused' : 'active'
}

/** Is somebody in the programme, with or without a match? */
const isThere = (status: Standing): boolean => status !== 'unconfirmed' && status !== 'withdrawn'

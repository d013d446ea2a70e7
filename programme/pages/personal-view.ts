import type { PayloadRequest } from 'payload'

import type { Match } from '../../payload-types.ts'
import { findParticipant, idOf } from '../links/owner.ts'
import { ukDate } from '../clock/dates.ts'
import { otherRole, type Role } from '../clock/facts.ts'
import { nextSteps, type NextStep } from '../clock/next.ts'
import { OPEN, STATES } from '../clock/states.ts'
import { goesOnField } from '../matches/end-match.ts'
import { factsOf } from '../matches/facts-of.ts'
import { agreementInForce, findAgreements, signatureOf } from '../matches/agreement.ts'
import { findMeetings, meetingInWords } from '../matches/meetings.ts'
import { findTrainingDays } from '../training/training.ts'
import { findMatchesOf, isMatchable } from '../people/person-actions.ts'
import type { Participant } from '../links/owner.ts'
import type { Row } from './types.ts'
import { details } from '../people/details.ts'

/** One match as one of its two sees it. */
export type MatchView = {
  id: string
  isOpen: boolean
  other: { name: string; role: Role; details: Row[] }
  /** Are the other's details left out, because this browser has not been seen with a code? */
  isHidden: boolean
  state: string
  introducedOn: string
  dueOn: string
  endsOn: string
  next: NextStep[]
  /** Could the mentee still say that they have heard nothing? */
  canSaySilence: boolean
  agreement: 'changed' | 'inForce' | 'none' | 'toSign' | 'waiting'
  canPrint: boolean
  meetings: string[]
  extension: 'asked' | 'none' | 'refused' | 'toAnswer'
  /** After the end: what is still to be answered. */
  isCompleted: boolean
  goesOn?: 'asked' | 'no' | 'yes'
}

/** The personal page as plain data. */
export type PersonalView = {
  name: string
  role: Role
  status: 'active' | 'matched' | 'paused' | 'resting' | 'unconfirmed' | 'waiting' | 'withdrawn'
  since?: string
  matches: MatchView[]
  /** Can they be matched now, and so take a break? */
  canPause: boolean
  /** A mentor with a mentee who takes no other now, and can say that they do again. */
  canTakeMentees: boolean
  hasTraining: boolean
  wantsNoReminders: boolean
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
  return {
    name: person.name,
    role,
    status: statusOf(participant, matches),
    since: role === 'mentee' && person.waitingSince ? ukDate(person.waitingSince) : undefined,
    matches,
    canPause: isMatchable(participant),
    canTakeMentees: role === 'mentor' && person.status === 'active' && !person.takesMentees,
    hasTraining: role === 'mentor' && (await findTrainingDays(req, now, person.id)).length > 0,
    wantsNoReminders: Boolean(person.wantsNoReminders),
  }
}

const isRecent = ({ closedAt, status }: Match, now: Date): boolean =>
  OPEN.includes(status) ||
  (Boolean(closedAt) &&
    now.getTime() - Date.parse(closedAt!) < SHOWN_AFTER_END * 24 * 60 * 60 * 1000)

const statusOf = ({ person, role }: Participant, matches: MatchView[]): PersonalView['status'] => {
  if (role === 'mentee') return person.status
  if (person.status !== 'active') return person.status
  if (matches.some(({ isOpen }) => isOpen)) return 'matched'
  return person.takesMentees === false ? 'paused' : 'active'
}

const matchView = async (
  req: PayloadRequest,
  { role }: Participant,
  match: Match,
  isKnown: boolean,
): Promise<MatchView> => {
  const facts = factsOf(match)
  const isOpen = OPEN.includes(facts.state)
  const theirs = otherRole(role)
  const other = await findParticipant(req, { role: theirs, id: idOf(match[theirs]) })
  const agreements = await findAgreements(req, match.id)
  const [latest] = agreements
  const hasSigned = Boolean(latest?.[signatureOf(role)])
  const inForce = agreementInForce(agreements)
  return {
    id: match.id,
    isOpen,
    other: {
      name: other?.person.name ?? `Your ${theirs}`,
      role: theirs,
      // Once it is over, nobody is given the other's details again.
      details: isOpen && isKnown && other ? await details(req, other) : [],
    },
    isHidden: isOpen && !isKnown,
    state: STATES[facts.state].label,
    introducedOn: ukDate(facts.introducedAt),
    dueOn: ukDate(facts.firstContactDue),
    endsOn: ukDate(facts.endsOn),
    next: nextSteps(facts, role, hasSigned),
    canSaySilence: role === 'mentee' && facts.state === 'inContact' && !match.heardNothingAt,
    agreement: !latest
      ? 'none'
      : latest.id === inForce?.id
        ? 'inForce'
        : hasSigned
          ? 'waiting'
          : inForce
            ? 'changed'
            : 'toSign',
    canPrint: inForce !== undefined,
    meetings: (await findMeetings(req, match.id)).map(meetingInWords),
    extension: match.extensionRefusedAt
      ? 'refused'
      : !facts.extensionAskedBy
        ? 'none'
        : facts.extensionAskedBy === role
          ? 'asked'
          : 'toAnswer',
    isCompleted: facts.state === 'completed',
    goesOn: match[goesOnField(role)] ?? undefined,
  }
}

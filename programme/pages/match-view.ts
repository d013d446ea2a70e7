import type { PayloadRequest } from 'payload'

import type { Match } from '../../payload-types.ts'
import { ukDate } from '../clock/dates.ts'
import { type Facts, otherRole, type Role } from '../clock/facts.ts'
import { nextSteps, type NextStep } from '../clock/next.ts'
import { OPEN } from '../clock/states.ts'
import type { Participant } from '../links/owner.ts'
import { agreementInForce, findAgreements, signatureOf } from '../matches/agreement.ts'
import { goesOnField } from '../matches/end-match.ts'
import { factsOf } from '../matches/facts-of.ts'
import { findMeetings, meetingInWords } from '../matches/meetings.ts'
import { otherOf } from '../matches/other-of.ts'
import { reasonsInWords } from '../matches/reasons.ts'
import { findSurvey } from '../matches/survey.ts'
import { details } from '../people/details.ts'
import { type Moment, wayOfMatch } from './timeline.ts'
import type { Row } from './types.ts'

/** One match as one of its two sees it. */
export type MatchView = {
  id: string
  isOpen: boolean
  other: { name: string; role: Role; details: Row[] }
  /** Are the other's details left out, because this browser has not been seen with a code? */
  isHidden: boolean
  /** Why the two were matched, while they are. */
  reasons: string[]
  introducedOn: string
  dueOn: string
  endsOn: string
  /** When it was over, once it is. */
  endedOn?: string
  /** What is expected of them, the most pressing first. */
  next: NextStep[]
  /** What has happened and what comes, while it is open. */
  timeline: Moment[]
  /** Could the mentee still say that they have heard nothing? */
  canSaySilence: boolean
  agreement: 'changed' | 'inForce' | 'none' | 'toSign' | 'waiting'
  canPrint: boolean
  meetings: string[]
  extension: 'asked' | 'none' | 'refused' | 'toAnswer'
  /** After the end: what is still to be answered. */
  isCompleted: boolean
  hasSurvey: boolean
  goesOn?: 'asked' | 'no' | 'yes'
}

/** Reads what somebody’s page shows of one of their matches. */
export const matchView = async (
  req: PayloadRequest,
  { role }: Participant,
  match: Match,
  isKnown: boolean,
): Promise<MatchView> => {
  const facts = factsOf(match)
  const isOpen = OPEN.includes(facts.state)
  const theirs = otherRole(role)
  const other = await otherOf(req, match, role)
  const name = other?.person.name ?? `Your ${theirs}`
  const agreements = await findAgreements(req, match.id)
  const [latest] = agreements
  const hasSigned = Boolean(latest?.[signatureOf(role)])
  const inForce = agreementInForce(agreements)
  const meetings = (await findMeetings(req, match.id)).map(meetingInWords)
  const extension = extensionOf(match, facts, role)
  const isCompleted = facts.state === 'completed'
  return {
    id: match.id,
    isOpen,
    other: {
      name,
      role: theirs,
      // Once it is over, nobody is given the other's details again.
      details: isOpen && isKnown && other ? await details(req, other) : [],
    },
    isHidden: isOpen && !isKnown,
    reasons: isOpen ? reasonsInWords(match.reasons) : [],
    introducedOn: ukDate(facts.introducedAt),
    dueOn: ukDate(facts.firstContactDue),
    endsOn: ukDate(facts.endsOn),
    endedOn: match.closedAt ? ukDate(match.closedAt) : undefined,
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
    meetings,
    extension,
    timeline: isOpen
      ? wayOfMatch({
          facts,
          role,
          other: name,
          contactAt: match.contactAt,
          agreedAt: match.agreedAt,
          meetings,
          extension,
        })
      : [],
    isCompleted,
    hasSurvey: isCompleted && (await findSurvey(req, match.id, role)) !== undefined,
    goesOn: match[goesOnField(role)] ?? undefined,
  }
}

const extensionOf = (
  { extensionRefusedAt }: Match,
  { extensionAskedBy }: Facts,
  role: Role,
): MatchView['extension'] => {
  if (extensionRefusedAt) return 'refused'
  if (!extensionAskedBy) return 'none'
  return extensionAskedBy === role ? 'asked' : 'toAnswer'
}

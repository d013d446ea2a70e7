import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor, User } from '../../../payload-types.ts'
import { ukDate } from '../clock/dates.ts'
import { otherRole, ROLES } from '../clock/facts.ts'
import { OPEN, STATES, type Step, stepsFrom } from '../clock/states.ts'
import { MEETING_WAYS } from '../collections/meetings.ts'
import { factsOf } from '../facts-of.ts'
import { agreementInForce, findAgreements, signatureOf } from '../operations/agreement.ts'
import { findMeetings } from '../operations/meetings.ts'
import { NOTED } from '../words.ts'

/** A match as its page in the admin shows it, as plain data. */
export type MatchOverview = {
  id: string
  state: string
  names: { mentee: string; mentor: string }
  /** What happens next by itself, in words. */
  next: string
  possible: Step[]
  isOpen: boolean
  dates: { label: string; value: string }[]
  /** As date inputs have them. */
  endsOn: string
  firstContactDue: string
  meetings: string[]
  agreement: string
  /** What the one who left wanted the central team to know. */
  word?: string
  steps: { id: string; at: string; what: string; by: string; note?: string }[]
}

/**
 * Reads one match with its history. Whoever calls has made sure that the one who asks may see it.
 *
 * @returns nothing when it is gone.
 */
export const loadMatch = async (
  req: PayloadRequest,
  id: string,
): Promise<MatchOverview | undefined> => {
  const { payload } = req
  const match = await payload.findByID({
    collection: 'matches',
    id,
    depth: 1,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!match) return undefined
  const facts = factsOf(match)
  const { docs: steps } = await payload.find({
    collection: 'match-steps',
    where: { match: { equals: id } },
    sort: '-at',
    pagination: false,
    depth: 1,
    overrideAccess: false,
    req,
  })
  const agreements = await findAgreements(req, id)
  const date = (label: string, value: string | null | undefined) =>
    value ? [{ label, value: ukDate(value) }] : []
  return {
    id,
    state: STATES[facts.state].label,
    names: { mentee: (match.mentee as Mentee).name, mentor: (match.mentor as Mentor).name },
    next: nextInWords(facts),
    possible: stepsFrom(facts.state),
    isOpen: OPEN.includes(facts.state),
    dates: [
      ...date('Introduced', match.confirmedAt),
      ...date('First contact due', match.firstContactDue),
      ...date('First contact', match.contactAt),
      ...date('Agreement signed', match.agreedAt),
      ...date('First met face to face', match.metFaceToFaceOn),
      ...date('Extended', match.extendedAt),
      ...date('Ends', match.endsOn),
      ...date('Ended', match.closedAt),
    ],
    endsOn: (match.endsOn ?? '').slice(0, 10),
    firstContactDue: (match.firstContactDue ?? '').slice(0, 10),
    meetings: (await findMeetings(req, id)).map(
      ({ on, way }) =>
        `${ukDate(on)}, ${MEETING_WAYS.find(({ value }) => value === way)!.label.toLowerCase()}`,
    ),
    agreement: agreementInWords(agreements),
    word: match.exitWord ?? undefined,
    steps: steps.map((step) => ({
      id: step.id,
      at: step.at,
      what: step.what === 'remind' ? reminderInWords(step.detail) : NOTED[step.what],
      by: byInWords(step.by, step.user as User | null),
      note: step.note ?? undefined,
    })),
  }
}

const nextInWords = ({ endsOn, firstContactDue, state }: ReturnType<typeof factsOf>): string => {
  switch (state) {
    case 'introduced':
      return `The mentor writes by ${ukDate(firstContactDue)}. Both are reminded until then.`
    case 'inContact':
      return `They fill in the agreement and meet. The match ends on ${ukDate(endsOn)}.`
    case 'agreed':
      return `The match ends on ${ukDate(endsOn)}. Before that, both are asked about an extension.`
    case 'extended':
      return `The match ends on ${ukDate(endsOn)}.`
    case 'proposed':
      return 'A coordinator decides about it in the matching workspace.'
    default:
      return 'It is over. Nothing more happens by itself.'
  }
}

const agreementInWords = (agreements: Awaited<ReturnType<typeof findAgreements>>): string => {
  const [latest] = agreements
  if (!latest) return 'Not filled in yet.'
  const inForce = agreementInForce(agreements)
  if (inForce?.id === latest.id) return `Version ${latest.version}, signed by both.`
  const missing = ROLES.filter((role) => !latest[signatureOf(role)])
  const waits = `Version ${latest.version} waits for the ${missing.join(' and the ')} to sign.`
  return inForce ? `${waits} Version ${inForce.version} counts until then.` : waits
}

/** @example reminderInWords('contactGentle:mentor') // 'Reminder sent to the mentor' */
const reminderInWords = (detail: string | null | undefined): string =>
  `${NOTED.remind} to the ${(detail ?? '').split(':')[1] ?? otherRole('mentee')}`

const byInWords = (by: string, user: User | null): string => {
  if (by === 'coordinator') return user?.name ?? 'A coordinator'
  return { clock: 'The programme', mentee: 'Mentee', mentor: 'Mentor' }[by] ?? by
}

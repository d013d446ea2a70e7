import { mailState } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor, User } from '../../payload-types.ts'
import { labelledAnswers } from '@mentoring/forms/answers'
import { ukDate, ukDay } from '../clock/dates.ts'
import { type Role, ROLES } from '../clock/facts.ts'
import { OPEN, STATES, stepsFrom } from '../clock/states.ts'
import { factsOf } from '../matches/facts-of.ts'
import { agreementInForce, findAgreements, signatureOf } from '../matches/agreement.ts'
import { goesOnField } from '../matches/end-match.ts'
import { findMeetings, meetingInWords } from '../matches/meetings.ts'
import { findSurvey, SURVEY_FORM } from '../matches/survey.ts'
import { NOTED } from '../clock/noted.ts'
import { type Choice, ON_BEHALF } from './on-behalf.ts'

/** A match as its page in the admin shows it, as plain data. */
export type MatchOverview = {
  id: string
  state: string
  names: { mentee: string; mentor: string }
  /** What happens next by itself, in words. */
  next: string
  /** What can be done on their behalf, and by which action. */
  choices: (Choice & { action: string })[]
  /** Those who have not said yet whether they want another match. */
  unanswered: Role[]
  dates: { label: string; value: string }[]
  /** UK days, as date inputs have them. */
  endsOn: string
  firstContactDue: string
  meetings: string[]
  agreement: string
  /** What the one who left wanted the central team to know. */
  word?: string
  /** Answers to the survey at the end. */
  surveys: { role: Role; rows: { label: string; value: string }[] }[]
  steps: { id: string; at: string; what: string; by: string; note?: string }[]
  /** Emails about the match, the latest first. */
  mails: { id: string; href: string; subject: string; to: string; status: string; at: string }[]
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
  const unanswered = ROLES.filter((role) => match[goesOnField(role)] === 'asked')
  const date = (label: string, value: string | null | undefined) =>
    value ? [{ label, value: ukDate(value) }] : []
  return {
    id,
    state: STATES[facts.state].label,
    names: { mentee: (match.mentee as Mentee).name, mentor: (match.mentor as Mentor).name },
    next: nextInWords(facts),
    choices: ON_BEHALF.flatMap(({ choices, name }) =>
      choices({
        can: (step) => stepsFrom(facts.state).includes(step),
        isOpen: OPEN.includes(facts.state),
        hasHeardNothing: Boolean(match.heardNothingAt),
        unanswered,
      }).map((choice) => ({ action: name, ...choice })),
    ),
    unanswered,
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
    endsOn: match.endsOn ? ukDay(match.endsOn) : '',
    firstContactDue: match.firstContactDue ? ukDay(match.firstContactDue) : '',
    meetings: (await findMeetings(req, id)).map(meetingInWords),
    agreement: agreementInWords(agreements),
    word: match.exitWord ?? undefined,
    surveys: await loadSurveys(req, id),
    mails: await loadMails(req, id),
    steps: steps.map((step) => ({
      id: step.id,
      at: step.at,
      what: step.what === 'remind' && step.to ? reminderInWords(step.to) : NOTED[step.what],
      by: byInWords(step.by, step.user as User | null),
      note: step.note ?? undefined,
    })),
  }
}

const loadSurveys = async (req: PayloadRequest, id: string): Promise<MatchOverview['surveys']> => {
  const answered: MatchOverview['surveys'] = []
  for (const role of ROLES) {
    const survey = await findSurvey(req, id, role)
    if (survey) answered.push({ role, rows: labelledAnswers(SURVEY_FORM, survey) })
  }
  return answered
}

const loadMails = async (req: PayloadRequest, id: string): Promise<MatchOverview['mails']> => {
  const { docs } = await req.payload.find({
    collection: 'mails',
    where: { match: { equals: id } },
    sort: '-createdAt',
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs.map((mail) => ({
    id: mail.id,
    href: `${req.payload.config.routes.admin}/collections/mails/${mail.id}`,
    subject: mail.subject,
    to: mail.to,
    status: mailState(mail.status, req.i18n),
    at: mail.sentAt ?? mail.createdAt,
  }))
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
  if (!latest) return 'Not filled in.'
  const inForce = agreementInForce(agreements)
  if (inForce?.id === latest.id) return `Version ${latest.version}, signed by both.`
  const missing = ROLES.filter((role) => !latest[signatureOf(role)])
  const waits = `Version ${latest.version} waits for the ${missing.join(' and the ')} to sign.`
  return inForce ? `${waits} Version ${inForce.version} counts until then.` : waits
}

const reminderInWords = (to: Role): string => `${NOTED.remind} to the ${to}`

const byInWords = (by: string, user: User | null): string => {
  if (by === 'coordinator') return user?.name ?? 'A coordinator'
  return { clock: 'The programme', mentee: 'Mentee', mentor: 'Mentor' }[by] ?? by
}

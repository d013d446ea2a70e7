import type { Field, OptionObject, PayloadRequest, SelectField, Where } from 'payload'

import { findRecords } from '../../database/records.ts'
import type { TrainingDay } from '../../payload-types.ts'
import {
  collectionOf,
  isParticipant,
  ownedBy,
  ownerOf,
  type Participant,
  type SignedUp,
} from '../links/owner.ts'
import { answerRows, labelledAnswers } from '@mentoring/forms/answers'
import { formForReading, NO_LONGER_ASKED } from '@mentoring/forms/editions/form-of'
import { editionInForce, editionOf } from '@mentoring/forms/editions/in-force'
import { keptUntil } from '@mentoring/forms/editions/keep'
import { everyQuestion } from '@mentoring/forms/editions/questions-of'
import { answersOf } from '@mentoring/forms/own-answers'
import { ukDate } from '../clock/dates.ts'
import type { Role } from '../clock/facts.ts'
import { STATES } from '../clock/states.ts'
import { MEETING_WAYS } from '../../collections/Meetings.ts'
import { findAgreements, termRows } from '../matches/agreement.ts'
import { findMeetings } from '../matches/meetings.ts'
import { otherOf } from '../matches/other-of.ts'
import { findSurvey, SURVEY_FORM } from '../matches/survey.ts'
import { NOTED } from '../clock/noted.ts'
import { findMatchesOf } from './person-actions.ts'

/** What is held about somebody, in parts, as they read it and as they download it. */
export type DataSection = { title: string; rows: { label: string; value: string }[] }

/**
 * Everything that is held about somebody. Of the others it has the name and what was shared with
 * them, no more than they know already.
 */
export const dataOf = async (req: PayloadRequest, somebody: SignedUp): Promise<DataSection[]> => {
  const { person, role } = somebody
  const fields = req.payload.collections[collectionOf(role)].config.fields
  const sections: DataSection[] = [
    ...(await answersAsSections(req, somebody)),
    {
      title: 'What you agreed to',
      rows: [
        row('When', person.consent?.givenAt && ukDate(person.consent.givenAt)),
        row('The words', person.consent?.wording),
      ],
    },
    {
      title: 'Your place in the programme',
      rows: [
        row('State', statusInWords(fields, person.status)),
        row('Email confirmed', person.confirmedAt && ukDate(person.confirmedAt)),
        ...(isParticipant(somebody) ? rowsOfParticipant(somebody) : []),
      ],
    },
    ...(isParticipant(somebody) ? await sectionsOfMatches(req, somebody) : []),
  ]
  const own = ownedBy(ownerOf(somebody))
  const mails = await findRecords(req, 'mails', own, { sort: 'createdAt' })
  sections.push({
    title: 'Emails to you',
    rows: mails.map(({ createdAt, subject }) => row(ukDate(createdAt), subject)),
  })
  return sections
    .map(({ rows, title }) => ({ title, rows: rows.filter(({ value }) => value !== '') }))
    .filter(({ rows }) => rows.length > 0)
}

const rowsOfParticipant = ({ person, role }: Participant) => [
  ...(role === 'mentee'
    ? [row('Waiting since', person.waitingSince && ukDate(person.waitingSince))]
    : []),
  row('Reminders', person.wantsNoReminders ? 'Stopped' : 'Yes'),
]

/** What has come of the matching, and the training days of a mentor. */
const sectionsOfMatches = async (
  req: PayloadRequest,
  participant: Participant,
): Promise<DataSection[]> => {
  const { person, role } = participant
  const sections: DataSection[] = []
  for (const match of await findMatchesOf(req, participant)) {
    const other = await otherOf(req, match, role)
    const meetings = await findMeetings(req, match.id)
    const [agreement] = await findAgreements(req, match.id)
    const survey = await findSurvey(req, match.id, role)
    const steps = await findStepsBy(req, match.id, role)
    const hasLeft = steps.some(({ what }) => what === 'endEarly')
    sections.push({
      title: `Match with ${other?.person.name ?? 'somebody who is no longer on record'}`,
      rows: [
        row('State', STATES[match.status].label),
        row('Introduced', match.confirmedAt && ukDate(match.confirmedAt)),
        row('Why you were matched', match.reasons?.join('\n')),
        row('First contact', match.contactAt && ukDate(match.contactAt)),
        row('Ends', match.endsOn && ukDate(match.endsOn)),
        row('Ended', match.closedAt && ukDate(match.closedAt)),
        row(
          'Meetings',
          meetings
            .map(
              ({ on, way }) => `${ukDate(on)}, ${MEETING_WAYS.find((w) => w.value === way)!.label}`,
            )
            .join('\n'),
        ),
        ...(agreement ? termRows(agreement) : []),
        row('What you told the central team', hasLeft ? match.exitWord : undefined),
        ...(survey ? labelledAnswers(SURVEY_FORM, survey) : []),
        row(
          'What you did',
          steps.map(({ at, what }) => `${ukDate(at)}: ${NOTED[what]}`).join('\n'),
        ),
      ],
    })
  }
  if (role === 'mentor') {
    const { docs: places } = await req.payload.find({
      collection: 'training-places',
      where: { mentor: { equals: person.id } },
      pagination: false,
      depth: 1,
      overrideAccess: true,
      req,
    })
    const days = places.map(({ day, hasAttended }) => ({ ...(day as TrainingDay), hasAttended }))
    sections.push({
      title: 'Training days',
      rows: days.map(({ hasAttended, startsAt, title }) =>
        row(title, `${ukDate(startsAt)}${hasAttended ? ', attended' : ''}`),
      ),
    })
  }
  return sections
}

/** In today's words of the questions, and those of the time of the answer where they were others. */
const answersAsSections = async (
  req: PayloadRequest,
  { person, role }: SignedUp,
): Promise<DataSection[]> => {
  const edition = await editionInForce(req)
  const askedIn = person.askedIn ?? {}
  const words: Record<string, string> = {}
  for (const number of new Set(Object.values(askedIn))) {
    const then = number === edition.number ? undefined : await editionOf(req.payload, number)
    for (const { label, name } of then ? everyQuestion(then, role) : []) {
      if (askedIn[name] === number) words[name] = label
    }
  }
  const form = formForReading(edition, role, ({ label, name }) => {
    const until = keptUntil(edition, name)
    return [
      label,
      ...(words[name] && words[name] !== label ? [`(asked as “${words[name]}”)`] : []),
      ...(until ? [`(kept until ${ukDate(until)})`] : []),
    ].join(' ')
  })
  const answers = answerRows(form, answersOf(person) as Parameters<typeof answerRows>[1])
  const isOnce = ({ section }: { section: string }) => section === NO_LONGER_ASKED
  return [
    { title: 'Your answers', rows: answers.filter((one) => !isOnce(one)) },
    { title: NO_LONGER_ASKED, rows: answers.filter(isOnce) },
  ].map(({ rows, title }) => ({ title, rows: rows.map(({ label, value }) => row(label, value)) }))
}

const row = (label: string, value: string | null | undefined) => ({ label, value: value ?? '' })

const statusInWords = (fields: Field[], status: string): string => {
  const field = fields.find((one) => 'name' in one && one.name === 'status') as SelectField
  const option = (field.options as OptionObject[]).find(({ value }) => value === status)
  return (option?.label as string | undefined) ?? status
}

/** What one side of a match has done, the earliest first. */
const findStepsBy = (req: PayloadRequest, match: string, role: Role) => {
  const own: Where = { and: [{ match: { equals: match } }, { by: { equals: role } }] }
  return findRecords(req, 'match-steps', own, { sort: 'at' })
}

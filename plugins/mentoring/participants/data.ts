import type { PayloadRequest } from 'payload'

import type { TrainingDay } from '../../../payload-types.ts'
import { formSchema } from '../../sign-up/form-schema.ts'
import { answerRows, type Answers } from '../../sign-up/answers.ts'
import { ukDate } from '../clock/dates.ts'
import { otherRole } from '../clock/facts.ts'
import { STATES } from '../clock/states.ts'
import { MEETING_WAYS } from '../collections/meetings.ts'
import { findAgreements, termRows } from '../operations/agreement.ts'
import { findMeetings } from '../operations/meetings.ts'
import { findSurvey, SURVEY_FORM } from '../operations/survey.ts'
import type { Participant } from '../types.ts'
import { findMatchesOf } from './person-actions.ts'

/** What is held about somebody, in parts, as they read it and as they download it. */
export type DataSection = { title: string; rows: { label: string; value: string }[] }

/**
 * Everything that is held about somebody. Of the others it has the name and what was shared with
 * them, no more than they know already.
 */
export const dataOf = async (
  req: PayloadRequest,
  participant: Participant,
): Promise<DataSection[]> => {
  const { person, role } = participant
  const fields = req.payload.collections[`${role}s`].config.fields
  const sections: DataSection[] = [
    {
      title: 'Your answers',
      rows: answerRows(formSchema(fields), person as unknown as Answers).map(pick),
    },
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
        row('State', person.status),
        row('Email confirmed', person.confirmedAt && ukDate(person.confirmedAt)),
        ...(role === 'mentee'
          ? [row('Waiting since', person.waitingSince && ukDate(person.waitingSince))]
          : []),
        row('Wants no reminders', person.wantsNoReminders ? 'Yes' : 'No'),
      ],
    },
  ]
  for (const match of await findMatchesOf(req, participant)) {
    const other = await req.payload.findByID({
      collection: `${otherRole(role)}s`,
      id: String(match[otherRole(role)]),
      depth: 0,
      disableErrors: true,
      overrideAccess: true,
      req,
    })
    const meetings = await findMeetings(req, match.id)
    const [agreement] = await findAgreements(req, match.id)
    const survey = await findSurvey(req, match.id, role)
    sections.push({
      title: `Match with ${other?.name ?? 'somebody who is no longer on record'}`,
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
        ...(agreement ? termRows(agreement).map(pick) : []),
        ...(survey ? answerRows(SURVEY_FORM, survey as unknown as Answers).map(pick) : []),
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
  const { docs: mails } = await req.payload.find({
    collection: 'mails',
    where: { to: { equals: person.email } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  sections.push({
    title: 'Emails to you',
    rows: mails.map(({ createdAt, subject }) => row(ukDate(createdAt), subject)),
  })
  return sections
    .map(({ rows, title }) => ({ title, rows: rows.filter(({ value }) => value !== '') }))
    .filter(({ rows }) => rows.length > 0)
}

const row = (label: string, value: string | null | undefined) => ({ label, value: value ?? '' })

const pick = ({ label, value }: { label: string; value: string }) => ({ label, value })

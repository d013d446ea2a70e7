import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../payload-types.ts'
import { cancelMail, queueMail } from '../plugins/mail-outbox/queue-mail.ts'
import type { MatchEvent } from '../plugins/matching/types.ts'
import { countryName } from './countries.ts'
import { languageName } from './languages.ts'
import {
  GRADES,
  labelOf,
  MEETING_PREFERENCES,
  PATHWAYS,
  SITES,
  SPECIALTIES,
  TOPICS,
} from './options.ts'
import type { MailName } from './mails.ts'

type Event = MatchEvent<Mentee, Mentor>

const keyOf = (matchId: string, role: 'mentee' | 'mentor') => `introduction:${matchId}:${role}`

/** Sets the mentee's state and writes to both, with each other's details and what happens next. */
export const introduce = async ({ req, match, mentee, mentor }: Event): Promise<void> => {
  await setStatus(req, mentee, 'matched')
  const common = {
    shared: match.reasons.join('\n') || 'A coordinator thinks you will get on well.',
    firstContactBy: ukDate(match.firstContactDue),
    endsOn: ukDate(match.endsOn),
    contact: await contactAddress(req),
  }
  await queueMail({
    req,
    key: keyOf(match.id, 'mentor'),
    to: mentor.email,
    template: 'introductionToMentor' satisfies MailName,
    values: {
      ...common,
      name: mentor.name,
      mentee: mentee.name,
      details: details(mentee, 'Wants help with'),
    },
  })
  await queueMail({
    req,
    key: keyOf(match.id, 'mentee'),
    to: mentee.email,
    template: 'introductionToMentee' satisfies MailName,
    values: {
      ...common,
      name: mentee.name,
      mentor: mentor.name,
      details: details(mentor, 'Can help with'),
    },
  })
}

/**
 * Puts the mentee back on the waiting list, with the place they had. An introduction that has not
 * been sent is cancelled; whoever got theirs is told that it is withdrawn.
 */
export const takeBack = async ({ req, match, mentee, mentor }: Event): Promise<void> => {
  await setStatus(req, mentee, 'waiting')
  const contact = await contactAddress(req)
  const sides = [
    { role: 'mentor', person: mentor, other: mentee },
    { role: 'mentee', person: mentee, other: mentor },
  ] as const
  for (const { role, person, other } of sides) {
    if (await cancelMail(req, keyOf(match.id, role))) continue
    await queueMail({
      req,
      key: `withdrawn:${match.id}:${role}`,
      to: person.email,
      template: 'matchWithdrawn' satisfies MailName,
      values: { name: person.name, other: other.name, contact },
    })
  }
}

/** The central team's address, for the foot of every message. */
export const contactAddress = async (req: PayloadRequest): Promise<string> => {
  const { contact } = await req.payload.findGlobal({
    slug: 'programme-page',
    depth: 0,
    overrideAccess: true,
    req,
  })
  return contact.email
}

const setStatus = (req: PayloadRequest, { id }: Mentee, status: 'matched' | 'waiting') =>
  req.payload.update({
    collection: 'mentees',
    id,
    data: { status },
    context: { followsMatch: true },
    depth: 0,
    overrideAccess: true,
    req,
  })

/** What each learns of the other: how to reach them, and enough for a first message. */
const details = (person: Mentee | Mentor, topicsLabel: string): string =>
  [
    ['Email', person.email],
    ['Phone', person.phone],
    ['Country', person.originChoice === 'count' ? countryName(person.country) : undefined],
    ['Languages', person.languages?.map(languageName).join(', ')],
    ['Grade', labelOf(GRADES, person.grade)],
    ['Specialty', labelOf(SPECIALTIES, person.specialty)],
    ['Hospital site', labelOf(SITES, person.site)],
    ['Route into the trust', labelOf(PATHWAYS, person.pathway)],
    [topicsLabel, person.topics.map((topic) => labelOf(TOPICS, topic)).join(', ')],
    ['Would like to meet', labelOf(MEETING_PREFERENCES, person.meetingPreference)],
    ['In their own words', person.about],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n')

const UK_DATE = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'full',
  timeZone: 'Europe/London',
})

/** @example ukDate('2026-11-29T12:00:00Z') // 'Sunday 29 November 2026' */
const ukDate = (iso: string): string => UK_DATE.format(new Date(iso)).replace(',', '')

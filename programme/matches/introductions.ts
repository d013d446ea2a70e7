import type { MatchEvent } from '@mentoring/matching'
import { cancelMail, queueMail, type Value } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { ukDate } from '../clock/dates.ts'
import { makeLink } from '../links/links.ts'
import { noteUndone, startClock } from './start-clock.ts'
import type { Participant } from '../links/owner.ts'
import { contactAddress } from '../messages/contact.ts'
import { details } from '../people/details.ts'
import type { MailName } from '../messages/templates.ts'

type Event = MatchEvent<Mentee, Mentor>

/** Sets the mentee's state and writes to both, with each other's details and what happens next. */
export const introduce = async ({ req, match, mentee, mentor }: Event): Promise<void> => {
  await setStatus(req, mentee, 'matched')
  const now = new Date()
  const { endsOn, firstContactDue } = await startClock(req, match.id, now)
  const common = {
    shared: match.reasons.join('\n') || 'A coordinator thinks you will get on well.',
    firstContactBy: ukDate(firstContactDue),
    endsOn: ukDate(endsOn),
    contact: await contactAddress(req),
  }
  await queueMail({
    req,
    template: 'introductionToMentor' satisfies MailName,
    about: { mentor: mentor.id, match: match.id },
    occasion: 'introduced',
    to: mentor.email,
    values: {
      ...common,
      name: mentor.name,
      mentee: mentee.name,
      details: detailsOf({ role: 'mentee', person: mentee }),
    },
    links: { page: await makeLink(req, { role: 'mentor', person: mentor }, 'page', now) },
  })
  await queueMail({
    req,
    template: 'introductionToMentee' satisfies MailName,
    about: { mentee: mentee.id, match: match.id },
    occasion: 'introduced',
    to: mentee.email,
    values: {
      ...common,
      name: mentee.name,
      mentor: mentor.name,
      details: detailsOf({ role: 'mentor', person: mentor }),
    },
    links: { page: await makeLink(req, { role: 'mentee', person: mentee }, 'page', now) },
  })
}

/**
 * Puts the mentee back on the waiting list, with the place they had. An introduction that has not
 * been sent is cancelled; whoever got theirs is told that it is withdrawn.
 */
export const takeBack = async ({ req, match, mentee, mentor }: Event): Promise<void> => {
  await setStatus(req, mentee, 'waiting')
  await noteUndone(req, match.id)
  const contact = await contactAddress(req)
  const sides = [
    { person: mentor, other: mentee, about: { mentor: mentor.id, match: match.id } },
    { person: mentee, other: mentor, about: { mentee: mentee.id, match: match.id } },
  ]
  for (const { person, other, about } of sides) {
    const introduction = about.mentor ? 'introductionToMentor' : 'introductionToMentee'
    if (await cancelMail(req, introduction satisfies MailName, about)) continue
    await queueMail({
      req,
      template: 'matchWithdrawn' satisfies MailName,
      about,
      occasion: 'undone',
      to: person.email,
      values: { name: person.name, other: other.name, contact },
    })
  }
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

/** The other's details, one a line, with an address that can be written to at once. */
const detailsOf = (participant: Participant): Value =>
  details(participant).flatMap(({ label, value, isEmail }, index) => [
    `${index > 0 ? '\n' : ''}${label}: `,
    isEmail ? { mailto: value } : value,
  ])

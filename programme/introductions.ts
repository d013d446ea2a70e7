import type { PayloadRequest } from 'payload'

import type { Mentee, Mentor } from '../payload-types.ts'
import { cancelMail, queueMail } from '../plugins/mail-outbox/queue-mail.ts'
import type { WaitingMail } from '../plugins/mail-outbox/types.ts'
import type { MatchEvent } from '../plugins/matching/types.ts'
import { ukDate } from '../plugins/mentoring/clock/dates.ts'
import { OPEN } from '../plugins/mentoring/clock/states.ts'
import { findMatch } from '../plugins/mentoring/find-match.ts'
import { makeLink } from '../plugins/links/links.ts'
import { mayStillGo } from '../plugins/mentoring/operations/reminders-sent.ts'
import { noteUndone, startClock } from '../plugins/mentoring/operations/start-clock.ts'
import type { Participant } from '../plugins/mentoring/types.ts'
import { contactAddress } from './contact.ts'
import { details } from './details.ts'
import type { MailName } from './mails.ts'

type Event = MatchEvent<Mentee, Mentor>

const keyOf = (matchId: string, role: 'mentee' | 'mentor') => `introduction:${matchId}:${role}`

/**
 * May a mail of the outbox still go? An introduction gives away how to reach the other, so it goes to
 * nobody whose match is over, however late it is sent; see `mayStillGo` for the others.
 *
 * @returns whether it may go, or when it may.
 */
export const maySend = async (mail: WaitingMail, req: PayloadRequest): Promise<boolean | Date> => {
  const [kind, id = ''] = mail.key.split(':')
  if (kind !== 'introduction') return mayStillGo(mail, req)
  const match = await findMatch(req, id)
  return match !== null && OPEN.includes(match.status)
}

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
    key: keyOf(match.id, 'mentor'),
    to: mentor.email,
    template: 'introductionToMentor' satisfies MailName,
    values: {
      ...common,
      name: mentor.name,
      mentee: mentee.name,
      details: detailLines({ role: 'mentee', person: mentee }),
    },
    links: { page: await makeLink(req, { role: 'mentor', person: mentor }, 'page', now) },
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
      details: detailLines({ role: 'mentor', person: mentor }),
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

const detailLines = (participant: Participant): string =>
  details(participant)
    .map(({ label, value }) => `${label}: ${value}`)
    .join('\n')

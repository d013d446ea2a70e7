import type { Value } from '@mentoring/outbox'

import { makeLink } from '../links/links.ts'
import type { LinkPurpose } from '../links/purposes.ts'
import { otherRole, type Role } from '../clock/facts.ts'
import { type MentoringMail, messageOf } from '../messages/index.ts'
import type { MatchMessage } from '../messages/message.ts'
import type { MatchContext } from './types.ts'
import type { Participant } from '../links/owner.ts'
import { writeToPerson } from '../messages/write-to-person.ts'

/** One side of a match as a participant. */
export const participantOf = (
  { mentee, mentor }: Pick<MatchContext, 'mentee' | 'mentor'>,
  role: Role,
): Participant => (role === 'mentor' ? { role, person: mentor } : { role, person: mentee })

/**
 * Queues a mail to one of the two, with a link to their page and, where the mail asks for something,
 * a link for just that.
 *
 * @param occasion makes the mail unique among those of this name to this person about this match
 */
export const writeTo = async (
  context: MatchContext,
  role: Role,
  message: MatchMessage | MentoringMail,
  { occasion, values = {} }: { occasion: string; values?: Record<string, Value> },
): Promise<void> => {
  const { match, now, req } = context
  const record = typeof message === 'string' ? messageOf(message) : message
  const to = participantOf(context, role)
  const linkFor = (purpose: Exclude<LinkPurpose, 'confirm'>) =>
    makeLink(req, to, purpose, now, purpose === 'page' ? undefined : match.id)
  const other = participantOf(context, otherRole(role))
  await writeToPerson(req, record, to, {
    about: { match: match.id },
    occasion,
    values: { other: other.person.name, role, otherRole: other.role, ...values },
    links: {
      page: await linkFor('page'),
      ...(record.link && { link: await linkFor(record.link) }),
    },
    ...(record.isOptional && { unsubscribe: await linkFor('stopReminders') }),
  })
}

import { type Role, otherRole } from '../clock/facts.ts'
import { makeLink } from '../../links/links.ts'
import type { LinkPurpose } from '../../links/purposes.ts'
import { queueMail } from '../../mail-outbox/queue-mail.ts'
import { LINK_IN, type MentoringMail, OPTIONAL_MAILS } from '../mails/index.ts'
import type { MatchContext, Participant } from '../types.ts'

/** One side of a match as a participant. */
export const participantOf = ({ mentee, mentor }: MatchContext, role: Role): Participant =>
  role === 'mentor' ? { role, person: mentor } : { role, person: mentee }

/**
 * Queues a mail to one of the two, with a link to their page and, where the mail asks for something,
 * a link for just that.
 *
 * @param occasion makes the mail unique among those of this match, template and person
 */
export const writeTo = async (
  context: MatchContext,
  role: Role,
  template: MentoringMail,
  { occasion, values = {} }: { occasion: string; values?: Record<string, string> },
): Promise<void> => {
  const { match, now, options, req } = context
  const to = participantOf(context, role)
  const linkFor = (purpose: Exclude<LinkPurpose, 'confirm'>) =>
    makeLink(req, to, purpose, now, purpose === 'page' ? undefined : match.id)
  const purpose = LINK_IN[template]
  await queueMail({
    req,
    key: `${template}:${match.id}:${occasion}:${role}`,
    to: to.person.email,
    template,
    values: {
      name: to.person.name,
      other: participantOf(context, otherRole(role)).person.name,
      role,
      otherRole: otherRole(role),
      contact: await options.contact(req),
      ...values,
    },
    links: { page: await linkFor('page'), ...(purpose && { link: await linkFor(purpose) }) },
    ...(OPTIONAL_MAILS.includes(template) && { unsubscribe: await linkFor('stopReminders') }),
  })
}

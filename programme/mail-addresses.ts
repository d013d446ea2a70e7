import type { PayloadRequest } from 'payload'

import { findMatch } from '../plugins/mentoring/find-match.ts'
import { findParticipant } from '../plugins/mentoring/links.ts'
import type { WaitingMail } from '../plugins/mail-outbox/types.ts'

/**
 * The address that the person of a mail has now. Mails name in their key either the person, as
 * `mentors:ID`, or the match and the role.
 */
export const addressOf = async (
  { key }: WaitingMail,
  req: PayloadRequest,
): Promise<string | undefined> => {
  const [about] = /(?<=:)(mentors|mentees):[^:]+/.exec(key) ?? []
  const [, match, role] = /^\w+:([^:]+):(?:.*:)?(mentor|mentee)$/.exec(key) ?? []
  if (about) return (await findParticipant(req, about))?.person.email
  if (!match) return undefined
  const found = await findMatch(req, match)
  const person = found && `${role}s:${String(found[role as 'mentee' | 'mentor'])}`
  return person ? (await findParticipant(req, person))?.person.email : undefined
}

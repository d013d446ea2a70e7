import type { PayloadRequest } from 'payload'

import { findMatch } from '../plugins/mentoring/find-match.ts'
import { findParticipant, roleOf } from '../plugins/links/owner.ts'
import type { WaitingMail } from '../plugins/mail-outbox/types.ts'

/**
 * The address that the person of a mail has now. Mails name in their key either the person, as
 * `mentors:ID`, or the match and the role.
 */
export const addressOf = async (
  { key }: WaitingMail,
  req: PayloadRequest,
): Promise<string | undefined> => {
  const [, collection, id] = /:(mentors|mentees):([^:]+)/.exec(key) ?? []
  const [, match, role] = /^\w+:([^:]+):(?:.*:)?(mentor|mentee)$/.exec(key) ?? []
  if (collection && id) {
    return (await findParticipant(req, { role: roleOf(collection)!, id }))?.person.email
  }
  if (!match) return undefined
  const found = await findMatch(req, match)
  if (!found) return undefined
  const side = role as 'mentee' | 'mentor'
  return (await findParticipant(req, { role: side, id: String(found[side]) }))?.person.email
}

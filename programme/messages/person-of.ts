import type { PayloadRequest } from 'payload'

import { findRecord } from '../../database/records.ts'
import type { Mail } from '../../payload-types.ts'
import { findParticipant, idOf, ownerIn, type Participant } from '../links/owner.ts'
import { otherRole } from '../clock/facts.ts'

/** Whom a mail of the outbox is for; nobody for mail to staff. */
export const personOf = (req: PayloadRequest, mail: Mail): Promise<Participant | undefined> =>
  findParticipant(req, ownerIn(mail))

/** The address of the other person of the match that a mail is about, as it is now. */
export const otherAddress = async (
  req: PayloadRequest,
  mail: Mail,
): Promise<string | undefined> => {
  const owner = ownerIn(mail)
  const match = mail.match && (await findRecord(req, 'matches', idOf(mail.match)))
  if (!owner || !match) return undefined
  const role = otherRole(owner.role)
  return (await findParticipant(req, { role, id: idOf(match[role]) }))?.person.email
}

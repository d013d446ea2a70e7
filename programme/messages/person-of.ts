import type { PayloadRequest } from 'payload'

import { idOf } from '../../database/record-id.ts'
import { findRecord } from '../../database/records.ts'
import type { Mail } from '../../payload-types.ts'
import { findParticipant, findSignedUp, ownerIn, type SignedUp } from '../links/owner.ts'
import { isRole, otherRole } from '../clock/facts.ts'

/** Whom a mail of the outbox is for; nobody for mail to staff. */
export const personOf = (req: PayloadRequest, mail: Mail): Promise<SignedUp | undefined> =>
  findSignedUp(req, ownerIn(mail))

/** The address of the other person of the match that a mail is about, as it is now. */
export const otherAddress = async (
  req: PayloadRequest,
  mail: Mail,
): Promise<string | undefined> => {
  const owner = ownerIn(mail)
  const match = mail.match && (await findRecord(req, 'matches', idOf(mail.match)))
  if (!owner || !match || !isRole(owner.role)) return undefined
  const role = otherRole(owner.role)
  return (await findParticipant(req, { role, id: idOf(match[role]) }))?.person.email
}

import type { PayloadRequest } from 'payload'

import type { Mail } from '../../payload-types.ts'
import type { MatchMessage } from './message.ts'
import { otherAddress, personOf } from './person-of.ts'
import { contactAddress } from './contact.ts'

/** The address that the person of a mail has now. */
export const addressOf = async (mail: Mail, req: PayloadRequest): Promise<string | undefined> =>
  (await personOf(req, mail))?.person.email

/** Where an answer to a mail goes: to the other person where they are introduced, else to the team. */
export const replyTo = async (
  { mail, template }: { mail?: Mail; template: MatchMessage },
  req: PayloadRequest,
): Promise<string> =>
  (mail && template.repliesToOther && (await otherAddress(req, mail))) || contactAddress(req)

import type { PayloadRequest } from 'payload'

import { queueMail } from '@mentoring/outbox'
import type { SecretLink } from '@mentoring/outbox'
import type { Participant } from '../../links/owner.ts'
import { contactAddress } from '../../messages/contact.ts'
import type { MailName } from '../../messages/templates.ts'

/**
 * Mails the link that confirms a sign-up, in the transaction of `req`. Without a name: nobody has confirmed
 * the address, so it could carry a stranger's words to it.
 */
export const mailConfirmation = async (
  req: PayloadRequest,
  { person, role }: Participant,
  link: SecretLink,
): Promise<void> => {
  await queueMail({
    req,
    template: 'confirmSignUp' satisfies MailName,
    about: { [role]: person.id },
    to: person.email,
    values: { role, contact: await contactAddress(req) },
    links: { link },
  })
}

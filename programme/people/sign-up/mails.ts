import type { PayloadRequest } from 'payload'

import { queueMail } from '@mentoring/outbox'
import type { SecretLink } from '@mentoring/outbox'
import { makeLink } from '../../links/links.ts'
import type { Participant } from '../../links/owner.ts'
import { contactAddress } from '../../messages/contact.ts'
import type { MailName } from '../../messages/templates.ts'

/** Mails the link that confirms a sign-up, in the transaction of `req`. */
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

/** Writes a message with the link to their own page, in the transaction of `req`. */
export const mailTheirPage = async (
  req: PayloadRequest,
  template: 'alreadySignedUp' | 'signUpConfirmed',
  to: Participant,
): Promise<void> => {
  const { person, role } = to
  await queueMail({
    req,
    template,
    about: { [role]: person.id },
    to: person.email,
    values: { name: person.name, role, contact: await contactAddress(req) },
    links: { page: await makeLink(req, to, 'page', new Date()) },
  })
}

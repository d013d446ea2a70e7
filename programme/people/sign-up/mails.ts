import { editionInForce } from '@mentoring/forms/editions/in-force'
import { queueMail, type SecretLink } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import { isRole } from '../../clock/facts.ts'
import type { SignedUp } from '../../links/owner.ts'
import { contactInMail } from '../../messages/contact.ts'
import type { MailName } from '../../messages/templates.ts'

/** What is mailed about a sign-up: to mentors and mentees, and to those of any other form. */
const MAILS = {
  confirm: ['confirmSignUp', 'confirmForm'],
  confirmed: ['signUpConfirmed', 'formConfirmed'],
  continue: ['continueSignUp', 'continueForm'],
  known: ['alreadySignedUp', 'formAlreadySent'],
  page: ['personalLink', 'formPage'],
} as const satisfies Record<string, [ofRoles: MailName, ofOthers: MailName]>

/** The message about a sign-up, and how it names what somebody has signed up for. */
export const mailAbout = async (
  req: PayloadRequest,
  what: keyof typeof MAILS,
  kind: string,
): Promise<{ template: MailName; values: Record<string, string> }> => {
  const [ofRoles, ofOthers] = MAILS[what]
  if (isRole(kind)) return { template: ofRoles, values: { role: kind } }
  const { title } = (await editionInForce(req)).forms[kind]!
  return { template: ofOthers, values: { form: title } }
}

/**
 * Mails the link that confirms a sign-up, in the transaction of `req`. Without a name: nobody has confirmed
 * the address, so it could carry a stranger's words to it.
 */
export const mailConfirmation = async (
  req: PayloadRequest,
  { person, role }: SignedUp,
  link: SecretLink,
): Promise<void> => {
  const { template, values } = await mailAbout(req, 'confirm', role)
  await queueMail({
    req,
    template,
    about: { [role]: person.id },
    to: person.email,
    values: { ...values, contact: await contactInMail(req) },
    links: { link },
  })
}

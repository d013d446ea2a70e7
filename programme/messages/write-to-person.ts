import { queueMail, type SecretLink, type Value } from '@mentoring/outbox'
import type { PayloadRequest } from 'payload'

import { makeLink } from '../links/links.ts'
import type { SignedUp } from '../links/owner.ts'
import { contactInMail } from './contact.ts'
import type { MatchMessage } from './message.ts'
import type { MailName } from './templates.ts'

type Letter = {
  /** What it is about beside the person. */
  about?: { match?: string; training?: string }
  /** Tells it from others of its name about the same. @default each is one of its own */
  occasion?: string
  /** Beside their name and the central team's address, which is read when it is not among them. */
  values?: Record<string, Value>
  /** @default a link to their page that is made `now` */
  links?: Record<string, SecretLink>
  /** For an optional message: the link that stops messages like it. */
  unsubscribe?: SecretLink
  now?: Date
}

/** Queues a message to somebody who has signed up, in the transaction of `req`. */
export const writeToPerson = async (
  req: PayloadRequest,
  message: MailName | MatchMessage,
  to: SignedUp,
  { about, links, now = new Date(), values = {}, ...letter }: Letter,
): Promise<void> => {
  const { person, role } = to
  await queueMail({
    req,
    template: typeof message === 'string' ? message : message.name,
    about: { [role]: person.id, ...about },
    to: person.email,
    values: {
      name: person.name,
      ...values,
      contact: values.contact ?? (await contactInMail(req)),
    },
    links: links ?? { page: await makeLink(req, to, 'page', now) },
    ...letter,
  })
}

import type { PayloadRequest } from 'payload'

import { renderMail } from './render.ts'
import type { SecretLink } from './types.ts'

/** The job that sends a message; its input is the id of the row and nothing personal. */
export const SEND_MAIL = 'sendMail'

/** The queue the job runs on. */
export const MAIL_QUEUE = 'mail'

/** The link that stops messages like this one, among a message's links. */
export const UNSUBSCRIBE = 'unsubscribe'

type NewMail = {
  req: PayloadRequest
  /** Names the occasion; a second message with the same key is not written. */
  key: string
  to: string
  /** Name of a template given to the plugin. */
  template: string
  values: Record<string, string>
  /** Links that fill placeholders of these names at the moment of sending. */
  links?: Record<string, SecretLink>
  /** For an optional message: the link that stops messages like it. */
  unsubscribe?: SecretLink
}

/**
 * Writes a message to the outbox and queues the job that sends it, both in the transaction of
 * `req`: if that is rolled back, nothing is sent.
 *
 * @returns the id of the message, or of the earlier one with the same key.
 * @throws when the template has no words, which the starter content gives to every installation.
 */
export const queueMail = async ({
  req,
  key,
  to,
  template,
  values,
  links,
  unsubscribe,
}: NewMail): Promise<string> => {
  const { payload } = req
  const earlier = await payload.find({
    collection: 'mails',
    where: { key: { equals: key } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (earlier.docs[0]) return earlier.docs[0].id

  const wording = await payload.findGlobal({
    slug: 'mail-wording',
    depth: 0,
    overrideAccess: true,
    req,
  })
  const words = (wording as unknown as Record<string, { subject?: string; body?: string }>)[
    template
  ]
  if (!words?.subject || !words.body) {
    throw new Error(`The email "${template}" has no words. Fill it in under Emails in the admin.`)
  }
  const mail = await payload.create({
    collection: 'mails',
    data: {
      key,
      to,
      template,
      status: 'queued',
      links: { ...links, ...(unsubscribe && { [UNSUBSCRIBE]: unsubscribe }) },
      ...renderMail({ subject: words.subject, body: words.body }, values),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await queueSending(req, mail.id)
  return mail.id
}

/** Queues the job that sends a message, now or later. */
export const queueSending = (req: PayloadRequest, mail: string, waitUntil?: Date) =>
  req.payload.jobs.queue({
    task: SEND_MAIL,
    queue: MAIL_QUEUE,
    input: { mail },
    waitUntil,
    overrideAccess: true,
    req,
  })

/**
 * Cancels a message that has not been sent.
 *
 * @returns `true` when it has not gone and will not, `false` when it has gone or is on its way.
 */
export const cancelMail = async (req: PayloadRequest, key: string): Promise<boolean> => {
  const cancelled = await req.payload.db.updateOne({
    collection: 'mails',
    where: { and: [{ key: { equals: key } }, { status: { in: ['queued', 'failed'] } }] },
    data: { status: 'cancelled' },
    options: { atomic: true },
    req,
  })
  return cancelled !== null
}

import type { PayloadRequest } from 'payload'

import type { Mail } from '../../payload-types.ts'
import { withLink } from './render.ts'
import type { MailOutboxOptions, SecretLink } from './types.ts'

/** A message is given up after this many tries; with the job's delays that is about an hour. */
export const MOST_ATTEMPTS = 8

/** A message still "being sent" after this long was left behind by a process that died. */
const LEFT_BEHIND_AFTER = 10 * 60 * 1000

/**
 * Sends one message of the outbox, once: the row is claimed before the mail server is called, so
 * of two runners only one sends.
 *
 * @throws when the mail server did not take the message, so that the job is tried again.
 */
export const sendMail = async (
  id: string,
  req: PayloadRequest,
  { secretLinks }: MailOutboxOptions,
): Promise<void> => {
  const { payload } = req
  const mail = await claim(id, req)
  if (!mail) return
  const link = mail.secretLink as SecretLink | null | undefined
  try {
    const rendered = { subject: mail.subject, text: mail.text, html: mail.html }
    await payload.sendEmail({
      to: mail.to,
      // The same for every attempt, so that a mail server can recognise a repeated message.
      messageId: `<${mail.id}@mentoring-programme>`,
      ...(link ? withLink(rendered, secretLinks[link.purpose]!(link)) : rendered),
    })
  } catch (error) {
    const attempts = mail.attempts ?? 1
    const isLast = attempts >= MOST_ATTEMPTS
    await payload.db.updateOne({
      collection: 'mails',
      id,
      data: { status: isLast ? 'failed' : 'queued', lastError: describeFailure(error) },
      req,
    })
    if (isLast) return
    throw new Error(`Email ${id} was not sent: ${describeFailure(error)}`)
  }
  await payload.db.updateOne({
    collection: 'mails',
    id,
    data: { status: 'sent', sentAt: new Date().toISOString(), lastError: null },
    req,
  })
}

const claim = (id: string, req: PayloadRequest): Promise<Mail | null> => {
  const leftBehind = new Date(Date.now() - LEFT_BEHIND_AFTER).toISOString()
  return req.payload.db.updateOne({
    collection: 'mails',
    where: {
      and: [
        { id: { equals: id } },
        {
          or: [
            { status: { equals: 'queued' } },
            { and: [{ status: { equals: 'sending' } }, { updatedAt: { less_than: leftBehind } }] },
          ],
        },
      ],
    },
    data: { status: 'sending', attempts: { $inc: 1 }, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req,
  }) as Promise<unknown> as Promise<Mail | null>
}

/** What went wrong, without the server's own words: they often repeat the address. */
const describeFailure = (error: unknown): string => {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const said = responseCode
    ? `the mail server answered ${responseCode}`
    : 'it could not be handed over'
  return code ? `${said} (${code})` : said
}

/**
 * Queues a job for every message that waits without one, after a restart: a job that was running
 * when the process died is not picked up again. A message that was being sent then waits until it
 * can be claimed.
 */
export const requeueMails = async (
  req: PayloadRequest,
  queue: (id: string, waitUntil?: Date) => Promise<unknown>,
) => {
  const { docs } = await req.payload.find({
    collection: 'mails',
    where: { status: { in: ['queued', 'sending'] } },
    pagination: false,
    depth: 0,
    select: { status: true, updatedAt: true },
    overrideAccess: true,
    req,
  })
  for (const { id, status, updatedAt } of docs) {
    const claimable = new Date(Date.parse(updatedAt) + LEFT_BEHIND_AFTER + 1000)
    await queue(id, status === 'sending' ? claimable : undefined)
  }
}

import type { PayloadRequest } from 'payload'

import type { Mail } from '../../payload-types.ts'
import { AnswerLost } from './email-adapter.ts'
import { queueSending, UNSUBSCRIBE } from './queue-mail.ts'
import { withFooter, withLinks } from './render.ts'
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
  options: MailOutboxOptions,
): Promise<void> => {
  const { payload } = req
  const before = await payload.findByID({
    collection: 'mails',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })
  if (!before) return
  if (!isClaimable(before)) {
    // Another runner has it. Should that one never finish, somebody has to look again.
    if (before.status === 'sending') await queueSending(req, id, claimableFrom(before))
    return
  }
  if (await isHeldBack(before, req, options)) return
  const mail = await claim(id, req)
  if (!mail) return
  // The mail server's answer was lost with the process: it may have taken the message or not.
  if (before.status === 'sending') await noteTwice(req, id)
  try {
    await payload.sendEmail({
      to: mail.to,
      // The same for every attempt, so that a mail server can recognise a repeated message.
      messageId: messageIdOf(mail.id),
      ...finished(mail, options),
    })
  } catch (error) {
    const refusal = refusalOf(error)
    const isLast = refusal !== undefined || (mail.attempts ?? 1) >= MOST_ATTEMPTS
    const lastError = describeFailure(error)
    if (error instanceof AnswerLost && !isLast) await noteTwice(req, id)
    await update(req, id, { status: refusal ?? (isLast ? 'failed' : 'queued'), lastError })
    if (isLast) return
    throw new Error(`Email ${id} was not sent: ${lastError}`)
  }
  await update(req, id, { status: 'sent', sentAt: new Date().toISOString(), lastError: null })
}

/** The id a mail server and mail programs know a message by (RFC 5322, section 3.6.4). */
export const messageIdOf = (id: string): string => `<${id}@${MESSAGE_HOST}>`

/** What stands for our host in the ids of messages. */
export const MESSAGE_HOST = 'mentoring-programme'

/** Sending it again may be once too often; losing it would be worse. */
const noteTwice = async (req: PayloadRequest, id: string) => {
  req.payload.logger.warn({
    msg: 'An email may go out twice: its first sending was cut off',
    mail: id,
  })
  await update(req, id, { mayHaveGoneTwice: true })
}

const update = (req: PayloadRequest, id: string, data: Partial<Mail>) =>
  req.payload.db.updateOne({ collection: 'mails', id, data, req, returning: false })

/** Drops a message that is no longer wanted; puts one off that has to wait. */
const isHeldBack = async (
  { id, key, template, to }: Mail,
  req: PayloadRequest,
  { maySend }: MailOutboxOptions,
): Promise<boolean> => {
  const answer = maySend ? await maySend({ id, key, template, to }, req) : true
  if (answer === true) return false
  if (answer === false) {
    await update(req, id, { status: 'cancelled', lastError: 'It was no longer needed.' })
  } else await queueSending(req, id, answer)
  return true
}

/** The message as it goes out, with its links and how to stop messages like it. */
const finished = (mail: Mail, { secretLinks }: MailOutboxOptions) => {
  const links = Object.entries((mail.links ?? {}) as Record<string, SecretLink>)
  const { [UNSUBSCRIBE]: stop, ...urls } = Object.fromEntries(
    links.map(([name, link]) => [name, secretLinks[link.purpose]!(link)]),
  )
  const rendered = withLinks({ subject: mail.subject, text: mail.text, html: mail.html }, urls)
  if (!stop) return rendered
  return {
    ...withFooter(rendered, stop),
    // RFC 2369 and, so that a mail program can do it in one click, RFC 8058.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': ONE_CLICK },
  }
}

/** What a mail program posts to the address of List-Unsubscribe (RFC 8058, section 3.1). */
const ONE_CLICK = 'List-Unsubscribe=One-Click'

const leftBehindSince = (): string => new Date(Date.now() - LEFT_BEHIND_AFTER).toISOString()

const isClaimable = ({ status, updatedAt }: Mail): boolean =>
  status === 'queued' || (status === 'sending' && updatedAt < leftBehindSince())

/** When a message "being sent" counts as left behind. */
const claimableFrom = ({ updatedAt }: Pick<Mail, 'updatedAt'>): Date =>
  new Date(Date.parse(updatedAt) + LEFT_BEHIND_AFTER + 1000)

const claim = (id: string, req: PayloadRequest): Promise<Mail | null> =>
  req.payload.db.updateOne({
    collection: 'mails',
    where: {
      and: [
        { id: { equals: id } },
        {
          or: [
            { status: { equals: 'queued' } },
            {
              and: [
                { status: { equals: 'sending' } },
                { updatedAt: { less_than: leftBehindSince() } },
              ],
            },
          ],
        },
      ],
    },
    data: { status: 'sending', attempts: { $inc: 1 }, updatedAt: new Date().toISOString() },
    options: { atomic: true },
    req,
  }) as Promise<unknown> as Promise<Mail | null>

/**
 * A refusal that no further try will change: of the address, or of the message. Answers from 500 on
 * are for good (RFC 5321, section 4.2.1).
 */
const refusalOf = (error: unknown): 'bounced' | 'failed' | undefined => {
  const { code, command, responseCode = 0 } = error as SmtpError
  if (responseCode < 500) return undefined
  if (code === 'EENVELOPE' && command === 'RCPT TO') return 'bounced'
  return code === 'EENVELOPE' || code === 'EMESSAGE' ? 'failed' : undefined
}

type SmtpError = { code?: string; command?: string; responseCode?: number }

/** What went wrong, without the server's own words: they often repeat the address. */
export const describeFailure = (error: unknown): string => {
  const { code, responseCode } = error as SmtpError
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
  for (const mail of docs) {
    await queue(mail.id, mail.status === 'sending' ? claimableFrom(mail) : undefined)
  }
}

import type { PayloadRequest, Where } from 'payload'

import { composeMail, readableParts, replyAddress } from './compose.ts'
import { messageIdOf } from './message-id.ts'
import { noteFailure, noteSuccess } from './outage.ts'
import { changeMail, changeMailIf, findMail } from './store.ts'
import { describeFailure, failureOf, hadLeft } from './transports/transport.ts'
import { isGivenUp, LONGEST_PAUSE, nextTry } from './tries.ts'
import { type Mail, type OutboxOptions, templateOf } from './types.ts'

/** A message still "being sent" after this long, in milliseconds, was left behind. */
const LEFT_BEHIND_AFTER = 10 * 60 * 1000

/** A clock that was ahead has written times to come. */
const CLOCKS_DIFFER = 60 * 1000

/**
 * Sends one message of the outbox, once: the row is claimed before the mail server is called, so of
 * two that try only one sends.
 *
 * @returns whether the mail server was asked at all.
 */
export const sendMail = async (
  id: string,
  req: PayloadRequest,
  options: OutboxOptions,
): Promise<boolean> => {
  const { payload } = req
  const before = await findMail(req, id)
  if (!before || !isClaimable(before)) return false
  if (await isHeldBack(before, req, options)) return false
  const to = (await options.addressOf?.(before, req)) ?? before.to
  const mail = await claim(id, to, req)
  if (!mail) return false
  // The mail server's answer was lost with the process: it may have taken the message or not.
  if (before.status === 'sending') await noteTwice(req, id)
  const parts = await compose(before, req, options)
  if (!parts) return false
  try {
    await payload.sendEmail({
      to,
      // The same for every attempt, so that a mail server can recognise a repeated message.
      messageId: messageIdOf(payload, id),
      ...parts.message,
    })
  } catch (error) {
    await noteFailed(mail, error, req)
    return true
  }
  await changeMail(req, id, {
    ...parts.record,
    status: 'sent',
    sentAt: new Date().toISOString(),
    nextTryAt: null,
    lastError: null,
  })
  await noteSuccess(payload)
  return true
}

/** The message, and what is kept of it; one that can't be made is given up and says so. */
const compose = async (mail: Mail, req: PayloadRequest, options: OutboxOptions) => {
  try {
    const replyTo = await replyAddress(req, { template: mail.template, mail })
    return {
      message: { ...(await composeMail(mail, req, options)), ...(replyTo && { replyTo }) },
      record: await readableParts(mail, req),
    }
  } catch (error) {
    req.payload.logger.error({ msg: 'An email could not be made', mail: mail.id, err: error })
    await changeMail(req, mail.id, { status: 'failed', lastError: 'it could not be put together' })
    return undefined
  }
}

const noteFailed = async (
  { attempts, id, queuedAt }: Mail,
  error: unknown,
  req: PayloadRequest,
) => {
  const now = new Date()
  const failure = failureOf(error)
  const isFinal = failure === 'bounced' || failure === 'failed'
  const isOver = isFinal || isGivenUp({ attempts, queuedAt }, now)
  if (hadLeft(error) && !isOver) await noteTwice(req, id)
  await changeMail(req, id, {
    status: isFinal ? failure : isOver ? 'failed' : 'queued',
    nextTryAt: isOver ? null : nextTry(attempts ?? 1, now).toISOString(),
    lastError: describeFailure(error),
  })
  // A mail server that refuses one message or address is there for the others.
  if (isFinal) await noteSuccess(req.payload)
  else await noteFailure(req.payload, failure, now)
}

/** Sending it again may be once too often; losing it would be worse. */
export const noteTwice = async (req: PayloadRequest, id: string) => {
  req.payload.logger.warn({
    msg: 'An email may go out twice: its first sending was cut off',
    mail: id,
  })
  await changeMail(req, id, { mayHaveGoneTwice: true })
}

/** Drops a message that is no longer wanted; puts one off that has to wait. */
const isHeldBack = async (
  mail: Mail,
  req: PayloadRequest,
  { maySend }: OutboxOptions,
): Promise<boolean> => {
  const answer = maySend ? await maySend(mail, templateOf(req.payload, mail.template), req) : true
  if (answer === true) return false
  if (answer === false) {
    await changeMail(req, mail.id, { status: 'cancelled', lastError: 'It was no longer needed.' })
  } else {
    // Asked again within the hour: no clock that was wrong once can hold it for longer.
    const soon = Math.min(answer.getTime(), Date.now() + LONGEST_PAUSE)
    await changeMail(req, mail.id, { status: 'queued', nextTryAt: new Date(soon).toISOString() })
  }
  return true
}

/** Messages that were being sent when whoever sent them got no further. */
export const leftBehind = (now: Date): Where => ({
  and: [
    { status: { equals: 'sending' } },
    {
      or: [
        { updatedAt: { less_than: new Date(now.getTime() - LEFT_BEHIND_AFTER).toISOString() } },
        { updatedAt: { greater_than: new Date(now.getTime() + CLOCKS_DIFFER).toISOString() } },
      ],
    },
  ],
})

const isClaimable = ({ status, updatedAt }: Mail): boolean => {
  const age = Date.now() - Date.parse(updatedAt)
  return (
    status === 'queued' ||
    (status === 'sending' && (age > LEFT_BEHIND_AFTER || age < -CLOCKS_DIFFER))
  )
}

const claim = (id: string, to: string, req: PayloadRequest): Promise<Mail | undefined> =>
  changeMailIf(
    req,
    {
      and: [
        { id: { equals: id } },
        { or: [{ status: { equals: 'queued' } }, leftBehind(new Date())] },
      ],
    },
    { status: 'sending', to, attempts: { $inc: 1 }, updatedAt: new Date().toISOString() },
  )

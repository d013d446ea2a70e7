import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter, Payload } from 'payload'

import { mailTransport, type SMTPLimits, type WithHandover } from './mail-transport.ts'

type Options = {
  /** Address of the mail server; without one each message becomes a file in `directory`. */
  smtpURL: string | undefined
  directory: string
  fromAddress: string
  fromName: string
  /** What the mail server may be asked to bear. @default a connection for each message */
  limits?: SMTPLimits
}

/** How mail leaves: whoever sends waits for the mail server's answer. */
export const emailAdapter = async (options: Options): Promise<EmailAdapter> => {
  const adapter = await nodemailerAdapter({
    defaultFromAddress: options.fromAddress,
    defaultFromName: options.fromName,
    transport: mailTransport(options.smtpURL, options.directory, options.limits) as never,
    skipVerify: true,
  })
  return ({ payload }: { payload: Payload }) => {
    const { sendEmail, ...rest } = adapter({ payload })
    return {
      ...rest,
      sendEmail: async (given) => {
        // Nobody's holiday answers a machine (RFC 3834).
        const headers = { 'Auto-Submitted': 'auto-generated', ...given.headers }
        const message = { ...given, headers }
        return sendAndWait(sendEmail, message)
      },
    }
  }
}

/** The message had left when the connection broke: nobody knows whether the mail server took it. */
export class AnswerLost extends Error {
  /** As nodemailer names the failure. */
  readonly code: string | undefined
  constructor(cause: Error & { code?: string }) {
    super('The mail server took the message and did not answer.', { cause })
    this.code = cause.code
  }
}

type Send = ReturnType<EmailAdapter>['sendEmail']

const sendAndWait = async (sendEmail: Send, message: Parameters<Send>[0]): Promise<unknown> => {
  let isHandedOver = false
  const handover: WithHandover = { onHandedOver: () => void (isHandedOver = true) }
  try {
    return await sendEmail({ ...message, ...handover })
  } catch (error) {
    const failure = error as Error & { code?: string; responseCode?: number }
    throw isHandedOver && failure.responseCode === undefined ? new AnswerLost(failure) : failure
  }
}

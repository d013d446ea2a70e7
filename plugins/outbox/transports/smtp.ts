import { PassThrough } from 'node:stream'

import { createTransport, type Transporter } from 'nodemailer'

import { describeFailure, type Failure, type MailTransport, NotSent } from './transport.ts'

/**
 * A mail server that hangs must not hold up the others, in milliseconds. The server's address can
 * set them too: `smtp://mail.example.org?socketTimeout=5000`.
 */
const TIMEOUTS = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

/** What a mail server may be asked to bear. */
export type SMTPLimits = {
  /** Connections that are kept open and used again. @default one for each message, or 5 with a rate */
  connections?: number
  /** Messages in a second at most. @default no limit */
  perSecond?: number
}

/**
 * Mail leaves by a mail server.
 *
 * @param url such as `smtps://user:password@mail.example.org`
 */
export const smtpTransport = (url: string, limits: SMTPLimits = {}): MailTransport => {
  const options = { url, ...TIMEOUTS, ...poolOf(limits) } as object
  const server = createTransport(options).use('stream', reportHandover)
  return async (message) => {
    let isHandedOver = false
    const handover: WithHandover = { onHandedOver: () => void (isHandedOver = true) }
    try {
      return await server.sendMail({ ...message, ...handover })
    } catch (error) {
      throw asNotSent(error, isHandedOver)
    }
  }
}

const poolOf = ({ connections, perSecond }: SMTPLimits) =>
  (connections || perSecond) && {
    pool: true,
    maxConnections: connections ?? 5,
    ...(perSecond && { rateLimit: perSecond, rateDelta: 1000 }),
  }

/** A message that wants to know when its last byte has left for the server. */
type WithHandover = { onHandedOver?: () => void }

const reportHandover: Parameters<Transporter['use']>[1] = ({ data, message }, done) => {
  const { onHandedOver } = data as WithHandover
  if (onHandedOver) {
    message.transform(
      () =>
        new PassThrough({
          flush: (end) => {
            onHandedOver()
            end()
          },
        }),
    )
  }
  done()
}

type SMTPError = { code?: string; command?: string; responseCode?: number }

const asNotSent = (error: unknown, isHandedOver: boolean): NotSent => {
  const { code, responseCode } = error as SMTPError
  // The server's own words are left out: they often repeat the address.
  const said = responseCode
    ? `the mail server answered ${responseCode}${code ? ` (${code})` : ''}`
    : describeFailure(error)
  const hadLeft = isHandedOver && responseCode === undefined
  return new NotSent(meaningOf(error as SMTPError), said, { cause: error, hadLeft })
}

/** "Service not available, closing transmission channel" (RFC 5321, section 4.2.2). */
const CLOSING = 421

/**
 * Answers from 500 on are for good (RFC 5321, section 4.2.1), where they are about the recipient or the
 * message; what is refused before that concerns all messages.
 */
const meaningOf = ({ code, command, responseCode }: SMTPError): Failure => {
  const isAboutAll = code === 'EENVELOPE' ? command !== 'RCPT TO' : code !== 'EMESSAGE'
  if (!responseCode || responseCode === CLOSING || isAboutAll) return 'away'
  if (responseCode < 500) return 'later'
  return code === 'EENVELOPE' ? 'bounced' : 'failed'
}

import { PassThrough } from 'node:stream'

import { createTransport, type Transporter } from 'nodemailer'

import { directoryTransport } from './directory-transport.ts'

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

/** The way mail leaves: the server at `smtpURL`, else the folder. */
export const mailTransport = (
  smtpURL: string | undefined,
  directory: string,
  limits: SMTPLimits = {},
) =>
  smtpURL
    ? createTransport({ url: smtpURL, ...TIMEOUTS, ...poolOf(limits) } as object).use(
        'stream',
        reportHandover,
      )
    : createTransport(directoryTransport(directory))

const poolOf = ({ connections, perSecond }: SMTPLimits) =>
  (connections || perSecond) && {
    pool: true,
    maxConnections: connections ?? 5,
    ...(perSecond && { rateLimit: perSecond, rateDelta: 1000 }),
  }

/** A message that wants to know when its last byte has left for the server. */
export type WithHandover = { onHandedOver?: () => void }

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

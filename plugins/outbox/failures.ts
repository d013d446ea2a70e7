import { AnswerLost } from './email-adapter.ts'

/** What became of a try to send a message that did not go. */
export type Failure =
  /** The address does not exist. */
  | 'bounced'
  /** The mail server will never take this message. */
  | 'failed'
  /** Not now, for this message. */
  | 'later'
  /** The mail server takes nothing: it is away, or does not let us in. */
  | 'away'

type SmtpError = { code?: string; command?: string; responseCode?: number }

/** "Service not available, closing transmission channel" (RFC 5321, section 4.2.2). */
const CLOSING = 421

/**
 * What a failure to send means. Answers from 500 on are for good (RFC 5321, section 4.2.1), where they
 * are about the recipient or the message; what is refused before that concerns all messages.
 */
export const failureOf = (error: unknown): Failure => {
  const { code, command, responseCode } = error as SmtpError
  const isAboutAll = code === 'EENVELOPE' ? command !== 'RCPT TO' : code !== 'EMESSAGE'
  if (error instanceof AnswerLost || !responseCode || responseCode === CLOSING || isAboutAll) {
    return 'away'
  }
  if (responseCode < 500) return 'later'
  return code === 'EENVELOPE' ? 'bounced' : 'failed'
}

/** What went wrong, without the server's own words: they often repeat the address. */
export const describeFailure = (error: unknown): string => {
  const { code, responseCode } = error as SmtpError
  const said = responseCode
    ? `the mail server answered ${responseCode}`
    : 'it could not be handed over'
  return code ? `${said} (${code})` : said
}

import type { SendEmailOptions } from 'payload'

/** A message as it leaves: in nodemailer's words, with a sender and a Message-ID. */
export type OutgoingMail = SendEmailOptions

/**
 * A way for mail to leave, such as a mail server, or the API of a provider: hands one message over and
 * waits for the answer.
 *
 * @throws NotSent which says what that means. Whatever else is thrown means that the way is closed for
 *   now, for all messages.
 */
export type MailTransport = (message: OutgoingMail) => Promise<unknown>

/** What became of a try to send a message that did not go. */
export type Failure =
  /** The address does not exist. */
  | 'bounced'
  /** This message will never be taken. */
  | 'failed'
  /** Not now, for this message. */
  | 'later'
  /** Nothing is taken: whoever takes mail is away, or does not let us in. */
  | 'away'

type Because = {
  /** Had the message left before that? Then nobody knows whether it was taken. @default false */
  hadLeft?: boolean
  cause?: unknown
}

/** Thrown by a transport that could not hand a message over. */
export class NotSent extends Error {
  override name = 'NotSent'
  readonly hadLeft: boolean

  /**
   * @param message why, for the message's row: without the address, which answers of servers often
   *   repeat, and without a full stop
   */
  constructor(
    readonly failure: Failure,
    message: string,
    { cause, hadLeft = false }: Because = {},
  ) {
    super(message, { cause })
    this.hadLeft = hadLeft
  }
}

// By what it says, not by its class: of that a program that was bundled can have several copies.
const isNotSent = (error: unknown): error is NotSent => (error as Error).name === 'NotSent'

/** What a failure to send means. */
export const failureOf = (error: unknown): Failure => (isNotSent(error) ? error.failure : 'away')

/** Had the message left when it failed? */
export const hadLeft = (error: unknown): boolean => isNotSent(error) && error.hadLeft

/** What went wrong, in words that hold no address. */
export const describeFailure = (error: unknown): string => {
  if (isNotSent(error)) return error.message
  const { code } = error as { code?: unknown }
  return `it could not be handed over${typeof code === 'string' ? ` (${code})` : ''}`
}

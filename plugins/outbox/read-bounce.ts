/** What a delivery report says about one of our messages. */
export type Bounce = {
  /** The message's id in the outbox. */
  id: string
  /** Enhanced status code, such as `5.1.1` for an address that does not exist (RFC 3463). */
  code: string
}

const MESSAGE_ID = /^message-id:\s*<([\w-]{1,64})@([\w.-]{1,255})>/gim
const FAILED = /^action:\s*failed\b/im
const FOR_GOOD = /^status:\s*(5\.\d{1,3}\.\d{1,3})/im

/**
 * Reads a delivery report (RFC 3464), as a mail server sends it back to the sender. Its parts are
 * never encoded, so it can be read as it is.
 *
 * @param hosts the domains that our messages' ids are made at, or were
 * @returns nothing when it is no report of a failure for good of one of our messages: one that is
 *   only late, an answer from somebody's holiday, or something else altogether.
 */
export const readBounce = (report: string, hosts: readonly string[]): Bounce | undefined => {
  const found = [...report.matchAll(MESSAGE_ID)].find(([, , at]) =>
    hosts.includes(at!.toLowerCase()),
  )
  const id = found?.[1]
  const code = FOR_GOOD.exec(report)?.[1]
  return id && code && FAILED.test(report) ? { id, code } : undefined
}

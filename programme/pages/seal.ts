import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a form was made for: who, which action, what about, and how that stood. */
type Sealed = {
  /** Hash of the link that opened the page. */
  link: string
  action: string
  match: string
  /** How many steps the match has taken, or when the person was changed last. */
  version: string
}

/**
 * Seals a form, so that what is posted does one thing only: this action, by whoever opened this
 * link, about things as they stood on the page. Sent twice, or after something has changed, it does
 * not fit any more.
 *
 * @param secret the installation's secret (PAYLOAD_SECRET)
 */
export const sealForm = (secret: string, { action, link, match, version }: Sealed): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['form', link, action, match, version]))
    .digest('base64url')

/** Does a posted seal fit? */
export const isSealed = (secret: string, sealed: Sealed, seal: unknown): boolean => {
  const expected = Buffer.from(sealForm(secret, sealed))
  const given = Buffer.from(typeof seal === 'string' ? seal : '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

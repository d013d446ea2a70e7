import { createHash, createHmac, randomBytes } from 'node:crypto'

/**
 * The secret in a mailed link. It is worked out from a random nonce and the installation's
 * secret when the mail is sent, and only its hash is stored: neither the database
 * nor the outbox holds a link that works.
 *
 * @param secret the installation's secret (PAYLOAD_SECRET)
 * @param purpose what it is for; a token of one purpose is none of another
 */
export const makeToken = (secret: string, purpose: string, nonce: string): string =>
  createHmac('sha256', secret).update(`${purpose}:${nonce}`).digest('base64url')

/** A fresh nonce: 128 random bits. */
export const makeNonce = (): string => randomBytes(16).toString('base64url')

/** A fresh secret that is given to a browser: 256 random bits, as long as a token. */
export const makeSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token and looked up by. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('base64url')

/** Could this be a token at all? Saves a look-up for what could not. */
export const looksLikeToken = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{43}$/.test(value)

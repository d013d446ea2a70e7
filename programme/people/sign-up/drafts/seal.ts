import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * How a draft is kept so that a stolen database or backup reads none: its content is sealed with a
 * random key of its own, and that key is kept only as sealed with the secret of whoever may open it.
 * See docs/decisions/0044.
 */

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** A fresh key for one draft. */
export const makeKey = (): Buffer => randomBytes(KEY_BYTES)

/** Keeps a draft's key for whoever has this token. */
export const wrapKey = (token: string, key: Buffer): string => encrypt(keyOf(token), key)

/** The key of a draft; nothing when the token is not one that it was kept for. */
export const unwrapKey = (token: string, wrapped: string): Buffer | undefined =>
  decrypt(keyOf(token), wrapped)

/** Seals what can be written as JSON. */
export const seal = (key: Buffer, content: unknown): string =>
  encrypt(key, Buffer.from(JSON.stringify(content)))

/** What was sealed with this key; nothing when it was not, or has been changed since. */
export const unseal = (key: Buffer, sealed: string): unknown => {
  const text = decrypt(key, sealed)
  return text && JSON.parse(text.toString())
}

/** A token is 256 random bits, so it needs no salt and no slow function. */
const keyOf = (token: string): Buffer =>
  Buffer.from(hkdfSync('sha256', token, '', 'key of a sign-up draft', KEY_BYTES))

const encrypt = (key: Buffer, plain: Buffer): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

const decrypt = (key: Buffer, sealed: string): Buffer | undefined => {
  const bytes = Buffer.from(sealed, 'base64url')
  const start = NONCE_BYTES + TAG_BYTES
  if (bytes.length < start) return undefined
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, start))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()])
  } catch {
    return undefined
  }
}

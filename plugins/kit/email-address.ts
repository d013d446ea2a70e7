import { domainToASCII, domainToUnicode } from 'node:url'

import type { EmailFieldValidation } from 'payload'

import { cleanText } from './clean-text.ts'

/** An email address can't be longer (RFC 5321, section 4.5.3.1.3). */
const LONGEST = 254

/** What may stand before the @, as Payload has it. */
const MAILBOX = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/

/** A domain as somebody types it, in any script; whatever else a URL may hold is left to nobody. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u

/** The same in ASCII: names of at most 63 characters (RFC 1035), and one at the end that is no number. */
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * An email address as it is kept and sent to: in lower case, its domain in ASCII (IDNA, UTS 46). Full-width
 * letters and dots, as some keyboards write them, are those they stand for.
 *
 * @returns nothing when it is no address
 * @example normalEmail('Asha@Bücher.example') // 'asha@xn--bcher-kva.example'
 */
export const normalEmail = (text: string): string | undefined => {
  const typed = cleanText(text)
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .replaceAll('。', '.')
  const at = typed.lastIndexOf('@')
  const [mailbox, domain] = [typed.slice(0, at), typed.slice(at + 1)]
  if (!MAILBOX.test(mailbox) || !TYPED_DOMAIN.test(domain)) return undefined
  const ascii = domainToASCII(domain)
  const email = `${mailbox}@${ascii}`.toLowerCase()
  return DOMAIN.test(ascii) && email.length <= LONGEST ? email : undefined
}

/**
 * An address as its owner reads it.
 *
 * @example shownEmail('asha@xn--bcher-kva.example') // 'asha@bücher.example'
 */
export const shownEmail = (email: string): string => {
  const at = email.lastIndexOf('@') + 1
  return email.slice(0, at) + (domainToUnicode(email.slice(at)) || email.slice(at))
}

/** Payload validation of an address: its own takes no domain that ends in another script than ours. */
export const emailAddress: EmailFieldValidation = (value, { required }) =>
  (value ? normalEmail(value) !== undefined : !required) ||
  'Enter an email address in the correct format, like name@example.org'

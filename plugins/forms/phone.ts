import { cleanText } from '@mentoring/kit/clean-text'
import type { FieldHook, TextFieldSingleValidation } from 'payload'

import { asciiDigits } from './typed-digits.ts'

/** What stands before a number that was copied from a card, a page or a list of contacts. */
const BEFORE = /^(tel|telephone|phone|mobile|mob|cell|whatsapp)\b[.:]*\s*/i

const EXTENSION = /[\s,;]*(?:ext(?:ension|n)?\.?|x|#)\s*[:.=]?\s*(\d{1,7})$/i

/**
 * A phone number as it is kept, however it was typed or pasted: digits of any script, brackets, dots, dashes,
 * slashes, a leading plus, `tel:` and an extension.
 * Deliberately loose: doctors new to the UK may still have a number from home. 7 to 15 digits without
 * the extension (ITU-T E.164).
 *
 * @returns nothing when it is no phone number
 * @example normalPhone('tel:+44‑7700‑900982;ext=12') // '+44-7700-900982 ext. 12'
 */
export const normalPhone = (text: string): string | undefined => {
  const typed = asciiDigits(cleanText(text).normalize('NFKC'))
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE, '')
  const extension = EXTENSION.exec(typed)?.[1]
  const number = typed.replace(EXTENSION, '').trim()
  const isNumber = /^\+?[\d ()./-]+$/.test(number) && /^\d{7,15}$/.test(number.replace(/\D/g, ''))
  return isNumber ? number + (extension ? ` ext. ${extension}` : '') : undefined
}

/** Payload validation of an optional phone number. */
export const phoneNumber: TextFieldSingleValidation = (value) =>
  !value ||
  normalPhone(value) !== undefined ||
  'Enter a phone number, like 07700 900 982 or +44 7700 900 982'

/** Payload hook that keeps a phone number as {@link normalPhone} has it. */
export const asPhoneNumber: FieldHook = ({ value }): unknown =>
  typeof value === 'string' ? (normalPhone(value) ?? value) : value

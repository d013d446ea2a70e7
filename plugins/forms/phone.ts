import type { TextFieldSingleValidation } from 'payload'

/**
 * Could this be a phone number? Deliberately loose: doctors new to the UK may still have a number
 * from home. 7 to 15 digits (ITU-T E.164), with spaces, brackets, dots, dashes and a leading plus.
 *
 * @example isPhoneNumber('+44 7700 900 982') // true
 */
export const isPhoneNumber = (value: string): boolean =>
  /^\+?[\d\s().-]+$/.test(value) && /^\d{7,15}$/.test(value.replace(/\D/g, ''))

/** Payload validation of an optional phone number. */
export const phoneNumber: TextFieldSingleValidation = (value) =>
  !value || isPhoneNumber(value) || 'Enter a phone number, like 07700 900 982 or +44 7700 900 982'

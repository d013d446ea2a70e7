import { hasLetter } from '@mentoring/kit/clean-text'
import type { TextFieldSingleValidation } from 'payload'

/** Payload validation of somebody's name. */
export const personName: TextFieldSingleValidation = (value) =>
  hasLetter(value ?? '') || 'Enter a name with at least one letter.'

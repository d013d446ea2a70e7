import type { TextFieldSingleValidation } from 'payload'

import { hasLetter } from '../../plugins/kit/clean-text.ts'

/** Payload validation of somebody's name. */
export const personName: TextFieldSingleValidation = (value) =>
  hasLetter(value ?? '') || 'Enter a name with at least one letter.'

'use client'

/** Components of the admin that run in the browser, as Payload's import map finds them. */
export { AnswersOfInput } from '../admin/AnswersOfInput.tsx'
export { OneOfInput } from '../admin/OneOfInput.tsx'
export { RowLabel } from '../admin/RowLabel.tsx'

'use client'

/** Components of the admin that run in the browser, as Payload's import map finds them. */
export { RowLabel } from '../admin/RowLabel.tsx'

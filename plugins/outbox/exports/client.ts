'use client'

/** Components of the admin that run in the browser, as Payload's import map finds them. */
export { Preview } from '../admin/Preview.tsx'
export { SendAgain } from '../admin/SendAgain.tsx'

'use client'

/** Components of the admin that run in the browser, as Payload's import map finds them. */
export { PublicationState } from '../admin/PublicationState.tsx'
export { PublishAgain } from '../admin/PublishAgain.tsx'
export { PutBack } from '../admin/PutBack.tsx'

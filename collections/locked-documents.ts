import type { Access, SanitizedConfig } from 'payload'

import { isAdmin, isStaff, nobody } from './access.ts'

/** A user's own notes, or all of them for an administrator. */
const isAdminOrOwn: Access = ({ req }) => {
  if (isAdmin({ req })) return true
  return isStaff({ req }) ? { 'user.value': { equals: req.user?.id } } : false
}

/**
 * Payload notes which record is open in whose browser, and lets every logged-in user read and
 * change those notes. Narrows that to one's own: which applicant a coordinator is looking at is
 * nobody else's business.
 */
export const closeLockedDocuments = (config: SanitizedConfig): SanitizedConfig => {
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  if (!locks) throw new Error('Payload no longer has the collection payload-locked-documents.')
  locks.access = {
    ...locks.access,
    create: nobody,
    read: isAdminOrOwn,
    update: isAdminOrOwn,
    delete: isAdminOrOwn,
  }
  return config
}

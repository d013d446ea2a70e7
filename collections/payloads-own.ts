import type { Access, SanitizedConfig, Where } from 'payload'

import { isAdmin, isCoordinator, isStaff, nobody } from './access.ts'

/** Comms see their own notes and those about pages; coordinators see all, to warn each other. */
const mayRead: Access = ({ req }) => {
  if (isCoordinator({ req })) return true
  const own: Where = { 'user.value': { equals: req.user?.id } }
  const aboutPages: Where = { globalSlug: { exists: true } }
  return isStaff({ req }) && { or: [own, aboutPages] }
}

/** A user's own notes, or all of them for an administrator. */
const isAdminOrOwn: Access = ({ req }) =>
  isAdmin({ req }) || (isStaff({ req }) && { 'user.value': { equals: req.user?.id } })

/**
 * Closes what Payload adds by itself and leaves open to every logged-in user: the notes about which
 * record is open in whose browser (which applicant a coordinator has open is not for comms), and
 * the times at which jobs were scheduled.
 */
export const closePayloadsOwn = (config: SanitizedConfig): SanitizedConfig => {
  const locks = config.collections.find(({ slug }) => slug === 'payload-locked-documents')
  if (!locks) throw new Error('Payload no longer has the collection payload-locked-documents.')
  locks.access = {
    ...locks.access,
    create: nobody,
    read: mayRead,
    update: isAdminOrOwn,
    delete: isAdminOrOwn,
  }
  const schedule = config.globals.find(({ slug }) => slug === 'payload-jobs-stats')
  if (!schedule) throw new Error('Payload no longer has the global payload-jobs-stats.')
  schedule.access = { ...schedule.access, read: nobody, update: nobody }
  const migrations = config.collections.find(({ slug }) => slug === 'payload-migrations')
  if (!migrations) throw new Error('Payload no longer has the collection payload-migrations.')
  migrations.access = {
    admin: nobody,
    create: nobody,
    read: nobody,
    readVersions: nobody,
    update: nobody,
    delete: nobody,
    unlock: nobody,
  }
  return config
}

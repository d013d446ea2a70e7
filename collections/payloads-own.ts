import {
  type Access,
  type CollectionBeforeChangeHook,
  Forbidden,
  type SanitizedConfig,
  type Where,
} from 'payload'

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
 * Payload's form notes a record as open for whoever names its id, and others are kept from editing it:
 * only those may who can read it.
 */
const onlyWhatOneReads: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { document, globalSlug } = data as {
    document?: { relationTo: 'mentees'; value: string | { id: string } } | null
    globalSlug?: string | null
  }
  if (!req.user) return data
  if (document) {
    const { relationTo, value } = document
    const id = typeof value === 'object' ? value.id : value
    const found = await req.payload.find({
      collection: relationTo,
      where: { id: { equals: id } },
      limit: 1,
      depth: 0,
      select: {},
      overrideAccess: false,
      req,
    })
    if (found.docs.length === 0) throw new Forbidden(req.t)
  }
  if (globalSlug) {
    const config = req.payload.config.globals.find(({ slug }) => slug === globalSlug)
    if (!config || !(await config.access.read({ req }))) throw new Forbidden(req.t)
  }
  return data
}

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
  locks.hooks.beforeChange = [...(locks.hooks.beforeChange ?? []), onlyWhatOneReads]
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

import {
  type Access,
  type CollectionAfterReadHook,
  type CollectionBeforeChangeHook,
  createLocalReq,
  Forbidden,
  type Payload,
  type PayloadRequest,
  type SanitizedConfig,
  type TypedUser,
  type Where,
} from 'payload'

import { isAdmin, isCoordinator, isStaff, nobody } from './access.ts'
import { isKeptByVersion } from './content/index.ts'

/** Comms see their own notes and those about content; coordinators see all, to warn each other. */
const mayRead: Access = ({ req }) => {
  if (isCoordinator({ req })) return true
  const own: Where = { 'user.value': { equals: req.user?.id } }
  const aboutPages: Where = { globalSlug: { exists: true } }
  // One by one: one of the databases knows no list of what a note is about.
  const aboutContent = req.payload.config.collections
    .filter(isKeptByVersion)
    .map(({ slug }): Where => ({ 'document.relationTo': { equals: slug } }))
  return isStaff({ req }) && { or: [own, aboutPages, ...aboutContent] }
}

/**
 * A note says who by name, to whoever may not read accounts too: they would get an id. Payload’s dialogues show what
 * stands as the email address.
 */
const byName: CollectionAfterReadHook<Note & { id: string }> = async ({ doc, req }) => {
  const value = doc.user?.value
  const id = typeof value === 'object' ? (value as { id: string }).id : value
  if (id === undefined) return doc
  const staff = await req.payload.db.findOne<{ id: string; name: string }>({
    collection: 'users',
    where: { id: { equals: id } },
    req,
  })
  if (!staff) return doc
  return {
    ...doc,
    user: { ...doc.user, value: { id: staff.id, name: staff.name, email: staff.name } },
  }
}

/** A user's own notes, or all of them for an administrator. */
const isAdminOrOwn: Access = ({ req }) =>
  isAdmin({ req }) || (isStaff({ req }) && { 'user.value': { equals: req.user?.id } })

const LOCKS = 'payload-locked-documents'

/** Which record or page is open, as a note says it, and in whose browser. */
type Note = {
  document?: { relationTo: 'mentees'; value: string | { id: string } } | null
  globalSlug?: string | null
  user?: { relationTo: 'users'; value: string }
}

/**
 * A note keeps others from editing the record it names: only those may have one who can read it.
 *
 * @throws Forbidden
 */
const checkReads = async (req: PayloadRequest, { document, globalSlug }: Note): Promise<void> => {
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
}

const onlyWhatOneReads: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (req.user) await checkReads(req, data as Note)
  return data
}

/**
 * Payload's form writes a note for whatever id it is given, straight into the database and past the
 * rules of the collection. So the database itself asks who it is for.
 */
const withCheckedNotes = (adapter: SanitizedConfig['db']): SanitizedConfig['db'] => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const { create } = db
    db.create = async (given) => {
      if (given.collection === LOCKS) {
        const req = await asWhomItIsFor(args.payload, given.data)
        req.transactionID = given.req?.transactionID
        await checkReads(req, given.data)
      }
      return (await create.call(db, given)) as unknown
    }
    return db
  },
})

const asWhomItIsFor = async (payload: Payload, { user }: Note): Promise<PayloadRequest> => {
  const found = await payload.db.findOne<TypedUser>({
    collection: 'users',
    where: { id: { equals: user?.value } },
  })
  return createLocalReq({ user: found ? { ...found, collection: 'users' } : undefined }, payload)
}

/**
 * Closes what Payload adds by itself and leaves open to every logged-in user: the notes about which
 * record is open in whose browser (which applicant a coordinator has open is not for comms), and
 * which migrations there were.
 */
export const closePayloadsOwn = (config: SanitizedConfig): SanitizedConfig => {
  const locks = config.collections.find(({ slug }) => slug === LOCKS)
  if (!locks) throw new Error(`Payload no longer has the collection ${LOCKS}.`)
  locks.access = {
    ...locks.access,
    create: nobody,
    read: mayRead,
    update: isAdminOrOwn,
    delete: isAdminOrOwn,
  }
  locks.hooks.afterRead = [...(locks.hooks.afterRead ?? []), byName]
  locks.hooks.beforeChange = [...(locks.hooks.beforeChange ?? []), onlyWhatOneReads]
  config.db = withCheckedNotes(config.db)
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

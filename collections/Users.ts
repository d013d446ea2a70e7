import { type CollectionBeforeChangeHook, type CollectionConfig, ValidationError } from 'payload'

import { takeTurn } from '../plugins/take-turn.ts'
import { serverURL } from '../settings.ts'
import { hiddenUnless, isAdmin, isAdminOrSelf, isStaff, nobody, ROLES } from './access.ts'
import { personName } from './people/person-name.ts'
import { limitLogIns, requireLongPassword } from './log-in-rules.ts'

/** The first user of a new installation becomes its administrator, whatever the form says. */
const firstUserIsAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  await takeTurn(req, 'administrators')
  const { totalDocs } = await req.payload.count({ collection: 'users', overrideAccess: true, req })
  return totalDocs === 0 ? { ...data, role: 'admin' } : data
}

/** An installation without an administrator can't be repaired from the admin. */
const keepOneAdmin = async (
  id: number | string,
  req: Parameters<CollectionBeforeChangeHook>[0]['req'],
) => {
  await takeTurn(req, 'administrators')
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ role: { equals: 'admin' } }, { id: { not_equals: id } }] },
    overrideAccess: true,
    req,
  })
  if (totalDocs === 0) {
    throw new ValidationError({
      collection: 'users',
      errors: [
        {
          path: 'role',
          message: 'This is the last administrator. Make somebody else administrator first.',
        },
      ],
    })
  }
}

/** Staff who log in to the admin: coordinators, the comms team and administrators. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'Staff member', plural: 'Staff' },
  auth: {
    // Payload's own interval between requests writes outside the transaction it has opened, which on
    // SQLite waits for itself; `limitLogIns` stands in for it.
    forgotPassword: { minRequestInterval: 0 },
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: serverURL.startsWith('https:') },
  },
  access: {
    admin: isStaff,
    create: isAdmin,
    read: isAdminOrSelf,
    update: isAdminOrSelf,
    delete: isAdmin,
    unlock: isAdmin,
    readVersions: nobody,
  },
  admin: {
    group: 'Settings',
    useAsTitle: 'email',
    defaultColumns: ['name', 'email', 'role'],
    hidden: hiddenUnless(isAdmin),
  },
  hooks: {
    beforeOperation: [limitLogIns, requireLongPassword],
    beforeChange: [
      firstUserIsAdmin,
      async ({ data, originalDoc, req }) => {
        if (originalDoc?.role === 'admin' && data.role && data.role !== 'admin') {
          await keepOneAdmin(originalDoc.id, req)
        }
        return data
      },
    ],
    beforeDelete: [
      async ({ id, req }) => {
        await keepOneAdmin(id, req)
      },
    ],
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 100, validate: personName },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'comms',
      saveToJWT: true,
      options: [...ROLES],
      access: { create: isAdmin, update: isAdmin },
    },
  ],
}

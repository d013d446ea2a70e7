import { takeTurn } from '@mentoring/kit/take-turn'
import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  ValidationError,
} from 'payload'

import { idSinceMove } from '../database/move/ids.ts'
import { countRecords } from '../database/records.ts'
import type { User } from '../payload-types.ts'
import { serverURL } from '../settings.ts'
import {
  hiddenUnless,
  isAdmin,
  isAdminOrSelf,
  isStaff,
  nobody,
  nobodyField,
  ROLES,
  writtenByCode,
} from './access.ts'
import { codeField, requireCode } from './first-administrator.ts'
import { limitLogIns, noteLogIn, requireGoodPassword } from './log-in-rules.ts'
import { personName } from './people/person-name.ts'

/** The first user of a new installation becomes its administrator, whatever the form says. */
const firstUserIsAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  await takeTurn(req, 'administrators')
  return (await countRecords(req, 'users', {})) === 0 ? { ...data, role: 'admin' } : data
}

/**
 * An installation without an administrator can't be repaired from the admin: the last one who is
 * active stays so.
 *
 * @throws ValidationError when a change would leave none
 */
const keepsAnAdministrator: CollectionBeforeChangeHook<User> = async ({
  data,
  originalDoc,
  req,
}) => {
  const isActiveAdmin = (user: Partial<User>) =>
    user.role === 'admin' && user.isDeactivated !== true
  if (!originalDoc || !isActiveAdmin(originalDoc)) return data
  if (isActiveAdmin({ ...originalDoc, ...data })) return data
  await takeTurn(req, 'administrators')
  const others = await countRecords(req, 'users', {
    and: [
      { role: { equals: 'admin' } },
      { isDeactivated: { not_equals: true } },
      { id: { not_equals: originalDoc.id } },
    ],
  })
  if (others > 0) return data
  const message = 'This is the last administrator. Make somebody else administrator first.'
  const path = data.role && data.role !== 'admin' ? 'role' : 'isDeactivated'
  throw new ValidationError({ collection: 'users', errors: [{ path, message }] })
}

/** A log-in names an id. One from before the installation was moved to MongoDB goes on with the new one. */
const followMove: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const { id } = args as { id?: unknown }
  return operation === 'read' && overrideAccess && typeof id === 'string'
    ? { ...args, id: idSinceMove(req.payload, id) }
    : args
}

/**
 * Staff who log in to the admin: coordinators, the comms team and administrators. What they change about
 * their own account is the programme's, see `programme/staff`.
 */
export const Users: CollectionConfig = {
  slug: 'users',
  versions: false,
  labels: { singular: 'Staff member', plural: 'Staff' },
  auth: {
    // Of Payload's own way to a new password, which the programme's stands before.
    forgotPassword: { minRequestInterval: 0 },
    // Payload's lock lets anybody lock an account by failing, and tells which exist: see log-in-rules.
    maxLoginAttempts: 0,
    cookies: { sameSite: 'Lax', secure: serverURL.startsWith('https:') },
  },
  access: {
    admin: isStaff,
    create: isAdmin,
    read: isAdminOrSelf,
    update: isAdminOrSelf,
    // Who decided something stays readable: staff are deactivated, never deleted.
    delete: nobody,
    unlock: isAdmin,
    readVersions: nobody,
  },
  admin: {
    group: 'Settings',
    useAsTitle: 'email',
    defaultColumns: ['name', 'email', 'role', 'isDeactivated'],
    hidden: hiddenUnless(isAdmin),
  },
  hooks: {
    beforeOperation: [followMove, limitLogIns, requireCode, requireGoodPassword],
    beforeChange: [firstUserIsAdmin, keepsAnAdministrator],
    afterLogin: [noteLogIn],
  },
  fields: [
    codeField,
    { name: 'name', type: 'text', required: true, maxLength: 100, validate: personName },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'comms',
      saveToJWT: true,
      options: [...ROLES],
      access: { create: isAdmin, update: isAdmin },
      admin: { components: { Field: '/admin/RoleField#RoleField' } },
    },
    {
      name: 'isDeactivated',
      type: 'checkbox',
      label: 'Deactivated',
      defaultValue: false,
      access: { create: nobody, update: isAdmin },
      admin: {
        position: 'sidebar',
        condition: (_data, _siblings, { user }) => Boolean(user),
        description:
          'Can’t log in any more, and is logged out everywhere. What they decided keeps their name.',
      },
    },
    {
      name: 'currentPassword',
      type: 'text',
      // The input of passwords shows no description.
      label: 'Current password, to change your own email address or password',
      virtual: true,
      admin: {
        disableListColumn: true,
        disableListFilter: true,
        condition: (_data, _siblings, { operation }) => operation === 'update',
        // Else Payload shows a field that is not kept as one that can't be filled in.
        readOnly: false,
        components: { Field: '@payloadcms/ui#PasswordField' },
      },
    },
    {
      name: 'newEmail',
      type: 'email',
      label: 'New email address, not confirmed yet',
      access: writtenByCode,
      admin: {
        readOnly: true,
        disableListColumn: true,
        disableListFilter: true,
        description: 'Counts once the link in the email to it is used, within 7 days.',
        condition: (data) => Boolean(data.newEmail),
      },
    },
    { name: 'newEmailHash', type: 'text', index: true, hidden: true, access: nobodyField },
    { name: 'newEmailUntil', type: 'date', hidden: true, access: nobodyField },
  ],
}

import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'

/**
 * The roles of the staff, and the only place that names them. Applicants, mentors and mentees
 * have no account: they have no role here.
 */
export const ROLES = [
  { value: 'admin', label: 'Administrator' },
  { value: 'coordinator', label: 'Coordinator' },
  { value: 'comms', label: 'Comms team' },
] as const

/** A staff role. */
export type Role = (typeof ROLES)[number]['value']

type Asker = { req: Pick<PayloadRequest, 'user'> }

const hasRole =
  (...roles: Role[]) =>
  ({ req: { user } }: Asker): boolean =>
    user?.collection === 'users' && roles.includes(user.role)

/** Nobody: only code that states `overrideAccess: true`. */
export const nobody = (): boolean => false

/** Any member of staff: may log in and see their own account. */
export const isStaff = hasRole(...ROLES.map(({ value }) => value))

/** Those who see content before it is public. */
export const seesContent = hasRole('admin', 'coordinator', 'comms')

export const isAdmin = hasRole('admin')

/** Those who may see applicants' data and match them. */
export const isCoordinator = hasRole('admin', 'coordinator')

/** Those who may read how the programme goes, in figures that name nobody. */
export const mayReadFigures = hasRole('admin', 'coordinator')

/** Those who may change what the public reads. */
export const isComms = hasRole('admin', 'comms')

/** A user's own record, or every record for an administrator. */
export const isAdminOrSelf: Access = ({ req }) => {
  if (isAdmin({ req })) return true
  return isStaff({ req }) ? { id: { equals: req.user?.id } } : false
}

/** Nobody reads or writes this field through the API or the admin. */
export const nobodyField: { create: FieldAccess; read: FieldAccess; update: FieldAccess } = {
  create: nobody,
  read: nobody,
  update: nobody,
}

/** Read with the record; written by code only. */
export const writtenByCode: { create: FieldAccess; update: FieldAccess } = {
  create: nobody,
  update: nobody,
}

/** Hides an admin section from those it is not for. Access still decides; this only tidies. */
export const hiddenUnless =
  (may: (asker: Asker) => boolean) =>
  ({ user }: { user: unknown }): boolean =>
    !may({ req: { user } as Asker['req'] })

/** The accounts of those who look after the public site; where there is no comms team, of the administrators. */
export const COMMS_TEAM: readonly Where[] = [
  { role: { equals: 'comms' } },
  { role: { equals: 'admin' } },
]

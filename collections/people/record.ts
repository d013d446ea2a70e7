import {
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  type Field,
  type FieldHook,
  ValidationError,
} from 'payload'

import type { Mentee, Mentor } from '../../payload-types.ts'
import { hiddenUnless, isCoordinator, nobody, writtenByCode } from '../access.ts'
import { eraseMails } from './erasure.ts'
import { keepTeamInStep } from './team.ts'

/**
 * What mentors and mentees have in common beside the questions: who may do what, the state of the
 * sign-up, and the rules about deleting.
 */

/**
 * Coordinators read, correct and erase. Nobody creates: people come in only by the sign-up form,
 * because a record needs its owner's consent and a confirmed address.
 */
export const personAccess: CollectionConfig['access'] = {
  create: nobody,
  read: isCoordinator,
  update: isCoordinator,
  delete: isCoordinator,
  unlock: nobody,
  readVersions: nobody,
}

/** Countries that are not to count are not kept: origin is the person's own choice. */
const dropUncountedCountries: CollectionBeforeChangeHook<Mentee | Mentor> = ({
  data,
  originalDoc,
}) =>
  (data.originChoice ?? originalDoc?.originChoice) === 'count'
    ? data
    : { ...data, country: null, qualifiedIn: null }

/** Hooks of whoever has signed up: what is erased leaves nothing. */
export const withoutTrace: CollectionConfig['hooks'] = { beforeDelete: [eraseMails] }

/** Hooks of both collections. */
export const personHooks: CollectionConfig['hooks'] = {
  ...withoutTrace,
  beforeChange: [dropUncountedCountries, keepTeamInStep],
}

/**
 * Only the link in their email confirms an address: a status set by hand neither takes the place of
 * that nor undoes it.
 */
const keepConfirmation: FieldHook<Mentee | Mentor, unknown> = ({
  collection,
  operation,
  originalDoc,
  overrideAccess,
  previousValue,
  value,
}) => {
  const isByHand = operation === 'update' && !overrideAccess && value !== previousValue
  if (!isByHand || value === 'withdrawn') return value
  if (value !== 'unconfirmed' && originalDoc?.confirmedAt) return value
  const message =
    value === 'unconfirmed'
      ? 'This can’t be set by hand. To stop somebody from taking part, choose “Withdrawn”.'
      : 'Their email address is not confirmed. Only the link in the email to them can do that.'
  throw new ValidationError({ collection: collection?.slug, errors: [{ path: 'status', message }] })
}

/**
 * Where somebody stands, from an unconfirmed address to having withdrawn.
 *
 * @param between the states they have in between
 */
export const statusField = (
  between: { value: string; label: string }[],
  description?: string,
): Field => ({
  name: 'status',
  type: 'select',
  hooks: { beforeValidate: [keepConfirmation] },
  required: true,
  defaultValue: 'unconfirmed',
  index: true,
  options: [
    { value: 'unconfirmed', label: 'Email not confirmed' },
    ...between,
    { value: 'withdrawn', label: 'Withdrawn' },
  ],
  admin: { position: 'sidebar', description },
})

/** Admin settings of both collections. */
export const personAdmin: CollectionConfig['admin'] = {
  group: 'People',
  useAsTitle: 'name',
  hideAPIURL: true,
  hidden: hiddenUnless(isCoordinator),
  listSearchableFields: ['name', 'email'],
  pagination: { defaultLimit: 25 },
  components: { beforeListTable: ['./admin/CopiesNotice.tsx#CopiesOfSelected'] },
}

/** Says beside a record that it is in a copy of the database, too. */
export const copiesField: Field = {
  name: 'copies',
  type: 'ui',
  admin: {
    position: 'sidebar',
    disableListColumn: true,
    components: { Field: './admin/CopiesNotice.tsx#CopiesNotice' },
  },
}

/** When the address was confirmed. */
export const confirmedAtField: Field = {
  name: 'confirmedAt',
  type: 'date',
  label: 'Email confirmed',
  access: writtenByCode,
  admin: {
    position: 'sidebar',
    readOnly: true,
    date: { displayFormat: 'd MMMM yyyy, HH:mm' },
  },
}

/** Fields of the sign-up's own state, in the admin's sidebar. */
export const signUpState: Field[] = [
  copiesField,
  // Reminders are help, not duty: whoever stops them still gets what they must know.
  {
    name: 'wantsNoReminders',
    type: 'checkbox',
    label: 'Wants no reminders',
    defaultValue: false,
    admin: { position: 'sidebar' },
  },
  confirmedAtField,
]

import { type CollectionBeforeChangeHook, type CollectionConfig, ValidationError } from 'payload'

import type { Mentee } from '../payload-types.ts'
import { writtenByCode } from './access.ts'
import { ANSWER_FIELDS, CONSENT_FIELD } from './people/answer-fields.ts'
import {
  personAccess,
  personAdmin,
  personHooks,
  signUpState,
  statusField,
} from './people/record.ts'

/**
 * "Matched" follows from a match: who set or cleared it by hand would have a mentee with a mentor
 * wait again, or hide one who waits for ever. The programme's own changes say so in the context.
 */
const keepStatusWithMatches: CollectionBeforeChangeHook<Mentee> = ({
  context,
  data,
  operation,
  originalDoc,
}) => {
  const [before, after] = [originalDoc?.status, data.status ?? originalDoc?.status]
  const isByHand = operation === 'update' && before !== after && !context.followsMatch
  if (isByHand && (before === 'matched' || after === 'matched')) {
    const message =
      before === 'matched'
        ? 'This mentee has a mentor. Undo the match in the matching workspace first.'
        : 'Introduce the mentee to a mentor in the matching workspace instead.'
    throw new ValidationError({ collection: 'mentees', errors: [{ path: 'status', message }] })
  }
  // Whoever is put on the list by hand and never waited before waits from now on.
  const startsToWait = after === 'waiting' && !(data.waitingSince ?? originalDoc?.waitingSince)
  return startsToWait ? { ...data, waitingSince: new Date().toISOString() } : data
}

/**
 * Doctors new to the UK who ask for a mentor. A mentee is `unconfirmed` until they open the link in
 * their confirmation e-mail, then `waiting`, then `matched` while they have an open match. After it
 * they are `resting` until they say that they want another mentor.
 */
export const Mentees: CollectionConfig = {
  slug: 'mentees',
  versions: false,
  labels: { singular: 'Mentee', plural: 'Mentees' },
  access: personAccess,
  hooks: {
    ...personHooks,
    beforeChange: [...(personHooks?.beforeChange ?? []), keepStatusWithMatches],
  },
  admin: {
    ...personAdmin,
    defaultColumns: ['name', 'status', 'waitingTime', 'country', 'specialty', 'pathway'],
    description: 'Doctors who ask for a mentor. They join by the sign-up form on the public site.',
  },
  defaultSort: 'name',
  fields: [
    ...ANSWER_FIELDS,
    CONSENT_FIELD,
    statusField(
      [
        { value: 'waiting', label: 'Waiting' },
        { value: 'matched', label: 'Matched' },
        { value: 'resting', label: 'Not waiting' },
      ],
      '“Matched” follows from matches. “Not waiting”: their match is over and they have not asked for another.',
    ),
    {
      name: 'waitingSince',
      type: 'date',
      label: 'Waiting since',
      index: true,
      access: writtenByCode,
      admin: {
        position: 'sidebar',
        readOnly: true,
        date: { displayFormat: 'd MMMM yyyy' },
        description: 'Kept when a match is undone, so that nobody loses their place.',
      },
    },
    {
      name: 'keepApartFrom',
      type: 'relationship',
      relationTo: 'mentors',
      hasMany: true,
      label: 'Never match with',
      admin: {
        position: 'sidebar',
        description: 'A mentor they asked to leave, or who supervises them.',
      },
    },
    ...signUpState,
  ],
}

import {
  type CollectionBeforeChangeHook,
  type CollectionConfig,
  ValidationError,
  type Where,
} from 'payload'

import { countRecords } from '../database/records.ts'
import type { Mentor } from '../payload-types.ts'
import { OPEN } from '../programme/clock/states.ts'
import { MOST_PLACES } from '../starter/questions.ts'
import { ANSWER_FIELDS, CONSENT_FIELD } from './people/answer-fields.ts'
import {
  personAccess,
  personAdmin,
  personHooks,
  signUpState,
  statusField,
} from './people/record.ts'

/** A mentor who has a mentee does not vanish: the mentee would be left without a word. */
const keepWhileMatched: CollectionBeforeChangeHook<Mentor> = async ({ data, originalDoc, req }) => {
  const isLeaving = (data.status ?? 'active') !== 'active'
  if (originalDoc?.status !== 'active' || !isLeaving) return data
  const open: Where = { and: [{ mentor: { equals: originalDoc.id } }, { status: { in: OPEN } }] }
  if ((await countRecords(req, 'matches', open)) === 0) return data
  const message = 'This mentor has a mentee. End the match on its page first.'
  throw new ValidationError({ collection: 'mentors', errors: [{ path: 'status', message }] })
}

/**
 * Doctors who offer to mentor. A mentor is `unconfirmed` until they open the link in their
 * confirmation e-mail, then `active`; `withdrawn` ones are kept for the history of their matches.
 */
export const Mentors: CollectionConfig = {
  slug: 'mentors',
  versions: false,
  labels: { singular: 'Mentor', plural: 'Mentors' },
  access: personAccess,
  hooks: {
    ...personHooks,
    beforeChange: [...(personHooks?.beforeChange ?? []), keepWhileMatched],
  },
  admin: {
    ...personAdmin,
    defaultColumns: ['name', 'status', 'country', 'specialty', 'capacity', 'takesMentees'],
    description: 'Doctors who offer to mentor. They join by the sign-up form on the public site.',
  },
  defaultSort: 'name',
  fields: [
    ...ANSWER_FIELDS,
    {
      name: 'capacity',
      type: 'number',
      label: 'Places',
      required: true,
      defaultValue: 1,
      min: 1,
      max: MOST_PLACES,
    },
    {
      name: 'takesMentees',
      type: 'checkbox',
      label: 'Takes mentees now',
      required: true,
      defaultValue: true,
      admin: { components: { Cell: './admin/YesNoCell.tsx#YesNoCell' } },
    },
    CONSENT_FIELD,
    statusField([{ value: 'active', label: 'Active' }]),
    ...signUpState,
  ],
}

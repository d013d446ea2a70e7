import type { CollectionConfig, Field } from 'payload'

import type { FurtherForm } from '../further-forms.ts'
import { ANSWER_FIELDS, CONSENT_FIELD } from './answer-fields.ts'
import {
  confirmedAtField,
  copiesField,
  personAccess,
  personAdmin,
  statusField,
  withoutTrace,
} from './record.ts'

/** What the code knows of everybody: who they are, and where to write to. */
const [NAME, EMAIL] = ANSWER_FIELDS

/**
 * Those who have signed up by a form whose people are not matched. `unconfirmed` until they open the link in their
 * email, then `confirmed`. All else they were asked stands in `answers`.
 */
export const signedUp = ({ collection, description, people }: FurtherForm): CollectionConfig => ({
  slug: collection,
  versions: false,
  labels: { singular: people.one, plural: people.many },
  access: personAccess,
  hooks: withoutTrace,
  admin: { ...personAdmin, defaultColumns: ['name', 'email', 'status', 'answers'], description },
  defaultSort: 'name',
  fields: [
    NAME!,
    EMAIL!,
    CONSENT_FIELD,
    statusField([{ value: 'confirmed', label: 'Signed up' }]),
    copiesField,
    confirmedAtField,
  ] satisfies Field[],
})

import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Field } from 'payload'

import { onForm } from '@mentoring/forms/form-schema'
import { isCoordinator } from './access.ts'
import { ROLE_OPTIONS } from './match-fields.ts'

const SECTION = 'Three short questions'

/** The questions at the end. None has to be answered. */
export const surveyQuestions: Field[] = [
  onForm(
    {
      name: 'helpful',
      type: 'select',
      label: 'Was it helpful?',
      options: [
        { value: 'very', label: 'Very helpful' },
        { value: 'quite', label: 'Quite helpful' },
        { value: 'little', label: 'A little helpful' },
        { value: 'not', label: 'Not helpful' },
      ],
    },
    { section: SECTION, as: 'radios', label: 'Was the mentoring helpful?' },
  ),
  onForm(
    {
      name: 'stillInContact',
      type: 'select',
      label: 'Still in contact?',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
    { section: SECTION, as: 'radios', label: 'Are you still in contact?' },
  ),
  onForm(
    {
      name: 'wouldMentor',
      type: 'select',
      label: 'Would they mentor?',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'later', label: 'Perhaps later' },
        { value: 'no', label: 'No' },
      ],
    },
    {
      section: SECTION,
      as: 'radios',
      label: 'Would you be a mentor to somebody, now or again?',
    },
  ),
]

/** Answers to the survey at the end of a match, one row for each of the two. */
export const Surveys: CollectionConfig = {
  slug: 'surveys',
  ...writtenByCode(isCoordinator),
  admin: { hidden: true, hideAPIURL: true },
  fields: [
    { name: 'match', type: 'relationship', relationTo: 'matches', required: true, index: true },
    { name: 'role', type: 'select', required: true, options: ROLE_OPTIONS },
    // `match:role`: each answers once and can change it.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    ...surveyQuestions,
  ],
}

import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, Field } from 'payload'

import { onForm } from '@mentoring/forms/form-schema'
import { isCoordinator } from './access.ts'

const SECTION = 'Your mentoring agreement'

/**
 * What the two agree on. One declaration for the form on the personal page, its validation, the
 * printed page and the admin.
 */
export const agreementTerms: Field[] = [
  onForm(
    { name: 'howOften', type: 'text', label: 'How often you meet', required: true, maxLength: 100 },
    {
      section: SECTION,
      label: 'How often will you meet?',
      hint: 'For example, once a fortnight',
      missing: 'Enter how often you will meet',
      invalid: 'How often you will meet must be 100 characters or fewer',
    },
  ),
  onForm(
    { name: 'howLong', type: 'text', label: 'How long you meet', required: true, maxLength: 100 },
    {
      section: SECTION,
      label: 'How long will each meeting be?',
      hint: 'For example, 45 minutes',
      missing: 'Enter how long each meeting will be',
      invalid: 'How long each meeting will be must be 100 characters or fewer',
    },
  ),
  onForm(
    { name: 'howToMeet', type: 'text', label: 'How you meet', required: true, maxLength: 200 },
    {
      section: SECTION,
      label: 'How will you meet?',
      hint: 'Meet face to face at least once. After that, face to face or online is up to you both.',
      missing: 'Enter how you will meet',
      invalid: 'How you will meet must be 200 characters or fewer',
    },
  ),
  onForm(
    {
      name: 'topics',
      type: 'textarea',
      label: 'What it is about',
      required: true,
      maxLength: 1000,
    },
    {
      section: SECTION,
      label: 'What is it about?',
      hint: 'The mentee decides. You can change this whenever you like.',
      missing: 'Enter what it is about',
      invalid: 'What it is about must be 1,000 characters or fewer',
    },
  ),
  onForm(
    {
      name: 'confidentiality',
      type: 'textarea',
      label: 'What stays between you',
      required: true,
      maxLength: 1000,
      defaultValue:
        'What we talk about stays between us, unless somebody is at risk of harm. Then we tell the right person, and each other first if we can.',
    },
    {
      section: SECTION,
      label: 'What stays between you?',
      hint: 'You can keep these words or agree on your own.',
      missing: 'Enter what stays between you',
      invalid: 'What stays between you must be 1,000 characters or fewer',
    },
  ),
]

/**
 * Mentoring agreements: a row for every version, never changed but by its signatures. In force is
 * the latest version that both have signed; a change is a new version, which asks both again.
 */
export const Agreements: CollectionConfig = {
  slug: 'agreements',
  ...writtenByCode(isCoordinator),
  admin: { hidden: true, hideAPIURL: true },
  defaultSort: '-version',
  fields: [
    { name: 'match', type: 'relationship', relationTo: 'matches', required: true, index: true },
    { name: 'version', type: 'number', required: true },
    // Two people who fill it in at the same moment can't both write the same version.
    { name: 'key', type: 'text', required: true, unique: true, admin: { hidden: true } },
    ...agreementTerms,
    { name: 'mentorSignedAt', type: 'date' },
    { name: 'menteeSignedAt', type: 'date' },
  ],
}

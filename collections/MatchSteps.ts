import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { isCoordinator } from './access.ts'
import { ROLE_OPTIONS } from './match-fields.ts'
import { NOTED } from '../programme/clock/noted.ts'

/** The history of every match: each step, who took it and when. Written with the step it records. */
export const MatchSteps: CollectionConfig = {
  slug: 'match-steps',
  labels: { singular: 'Step of a match', plural: 'Steps of matches' },
  ...writtenByCode(isCoordinator),
  admin: { group: 'Matching', hidden: () => true, hideAPIURL: true },
  defaultSort: 'at',
  fields: [
    { name: 'match', type: 'relationship', relationTo: 'matches', required: true, index: true },
    {
      name: 'what',
      type: 'select',
      required: true,
      index: true,
      options: Object.entries(NOTED).map(([value, label]) => ({ value, label })),
    },
    // Of a reminder: its name, and whom it went to.
    { name: 'message', type: 'text' },
    { name: 'to', type: 'select', options: ROLE_OPTIONS },
    { name: 'at', type: 'date', required: true },
    {
      name: 'by',
      type: 'select',
      required: true,
      options: [
        ...ROLE_OPTIONS,
        { value: 'coordinator', label: 'Coordinator' },
        { value: 'clock', label: 'The programme itself' },
      ],
    },
    { name: 'user', type: 'relationship', relationTo: 'users' },
    { name: 'note', type: 'textarea', maxLength: 1000 },
  ],
}

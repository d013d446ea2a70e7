import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import type { FormsOptions } from '../types.ts'

/**
 * The forms and lists as they were published, together and numbered. Never changed: what is asked, checked, shown
 * and matched follows the newest one, and what was asked once stays known.
 */
export const formEditions = ({ access, hidden }: FormsOptions): CollectionConfig => ({
  slug: 'form-editions',
  labels: { singular: 'Edition of the forms', plural: 'Editions of the forms' },
  ...writtenByCode(access.edit),
  admin: {
    group: 'Forms',
    useAsTitle: 'number',
    defaultColumns: ['number', 'publishedAt', 'publishedBy', 'changes'],
    hideAPIURL: true,
    hidden,
    description: 'The forms as they were published, by whom, and what had changed.',
  },
  defaultSort: '-number',
  fields: [
    { name: 'number', type: 'number', required: true, unique: true, index: true },
    {
      name: 'publishedAt',
      type: 'date',
      label: 'Published',
      required: true,
      admin: { date: { displayFormat: 'd MMMM yyyy, HH:mm' } },
    },
    { name: 'publishedBy', type: 'text', label: 'By' },
    { name: 'changes', type: 'textarea', label: 'What changed' },
    {
      name: 'mustReplace',
      type: 'checkbox',
      label: 'Replaced the form for those who had begun',
      defaultValue: false,
    },
    { name: 'definition', type: 'json', required: true, access: seenByCode },
  ],
})

import type { CollectionConfig, DateField } from 'payload'

import { writtenByCode } from '../../written-by-code.ts'
import { MATCH_STATES, type ResolvedOptions } from '../types.ts'

const asSentences = {
  components: { Field: './plugins/matching/admin/ReasonsField.tsx#ReasonsField' },
}

const inSidebar: DateField['admin'] = {
  position: 'sidebar',
  date: { displayFormat: 'd MMMM yyyy' },
}

/**
 * Mentor and mentee together: first a proposal, then, confirmed by a coordinator, a match. Rows are
 * written only by the plugin's own actions, which keep the rules.
 *
 * @param menteeTitle the field that names a mentee
 */
export const matchesCollection = (
  { access, hidden, mentees, mentors }: ResolvedOptions,
  menteeTitle: string,
): CollectionConfig => ({
  slug: 'matches',
  labels: { singular: 'Match', plural: 'Matches' },
  access: writtenByCode(access),
  admin: {
    group: 'Matching',
    hideAPIURL: true,
    hidden,
    useAsTitle: 'menteeName',
    defaultColumns: ['mentee', 'mentor', 'status', 'tierLabel', 'confirmedAt'],
    description: 'Every match and proposal. Use the matching workspace to make and undo them.',
  },
  defaultSort: '-createdAt',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'mentee',
          type: 'relationship',
          relationTo: mentees.slug,
          required: true,
          index: true,
        },
        {
          name: 'mentor',
          type: 'relationship',
          relationTo: mentors.slug,
          required: true,
          index: true,
        },
      ],
    },
    // Only a title for the page: it is read through the relationship and not stored.
    { name: 'menteeName', type: 'text', virtual: `mentee.${menteeTitle}`, admin: { hidden: true } },
    { name: 'tierLabel', type: 'text', label: 'Tier', required: true },
    { name: 'reasons', type: 'text', hasMany: true, label: 'What they share', admin: asSentences },
    {
      name: 'differences',
      type: 'text',
      hasMany: true,
      label: 'Where they differ',
      admin: asSentences,
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: [...MATCH_STATES],
      admin: { position: 'sidebar' },
    },
    { name: 'tier', type: 'text', required: true, admin: { hidden: true } },
    { name: 'score', type: 'number', required: true, admin: { position: 'sidebar' } },
    {
      name: 'madeBy',
      type: 'select',
      label: 'Made by',
      required: true,
      options: [
        { value: 'run', label: 'A matching run' },
        { value: 'coordinator', label: 'A coordinator' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'run',
      type: 'relationship',
      relationTo: 'matching-runs',
      admin: { position: 'sidebar' },
    },
    {
      name: 'decidedBy',
      type: 'relationship',
      label: 'Decided by',
      relationTo: 'users',
      admin: { position: 'sidebar' },
    },
    { name: 'decidedAt', type: 'date', label: 'Decided on', admin: inSidebar },
    {
      name: 'confirmedAt',
      type: 'date',
      index: true,
      label: 'Introduced on',
      admin: inSidebar,
    },
    {
      name: 'firstContactDue',
      type: 'date',
      label: 'First contact due',
      admin: inSidebar,
    },
    { name: 'endsOn', type: 'date', label: 'Ends on', admin: inSidebar },
  ],
})

import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig, DateField } from 'payload'

import { component } from '../component.ts'
import type { ResolvedOptions } from '../types.ts'

const inSidebar: DateField['admin'] = {
  position: 'sidebar',
  date: { displayFormat: 'd MMMM yyyy' },
}

/**
 * Mentor and mentee together: first a proposal, then, confirmed by a coordinator, a match. Rows are
 * written only by the plugin's own actions, which keep the rules.
 */
export const matchesCollection = ({
  access,
  hidden,
  menteeTitle,
  mentees,
  mentors,
  slugs,
  states,
  users,
}: ResolvedOptions): CollectionConfig => ({
  slug: slugs.matches,
  labels: { singular: 'Match', plural: 'Matches' },
  ...writtenByCode(access),
  admin: {
    group: 'Matching',
    hideAPIURL: true,
    hidden,
    useAsTitle: 'menteeName',
    defaultColumns: ['mentee', 'mentor', 'status', 'tierLabel', 'confirmedAt'],
    description: 'Every match and proposal. Use the matching workspace to make and undo them.',
  },
  defaultSort: '-createdAt',
  // What is counted before each decision about a person, and what is open for them.
  indexes: [{ fields: ['mentee', 'status'] }, { fields: ['mentor', 'status'] }],
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
    {
      name: 'reasons',
      type: 'text',
      hasMany: true,
      label: 'What they share',
      admin: asSentences,
    },
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
      options: states.all.map(({ value, label }) => ({ value, label })),
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
      relationTo: slugs.runs,
      admin: { position: 'sidebar' },
    },
    {
      name: 'isLocked',
      type: 'checkbox',
      label: 'Locked by a coordinator',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'isAllowedAgain',
      type: 'checkbox',
      label: 'May be proposed again',
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    // See `Explanation` in store.ts; the workspace says it in words.
    { name: 'explanation', type: 'json', admin: { hidden: true } },
    {
      name: 'decidedBy',
      type: 'relationship',
      label: 'Decided by',
      relationTo: users,
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
  ],
})

/** Sentences are read in full, one below the other. */
const asSentences = { components: { Field: component('client', 'ReasonsField') } }

import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { component } from '../component.ts'
import { LONGEST_INPUT } from '../operations/input-text.ts'
import type { ResolvedOptions } from '../types.ts'

/**
 * What each matching run was given and what it found, so that it can be read later. People are
 * named by id only.
 */
export const matchingRunsCollection = ({
  access,
  hidden,
  slugs,
  users,
  words,
}: ResolvedOptions): CollectionConfig => ({
  slug: slugs.runs,
  labels: { singular: 'Matching run', plural: 'Matching runs' },
  ...writtenByCode(access),
  admin: {
    group: 'Matching',
    hideAPIURL: true,
    hidden,
    useAsTitle: 'createdAt',
    defaultColumns: ['createdAt', 'startedBy', 'mentees', 'proposed'],
    description: 'What each run was given and what it proposed.',
    // Records and inputs can be megabytes.
    enableListViewSelectAPI: true,
  },
  defaultSort: '-createdAt',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'mentees', type: 'number', label: `Waiting ${words.mentees}`, required: true },
        { name: 'mentors', type: 'number', label: `Available ${words.mentors}`, required: true },
        { name: 'places', type: 'number', label: 'Places', required: true },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'proposed', type: 'number', label: 'Proposals', required: true },
        { name: 'locked', type: 'number', label: 'Locked among them', defaultValue: 0 },
        { name: 'total', type: 'number', label: 'Total score', required: true },
      ],
    },
    {
      name: 'repeat',
      type: 'ui',
      admin: { components: { Field: component('client', 'RepeatRun') } },
    },
    {
      name: 'settings',
      type: 'json',
      label: 'Settings',
      admin: { description: 'The settings this run was made with.', ...asText },
    },
    {
      name: 'record',
      type: 'json',
      label: 'Inputs and result',
      admin: {
        description:
          'People by id, days waited, places, the pairs found, and why the others have none.',
        ...asText,
      },
    },
    // See input-text.ts: all that decided the result, to solve it again.
    { name: 'input', type: 'text', hidden: true, access: seenByCode, maxLength: LONGEST_INPUT },
    {
      name: 'startedBy',
      type: 'relationship',
      label: 'Started by',
      relationTo: users,
      admin: { position: 'sidebar' },
    },
    {
      name: 'seed',
      type: 'number',
      label: 'Draw among equals',
      defaultValue: 0,
      admin: {
        position: 'sidebar',
        description: '0: equals in the order of their records. Other numbers: drawn by lot.',
      },
    },
  ],
})

/** Shown without Payload's editor, which would be loaded from another host. */
const asText = { components: { Field: component('client', 'RecordField') } }

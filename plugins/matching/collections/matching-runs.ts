import { inSidebar } from '@mentoring/kit/in-sidebar'
import { seenByCode, writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import { component } from '../component.ts'
import { LONGEST_INPUT } from '../operations/input-text.ts'
import { text, textOf } from '../languages/index.ts'
import type { DeclaredOptions } from '../types.ts'

/**
 * What each matching run was given and what it found, so that it can be read later. People are
 * named by id only.
 */
export const matchingRunsCollection = ({
  access,
  hidden,
  inEach,
  labels,
  slugs,
  users,
}: DeclaredOptions): CollectionConfig => ({
  slug: slugs.runs,
  labels: { singular: text('run'), plural: text('runs') },
  ...writtenByCode(access),
  admin: {
    group: inEach('matching'),
    hideAPIURL: true,
    hidden,
    useAsTitle: 'createdAt',
    defaultColumns: ['createdAt', 'startedBy', 'mentees', 'proposed'],
    description: inEach('runsAbout'),
    // Records and inputs can be megabytes.
    enableListViewSelectAPI: true,
  },
  defaultSort: '-createdAt',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'mentees', type: 'number', label: textOf(labels, 'runMentees'), required: true },
        { name: 'mentors', type: 'number', label: textOf(labels, 'runMentors'), required: true },
        { name: 'places', type: 'number', label: text('runPlaces'), required: true },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'proposed', type: 'number', label: text('runProposed'), required: true },
        { name: 'locked', type: 'number', label: text('runLocked'), defaultValue: 0 },
        { name: 'total', type: 'number', label: text('runTotal'), required: true },
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
      label: text('runSettings'),
      admin: { description: inEach('runSettingsAbout'), ...asText },
    },
    {
      name: 'record',
      type: 'json',
      label: text('runRecord'),
      admin: { description: inEach('runRecordAbout'), ...asText },
    },
    // See input-text.ts: all that decided the result, to solve it again.
    { name: 'input', type: 'text', hidden: true, access: seenByCode, maxLength: LONGEST_INPUT },
    ...inSidebar([
      { name: 'startedBy', type: 'relationship', label: text('startedBy'), relationTo: users },
      {
        name: 'seed',
        type: 'number',
        label: text('seed'),
        defaultValue: 0,
        admin: { description: inEach('seedAbout') },
      },
    ]),
  ],
})

/** Shown without Payload's editor, which would be loaded from another host. */
const asText = { components: { Field: component('client', 'RecordField') } }

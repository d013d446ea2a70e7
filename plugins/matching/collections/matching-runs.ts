import type { CollectionConfig } from 'payload'

import { writtenByCode } from '../../written-by-code.ts'
import type { ResolvedOptions } from '../types.ts'

/**
 * What each matching run was given and what it found, so that it can be read later. People are
 * named by id only.
 */
export const matchingRunsCollection = ({ access, hidden }: ResolvedOptions): CollectionConfig => ({
  slug: 'matching-runs',
  labels: { singular: 'Matching run', plural: 'Matching runs' },
  access: writtenByCode(access),
  admin: {
    group: 'Matching',
    hideAPIURL: true,
    hidden,
    useAsTitle: 'createdAt',
    defaultColumns: ['createdAt', 'startedBy', 'mentees', 'proposed', 'isCertified'],
    description: 'What each run was given and what it proposed.',
  },
  defaultSort: '-createdAt',
  fields: [
    { name: 'startedBy', type: 'relationship', relationTo: 'users' },
    { name: 'mentees', type: 'number', label: 'Mentees waiting', required: true },
    { name: 'mentors', type: 'number', label: 'Mentors with places', required: true },
    { name: 'places', type: 'number', label: 'Places', required: true },
    { name: 'proposed', type: 'number', label: 'Proposals', required: true },
    { name: 'total', type: 'number', label: 'Total score', required: true },
    {
      name: 'isCertified',
      type: 'checkbox',
      label: 'Proved to be the best possible',
    },
    {
      name: 'record',
      type: 'json',
      label: 'Inputs and result',
      admin: {
        description: 'Ids of the people, days waited, places, weights, and the pairs found.',
      },
    },
  ],
})

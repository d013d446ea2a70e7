import { writtenByCode } from '@mentoring/kit/written-by-code'
import type { CollectionConfig } from 'payload'

import type { DeclaredOptions } from '../types.ts'

const nobody = (): boolean => false

/**
 * Pairs that a coordinator has said are to be introduced, many in one go. A row is worked through pair
 * by pair from the top, whoever looks: see `operations/introduce-many.ts`.
 */
export const introductionsCollection = ({ slugs, users }: DeclaredOptions): CollectionConfig => ({
  slug: slugs.introductions,
  ...writtenByCode(nobody),
  admin: { hidden: true, hideAPIURL: true },
  fields: [
    {
      name: 'pairs',
      type: 'array',
      // Empty once the proposal is gone: the pair keeps its place, and is refused in its turn.
      fields: [{ name: 'match', type: 'relationship', relationTo: slugs.matches, index: true }],
    },
    // So many from the top have been introduced or refused.
    { name: 'done', type: 'number', required: true, defaultValue: 0 },
    // Of those, which were not introduced: see `Refusal`.
    { name: 'refused', type: 'json' },
    { name: 'by', type: 'relationship', relationTo: users },
    // In which refusals are said.
    { name: 'language', type: 'text' },
    { name: 'finishedAt', type: 'date', index: true },
  ],
})

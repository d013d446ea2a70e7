import type { Payload } from 'payload'

import { findEdition } from '../editions/in-force.ts'
import type { ChoiceFilter } from '../types.ts'
import { ChoiceFilterInputs } from './ChoiceFilterInputs.tsx'

type Props = { filters: ChoiceFilter[]; payload: Payload }

/** Filters by what people chose, in the words of the lists: Payload's own know only options of the code. */
export const ChoiceFilters = async ({ filters, payload }: Props) => {
  const edition = await findEdition(payload)
  if (!edition) return null
  return (
    <ChoiceFilterInputs
      filters={filters.map(({ label, list, name }) => ({
        label,
        name,
        options: (edition.lists[list]?.choices ?? []).map((choice) => ({
          value: choice.key,
          label: choice.isRetired ? `${choice.label} (no longer offered)` : choice.label,
        })),
      }))}
    />
  )
}

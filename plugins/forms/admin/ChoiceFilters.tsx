import type { Payload } from 'payload'

import { isFindable } from '../answer-token.ts'
import { findEdition } from '../editions/in-force.ts'
import { askedBy } from '../editions/questions-of.ts'
import type { Definition } from '../editions/types.ts'
import type { ChoiceFilter } from '../types.ts'
import { ChoiceFilterInputs, type Filter } from './ChoiceFilterInputs.tsx'

type Props = { filters: ChoiceFilter[]; kind: string; payload: Payload }

/**
 * Filters by what people chose, in the words of the lists: Payload's own know only options of the code. Then by the
 * answers to the form's own questions, as far as staff see them.
 */
export const ChoiceFilters = async ({ filters, kind, payload }: Props) => {
  const edition = await findEdition(payload)
  if (!edition) return null
  const known = filters.map(({ label, list, name }) => ({
    label,
    name,
    options: optionsOf(edition, list),
  }))
  const own = askedBy(edition, kind)
    .filter(isFindable)
    .map(({ adminLabel, list, name }): Filter => ({
      label: adminLabel,
      name,
      isOwn: true,
      options: [...(list ? optionsOf(edition, list) : YES_NO), NOT_ANSWERED],
    }))
  const all = [...known, ...own]
  return all.length > 0 ? <ChoiceFilterInputs filters={all} /> : null
}

const YES_NO = [
  { label: 'Yes', value: 'true' },
  { label: 'No', value: 'false' },
]

const NOT_ANSWERED = { label: 'Not answered', value: '' }

const optionsOf = ({ lists }: Definition, list: string): Filter['options'] =>
  (lists[list]?.choices ?? []).map(({ isRetired, key, label }) => ({
    value: key,
    label: isRetired ? `${label} (no longer offered)` : label,
  }))

import type { Payload } from 'payload'

import { findEdition } from '../editions/in-force.ts'
import { ChoiceInput } from './ChoiceInput.tsx'

type Props = {
  field: { label?: unknown; required?: boolean }
  hasMany: boolean
  list: string
  path: string
  payload: Payload
  readOnly?: boolean
}

/** Choices of a list that is content, searched by their names and other names. */
export const ChoiceField = async ({ field, hasMany, list, path, payload, readOnly }: Props) => {
  const edition = await findEdition(payload)
  const options = (edition?.lists[list]?.choices ?? []).map(
    ({ isRetired, key, label, synonyms = [] }) => ({
      value: key,
      label: isRetired ? `${label} (no longer offered)` : label,
      isRetired: isRetired === true,
      synonyms,
    }),
  )
  return (
    <ChoiceInput
      hasMany={hasMany}
      label={String(field.label)}
      options={options}
      path={path}
      readOnly={readOnly}
      required={field.required}
    />
  )
}

'use client'

import { SelectInput, useField } from '@payloadcms/ui'

import { folded } from '../folded.ts'

export type Option = { value: string; label: string; isRetired?: boolean; synonyms?: string[] }

type Props = {
  description?: string
  hasMany: boolean
  label: string
  /** Undefined while they are read, null when they could not be. */
  options: Option[] | null | undefined
  path: string
  readOnly?: boolean
  required?: boolean
}

/** Payload's select over options that are not in the config. What is no longer offered stands there only when it is chosen. */
export const ChoiceInput = ({
  description,
  hasMany,
  label,
  options,
  path,
  readOnly,
  required,
}: Props) => {
  const { disabled, setValue, showError, value } = useField<string | string[] | null>({ path })
  const chosen = [value ?? []].flat()
  const known = options ?? []
  const offered = known.filter((option) => !option.isRetired || chosen.includes(option.value))
  // What the list does not know is shown as it is.
  const unknown = chosen.filter((key) => !known.some((option) => option.value === key))
  return (
    <SelectInput
      description={
        options === null
          ? 'What can be chosen could not be read. Load the page again.'
          : description
      }
      filterOption={({ data, label: shown }, typed) =>
        // The options are handed on as they are given.
        [shown, ...((data as Partial<Option>).synonyms ?? [])].some((name) =>
          folded(name).includes(folded(typed)),
        )
      }
      hasMany={hasMany}
      isClearable={!required}
      label={label}
      name={path}
      onChange={(next) =>
        setValue(
          Array.isArray(next)
            ? next.map((option) => String(option.value))
            : ((next as Option | null)?.value ?? (hasMany ? [] : null)),
        )
      }
      options={[
        ...offered,
        ...unknown.map((key) => ({
          value: key,
          label: options === undefined ? '…' : key,
        })),
      ]}
      path={path}
      readOnly={readOnly === true || disabled || !options}
      required={required}
      showError={showError}
      // Beside another field it takes its part of the row.
      style={{ flex: '1 1 40%' }}
      value={hasMany ? chosen : (chosen[0] ?? '')}
    />
  )
}

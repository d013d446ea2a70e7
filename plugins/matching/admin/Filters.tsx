'use client'

import { ReactSelect, type ReactSelectOption } from '@payloadcms/ui'
import { useId } from 'react'

import { useSay } from './use-say.ts'

type SearchProps = { label: string; onChange: (text: string) => void; value: string }

/** Narrows by name while one types. */
export const SearchFilter = ({ label, onChange, value }: SearchProps) => {
  const id = useId()
  return (
    <div className="matching__filter">
      <label htmlFor={id}>{label}</label>
      <input
        autoComplete="off"
        className="matching__input"
        id={id}
        onChange={(event) => onChange(event.target.value)}
        type="search"
        value={value}
      />
    </div>
  )
}

type Choice = { value: string; label: string }
type ChoiceProps = {
  choices: Choice[]
  label: string
  onChange: (value: string | undefined) => void
  value: string | undefined
}

/** Narrows to one of several choices, or not at all. */
export const ChoiceFilter = ({ choices, label, onChange, value }: ChoiceProps) => {
  const id = useId()
  return (
    <div className="matching__filter">
      <label htmlFor={id}>{label}</label>
      <ReactSelect
        inputId={id}
        isClearable
        onChange={(option) =>
          onChange((option as ReactSelectOption | null)?.value as string | undefined)
        }
        options={choices}
        placeholder={useSay()('all')}
        value={choices.find((choice) => choice.value === value)}
      />
    </div>
  )
}

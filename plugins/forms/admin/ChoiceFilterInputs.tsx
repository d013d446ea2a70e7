'use client'

import { ReactSelect, useListQuery } from '@payloadcms/ui'
import { useId, useState } from 'react'

import { chosenIn, type Filtered, withChosen } from './choice-where.ts'
import './forms.css'

export type Filter = Filtered & { label: string; options: { label: string; value: string }[] }

/** A select for each field; what is chosen becomes part of the list's own filter, in its address. */
export const ChoiceFilterInputs = ({ filters }: { filters: Filter[] }) => {
  const { handleWhereChange, query } = useListQuery()
  const where = query.where
  const set = (filter: Filter, keys: string[]) =>
    void handleWhereChange?.(withChosen(where, filter, keys))
  const active = filters.filter((filter) => chosenIn(where, filter).length > 0)
  const [isOpen, setIsOpen] = useState(active.length > 0)
  return (
    <details
      className="forms-filters"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      open={isOpen}
    >
      <summary>
        {active.length === 0
          ? 'Filter by answers'
          : `Filtered by: ${active.map(({ label }) => label).join(', ')}`}
      </summary>
      {/* Some hundred options, for whoever looks for somebody by them. */}
      {isOpen && (
        <div className="forms-filters__inputs">
          {filters.map((filter) => (
            <Choices
              chosen={chosenIn(where, filter)}
              filter={filter}
              key={filter.name}
              set={(keys) => set(filter, keys)}
            />
          ))}
        </div>
      )}
    </details>
  )
}

type ChoicesProps = { chosen: string[]; filter: Filter; set: (keys: string[]) => void }

const Choices = ({ chosen, filter: { label, options }, set }: ChoicesProps) => {
  const id = useId()
  return (
    <div>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <ReactSelect
        inputId={id}
        isClearable
        isMulti
        onChange={(next) => set([next].flat().map(({ value }) => String(value)))}
        options={options}
        value={options.filter(({ value }) => chosen.includes(value))}
      />
    </div>
  )
}

'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'

import './matching.css'

/** Sentences of a match in full, one below the other; they are read, never typed. */
export const ReasonsField = ({ field, path }: JSONFieldClientProps) => {
  const { value } = useField<string[]>({ path })
  if (!value || value.length === 0) return null
  return (
    <div className="field-type matching__sentences">
      <FieldLabel as="span" label={field.label} path={path} />
      <ul>
        {value.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

'use client'

import { useFormFields } from '@payloadcms/ui'

import { ChoiceInput, type Option } from './ChoiceInput.tsx'
import { useSaved } from './use-saved.ts'

type Props = {
  collection: 'choice-lists' | 'questions'
  field: { admin?: { description?: unknown }; label?: unknown; required?: boolean }
  /** Shown only where a field of the record has one of these values. */
  onlyFor?: { field: string; values: string[] }
  path: string
  readOnly?: boolean
}

const NAME = { 'choice-lists': 'label', questions: 'adminLabel' } as const

/** The key of a list or of a question: one of those that are saved. */
export const OneOfInput = ({ collection, field, onlyFor, path, readOnly }: Props) => {
  const decides = useFormFields(([fields]) => onlyFor && fields[onlyFor.field]?.value)
  const name = NAME[collection]
  const saved = useSaved<Record<string, string>>({ of: collection, select: ['key', name] })
  if (onlyFor && !onlyFor.values.includes(String(decides))) return null
  const options = saved?.map((doc): Option => ({ value: doc.key!, label: doc[name]! }))
  const { description } = field.admin ?? {}
  return (
    <ChoiceInput
      description={typeof description === 'string' ? description : undefined}
      hasMany={false}
      label={String(field.label)}
      options={saved === null ? null : options}
      path={path}
      readOnly={readOnly}
      required={field.required}
    />
  )
}

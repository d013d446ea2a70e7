import type { Payload } from 'payload'

import { ChoiceInput } from './ChoiceInput.tsx'

type Props = {
  collection: 'choice-lists' | 'questions'
  field: { admin?: { description?: unknown }; label?: unknown; name?: string; required?: boolean }
  path: string
  payload: Payload
  readOnly?: boolean
}

const NAME = { 'choice-lists': 'label', questions: 'adminLabel' } as const

/** The key of a list or of a question: one of those that are saved. */
export const OneOfField = async ({ collection, field, path, payload, readOnly }: Props) => {
  const { docs } = await payload.find({
    collection,
    sort: NAME[collection],
    select: { key: true, [NAME[collection]]: true },
    pagination: false,
    depth: 0,
    // They are about nobody, and whoever has the form open may read them.
    overrideAccess: true,
  })
  const options = docs.map((doc) => {
    // As far as it is selected.
    const { key, ...names } = doc as unknown as Record<string, string>
    return { value: key!, label: names[NAME[collection]]!, isRetired: false, synonyms: [] }
  })
  const { description } = field.admin ?? {}
  return (
    <ChoiceInput
      description={typeof description === 'string' ? description : undefined}
      hasMany={false}
      label={String(field.label)}
      options={options}
      path={path}
      readOnly={readOnly}
      required={field.required}
    />
  )
}

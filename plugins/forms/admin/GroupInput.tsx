'use client'

import { useFormFields } from '@payloadcms/ui'

import { ChoiceInput, type Option } from './ChoiceInput.tsx'

/** What can be chosen as a group, by key of the list whose choices have groups. */
export type Groups = Record<string, Option[]>

type Props = {
  description?: string
  groups: Groups
  label: string
  path: string
  readOnly?: boolean
}

/** A select of the groups of the list that the choice is of; nothing where that has none. */
export const GroupInput = ({ groups, ...props }: Props) => {
  const list = useFormFields(([fields]) => fields.list?.value)
  const options = groups[String(list)]
  return options ? <ChoiceInput {...props} hasMany={false} options={options} /> : null
}

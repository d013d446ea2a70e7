import type { Payload } from 'payload'

import { NOT_TYPED } from '../not-typed.ts'
import type { Option } from './ChoiceInput.tsx'
import { GroupInput, type Groups } from './GroupInput.tsx'

type Props = {
  field: { admin?: { description?: unknown }; label?: unknown }
  path: string
  payload: Payload
  readOnly?: boolean
}

type GroupedList = { key: string; groupsFrom?: string | null }
type GroupChoice = { list: string; key: string; label: string; isRetired?: boolean | null }

/** The group of a choice: one of the choices of the list that its own list takes its groups from. */
export const GroupField = async ({ field, path, payload, readOnly }: Props) => {
  // They are about nobody, and whoever has the form open may read them.
  const all = { pagination: false, depth: 0, overrideAccess: true } as const
  const found = await payload.find({
    ...all,
    collection: 'choice-lists',
    select: { key: true, groupsFrom: true },
  })
  // A project that has not generated its types knows none of these.
  const lists = (found.docs as unknown as GroupedList[]).filter(({ groupsFrom }) => groupsFrom)
  const { docs } = await payload.find({
    ...all,
    collection: 'choices',
    where: { and: [{ list: { in: lists.map(({ groupsFrom }) => groupsFrom) } }, NOT_TYPED] },
    sort: 'label',
    select: { list: true, key: true, label: true, isRetired: true },
  })
  // Likewise.
  const choices = docs as unknown as GroupChoice[]
  const groups: Groups = Object.fromEntries(
    lists.map(({ groupsFrom, key }): [string, Option[]] => [
      key,
      choices
        .filter(({ list }) => list === groupsFrom)
        .map((choice) => ({
          value: choice.key,
          label: choice.label,
          isRetired: choice.isRetired === true,
        })),
    ]),
  )
  const { description } = field.admin ?? {}
  return (
    <GroupInput
      description={typeof description === 'string' ? description : undefined}
      groups={groups}
      label={String(field.label)}
      path={path}
      readOnly={readOnly}
    />
  )
}

import type { Payload } from 'payload'

import type { Option } from './ChoiceInput.tsx'
import { GroupInput, type Groups } from './GroupInput.tsx'

type Props = {
  field: { admin?: { description?: unknown }; label?: unknown }
  path: string
  payload: Payload
  readOnly?: boolean
}

/** The group of a choice: one of the choices of the list that its own list takes its groups from. */
export const GroupField = async ({ field, path, payload, readOnly }: Props) => {
  // They are about nobody, and whoever has the form open may read them.
  const all = { pagination: false, depth: 0, overrideAccess: true } as const
  const { docs } = await payload.find({
    ...all,
    collection: 'choice-lists',
    select: { key: true, groupsFrom: true },
  })
  const lists = docs.filter(({ groupsFrom }) => groupsFrom)
  const { docs: choices } = await payload.find({
    ...all,
    collection: 'choices',
    where: { list: { in: lists.map(({ groupsFrom }) => groupsFrom) } },
    sort: 'label',
    select: { list: true, key: true, label: true, isRetired: true },
  })
  const groups: Groups = Object.fromEntries(
    lists.map(({ groupsFrom, key }): [string, Option[]] => [
      key!,
      choices
        .filter(({ list }) => list === groupsFrom)
        .map((choice) => ({
          value: choice.key!,
          label: choice.label,
          isRetired: choice.isRetired === true,
          synonyms: [],
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

import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import type { ChoiceRecord } from '../editions/working-copy.ts'
import { NOT_TYPED } from '../not-typed.ts'
import { formsOptionsOf } from '../options.ts'
import { countWhoChose } from '../merging/merge.ts'
import { MergeInput } from './MergeInput.tsx'

type Props = { id?: string; payload: Payload; user?: PayloadRequest['user'] }

/** Beside a choice: makes it one with another of its list, or says that this was done. */
export const MergeChoice = async ({ id, payload, user }: Props) => {
  const options = formsOptionsOf(payload)
  const req = await createLocalReq({ user: user ?? undefined }, payload)
  if (!id || !options.access.edit({ req })) return null
  const choice = await payload.findByID({
    collection: 'choices',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  const mayKnow = options.access.decideUse({ req })
  if (!choice || options.knownLists?.includes(choice.list)) return null
  if (choice.isTyped && !mayKnow) return null
  const { docs } = await payload.find({
    collection: 'choices',
    where: {
      and: [{ list: { equals: choice.list } }, ...(mayKnow ? [] : [NOT_TYPED])],
    },
    sort: 'label',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const others = docs as ChoiceRecord[]
  if (choice.mergedInto) {
    const into = others.find(({ key }) => key === choice.mergedInto)
    const named = into ? `“${into.label}”` : 'another choice'
    return <p className="field-description">This choice was merged into {named}.</p>
  }
  const targets = others.filter(
    (other) => other.id !== id && other.firstPublishedAt && !other.mergedInto,
  )
  if (targets.length === 0) return null
  // Comms are told nothing about people, and this is a number of them.
  const people = mayKnow
    ? await countWhoChose(req, options, { key: choice.key!, list: choice.list })
    : undefined
  return (
    <MergeInput
      choice={id}
      label={choice.label}
      people={people}
      targets={targets.map((target) => ({ label: target.label, value: target.id }))}
    />
  )
}

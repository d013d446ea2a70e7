'use client'

import { useRowLabel } from '@payloadcms/ui'

type Part = {
  title?: string
  name?: string
  caption?: string
  actions?: { text?: string }[]
  cards?: { title?: string }[]
  lists?: { title?: string }[]
}

/** Names a part of a page by its kind and its heading, so that closed parts can be told apart. */
export const PartLabel = ({ kind }: { kind: string }) => {
  const { data, rowNumber } = useRowLabel<Part>()
  const name = nameOf(data)
  return (
    <span className="part-label">
      <span className="part-label__number">{(rowNumber ?? 0) + 1}</span>
      <span className="part-label__kind">{kind}</span>
      {name && <span className="part-label__name">{name}</span>}
    </span>
  )
}

/** Its heading, or else the first words that it has. */
const nameOf = ({ actions, caption, cards, lists, name, title }: Part = {}): string | undefined =>
  title || name || caption || actions?.[0]?.text || cards?.[0]?.title || lists?.[0]?.title

'use client'

import { useDocumentInfo, useForm, useFormFields, useRowLabel } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

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
  const { data, rowNumber = 0 } = useRowLabel<Part>()
  useOpenWhenNew(rowNumber)
  const name = nameOf(data)
  return (
    <span className="part-label">
      <span className="part-label__number">{rowNumber + 1}</span>
      <span className="part-label__kind">{kind}</span>
      {name && <span className="part-label__name">{name}</span>}
    </span>
  )
}

/** Its heading, or else the first words that it has. */
const nameOf = ({ actions, caption, cards, lists, name, title }: Part = {}): string | undefined =>
  title || name || caption || actions?.[0]?.text || cards?.[0]?.title || lists?.[0]?.title

/** Whoever adds a part wants to fill it in: it opens, once. The parts that were there stay as they are. */
const useOpenWhenNew = (place: number): void => {
  const { savedDocumentData } = useDocumentInfo()
  const { dispatchFields } = useForm()
  const rows = useFormFields(([fields]) => fields[LAYOUT]?.rows)
  const opened = useRef<string>(undefined)
  const row = rows?.[place]
  const saved = (savedDocumentData?.[LAYOUT] ?? []) as { id: string }[]
  // While it is on its way from the server, what is done to it is undone.
  const isNew = row && !row.isLoading && row.collapsed && !saved.some(({ id }) => id === row.id)
  useEffect(() => {
    if (!isNew || opened.current === row.id) return
    opened.current = row.id
    const updatedRows = rows.map((one) => (one.id === row.id ? { ...one, collapsed: false } : one))
    dispatchFields({ type: 'SET_ROW_COLLAPSED', path: LAYOUT, updatedRows })
  }, [dispatchFields, isNew, row, rows])
}

const LAYOUT = 'layout'

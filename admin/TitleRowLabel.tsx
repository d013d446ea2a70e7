'use client'

import { useRowLabel } from '@payloadcms/ui'

type Row = { title?: string; text?: string; figure?: string }

/** Names a row of an array field by its first words, so that closed rows can be told apart. */
export const TitleRowLabel = () => {
  const { data, rowNumber } = useRowLabel<Row>()
  const words = [data.title ?? data.figure, data.title ? undefined : data.text]
  return <span>{words.filter(Boolean).join(' ') || `Number ${(rowNumber ?? 0) + 1}`}</span>
}

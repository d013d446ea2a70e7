'use client'

import { useRowLabel } from '@payloadcms/ui'

/** Names a row of an array field by its title, so that closed rows can be told apart. */
export const TitleRowLabel = () => {
  const { data, rowNumber } = useRowLabel<{ title?: string }>()
  return <span>{data.title || `Point ${(rowNumber ?? 0) + 1}`}</span>
}

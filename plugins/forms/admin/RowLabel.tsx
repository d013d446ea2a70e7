'use client'

import { useRowLabel } from '@payloadcms/ui'

/** Names a page by its title, and a row by its question. */
export const RowLabel = () => {
  // A row inside a row has no data until its page is in the browser.
  const { data, rowNumber } = useRowLabel<{ question?: string; title?: string } | undefined>()
  const place = (rowNumber ?? 0) + 1
  return <span>{data?.title ?? data?.question ?? `Row ${place}`}</span>
}

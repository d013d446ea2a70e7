'use client'

import { useRowLabel } from '@payloadcms/ui'

import { useSaved } from './use-saved.ts'

/** Names a page by its title, and a row by its question. */
export const RowLabel = () => {
  // A row inside a row has no data until its page is in the browser.
  const { data, rowNumber } = useRowLabel<{ question?: string; title?: string } | undefined>()
  const questions = useSaved<{ key: string; adminLabel: string }>(
    data?.question ? { of: 'questions', select: ['key', 'adminLabel'] } : undefined,
  )
  const place = (rowNumber ?? 0) + 1
  const question = questions?.find(({ key }) => key === data?.question)?.adminLabel
  return <span>{data?.title ?? question ?? data?.question ?? `Row ${place}`}</span>
}

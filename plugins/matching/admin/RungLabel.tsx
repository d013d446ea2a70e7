'use client'

import { useRowLabel } from '@payloadcms/ui'

type Props = {
  /** Labels of the rungs by name. */
  labels: Record<string, string>
}

/** Names a row of the ladder by its place and its tier, so that closed rows can be told apart. */
export const RungLabel = ({ labels }: Props) => {
  const { data, rowNumber } = useRowLabel<{ rung?: string | null } | undefined>()
  const label = labels[data?.rung ?? ''] ?? 'Choose a tier'
  return <span>{`${(rowNumber ?? 0) + 1}. ${label}`}</span>
}

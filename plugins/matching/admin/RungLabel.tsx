'use client'

import { useRowLabel } from '@payloadcms/ui'

import { useSay } from './use-say.ts'

type Props = {
  /** Labels of the rungs by name. */
  labels: Record<string, string>
}

/** Names a row of the ladder by its place and its tier, so that closed rows can be told apart. */
export const RungLabel = ({ labels }: Props) => {
  const { data, rowNumber } = useRowLabel<{ rung?: string | null } | undefined>()
  const say = useSay()
  const tier = labels[data?.rung ?? ''] ?? say('chooseTier')
  return <span>{say('rung', { place: (rowNumber ?? 0) + 1, tier })}</span>
}

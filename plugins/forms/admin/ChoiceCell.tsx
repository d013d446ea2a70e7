import type { Payload } from 'payload'

import { findEdition, labelIn } from '../editions/in-force.ts'

type Props = { cellData?: unknown; list: string; payload: Payload }

/** The names of what was chosen. */
export const ChoiceCell = async ({ cellData, list, payload }: Props) => {
  const keys = [cellData ?? []].flat().map(String)
  if (keys.length === 0) return <span>–</span>
  const edition = await findEdition(payload)
  return <span>{keys.map((key) => (edition ? labelIn(edition, list, key) : key)).join(', ')}</span>
}

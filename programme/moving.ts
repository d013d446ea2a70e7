import { fromText, repeats, type RunRow, toText } from '@mentoring/matching/runs'
import type { Payload } from 'payload'

import type { LastCheck, PackedField } from '../database/move/types.ts'

/** Where ids of this programme's records can't be seen in a text: what a matching run was given. */
export const PACKED_FIELDS: PackedField[] = [
  {
    collection: 'matching-runs',
    field: 'input',
    rename: (packed, rename) => {
      const input = fromText(packed)
      const renameAll = (ids: string[]) => ids.map((id) => rename(id) ?? id)
      return toText({
        ...input,
        mentees: renameAll(input.mentees),
        mentors: renameAll(input.mentors),
      })!
    },
  },
]

/** What must be true of both databases after a move. */
export const MOVE_CHECKS: LastCheck[] = [
  {
    name: 'the last matching run gives the same pairs again',
    check: async (source, target) => {
      const before = await lastRunRepeats(source)
      return before === (await lastRunRepeats(target))
        ? undefined
        : 'matching-runs: the last run does not repeat as it did before'
    },
  },
]

const lastRunRepeats = async ({ db }: Payload): Promise<boolean | undefined> => {
  const { docs } = await db.find<RunRow>({
    collection: 'matching-runs',
    sort: '-createdAt',
    limit: 1,
    pagination: false,
  })
  const [run] = docs
  return run?.input ? repeats(run.input, run.record) : undefined
}

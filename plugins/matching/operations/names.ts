import type { ResolvedOptions } from '../types.ts'
import type { LoadedPool } from './load-pool.ts'

/** Names of everybody in a pool, by id. */
export const namesOf = (
  { mentees, mentors }: LoadedPool,
  options: ResolvedOptions,
): Map<string, string> =>
  new Map([
    ...mentees.map(({ id, person }) => [id, options.mentees.describe(person).name] as const),
    ...mentors.map(({ id, person }) => [id, options.mentors.describe(person).name] as const),
  ])

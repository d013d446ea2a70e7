import type { ResolvedOptions } from '../types.ts'
import type { LoadedPool } from './load-pool.ts'

/** Names of everybody in a pool, by id: each side for itself, because two people can have one id. */
export const namesOf = (
  { mentees, mentors }: LoadedPool,
  options: ResolvedOptions,
): Record<'mentees' | 'mentors', Map<string, string>> => ({
  mentees: new Map(mentees.map(({ id, person }) => [id, options.mentees.describe(person).name])),
  mentors: new Map(mentors.map(({ id, person }) => [id, options.mentors.describe(person).name])),
})

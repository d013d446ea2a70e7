import type { Say } from '../languages/index.ts'
import type { PersonMatching } from '../operations/load-person.ts'

/**
 * Where somebody stands in the matching.
 *
 * @example '7th of 43 in the queue · waiting 35 days'
 * @example '1 of 2 places free'
 */
export const standing = (
  { places, queue }: Pick<PersonMatching, 'places' | 'queue'>,
  say: Say,
): string | undefined => {
  if (queue) {
    const waiting = say('queuedWaiting', { count: queue.daysWaited })
    return say('queued', { ordinal: queue.place, all: queue.of, waiting })
  }
  if (!places) return undefined
  const { all, free } = places
  return free > 0 ? say('placesFree', { count: all, free }) : say('placesTaken', { count: all })
}

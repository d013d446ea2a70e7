import type { Say } from '../languages/index.ts'
import type { ShownProposal, ShownRun } from '../operations/load-workspace.ts'

/** What is proved of the draft, as a sentence. */
export const proofOf = (
  {
    after,
    isBestFit,
    isForSome,
    locked,
  }: Pick<ShownRun, 'after' | 'isBestFit' | 'isForSome' | 'locked'>,
  proposals: Pick<ShownProposal, 'isLocked' | 'noNextBest' | 'stale'>[],
  say: Say,
): string => {
  // Without a lock it was made around, another draft may be better.
  const isUnlocked = !isForSome && proposals.some(({ noNextBest }) => noNextBest === 'kept')
  const isAsMade =
    !isUnlocked &&
    proposals.length === after.proposed &&
    proposals.every(({ stale }) => stale === undefined)
  const hasLocks = locked > 0 || proposals.some(({ isLocked }) => isLocked)
  // A run for some kept the others' proposals as if they were locked.
  const around = isForSome ? 'Kept' : hasLocks ? 'Locks' : ''
  const proved = say(`${isAsMade ? 'proved' : 'wasProved'}${around}`)
  return say(isBestFit ? 'proofOfFit' : 'proof', { proved })
}

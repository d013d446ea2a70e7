import type { Say } from '../languages/index.ts'
import type { DraftFacts } from '../workspace/draft-facts.ts'
import type { ShownRun } from '../workspace/show-run.ts'

/** What is proved of the draft, as a sentence. */
export const proofOf = (
  {
    after,
    isBestFit,
    isForSome,
    locked,
  }: Pick<ShownRun, 'after' | 'isBestFit' | 'isForSome' | 'locked'>,
  draft: DraftFacts,
  say: Say,
): string => {
  // Without a lock it was made around, another draft may be better.
  const isUnlocked = !isForSome && draft.hasUnlocked
  const isAsMade = !isUnlocked && draft.proposals === after.proposed && draft.stale === 0
  const hasLocks = locked > 0 || draft.hasLocks
  // A run for some kept the others' proposals as if they were locked.
  const around = isForSome ? 'Kept' : hasLocks ? 'Locks' : ''
  const proved = say(`${isAsMade ? 'proved' : 'wasProved'}${around}`)
  return say(isBestFit ? 'proofOfFit' : 'proof', { proved })
}

/** What is said above the draft, of all its proposals. */
export type DraftFacts = {
  proposals: number
  /** To look at again, and those among them that would be refused. */
  stale: number
  broken: number
  hasLocks: boolean
  /** Was there a lock when the run kept it, which is none now? */
  hasUnlocked: boolean
}

export const noFacts: DraftFacts = {
  proposals: 0,
  stale: 0,
  broken: 0,
  hasLocks: false,
  hasUnlocked: false,
}

type Looked = { isLocked: boolean; isKept: boolean; stale?: { isBroken: boolean } }

/** Adds some more proposals to what is known of those before. */
export const draftFacts = (proposals: Looked[], before = noFacts): DraftFacts => {
  const stale = proposals.flatMap(({ stale }) => stale ?? [])
  return {
    proposals: before.proposals + proposals.length,
    stale: before.stale + stale.length,
    broken: before.broken + stale.filter(({ isBroken }) => isBroken).length,
    hasLocks: before.hasLocks || proposals.some(({ isLocked }) => isLocked),
    hasUnlocked: before.hasUnlocked || proposals.some(({ isKept }) => isKept),
  }
}

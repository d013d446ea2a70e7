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
): string => {
  // Without a lock it was made around, another draft may be better.
  const isUnlocked = !isForSome && proposals.some(({ noNextBest }) => noNextBest === 'kept')
  const isAsMade =
    !isUnlocked &&
    proposals.length === after.proposed &&
    proposals.every(({ stale }) => stale === undefined)
  const proved = isAsMade ? 'Proved to be the best' : 'When it was made, proved to be the best'
  // A run for some kept the others' proposals as if they were locked.
  const around = isForSome
    ? ' around the proposals that were kept'
    : locked > 0 || proposals.some(({ isLocked }) => isLocked)
      ? ' around your locks'
      : ''
  const choice = isBestFit ? 'no other choice of pairs that fit well enough' : 'no other choice'
  return `${proved}${around}: ${choice} matches more people, and the longest waiting come first.`
}

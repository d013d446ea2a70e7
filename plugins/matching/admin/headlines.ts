import type { Say } from '../languages/index.ts'
import type { ShownProposal, ShownRun } from '../operations/load-workspace.ts'
import type { Words } from '../types.ts'

/**
 * Who waits and who could take them.
 *
 * @example '30 mentees waiting. 44 mentors with 55 free places.'
 */
export const poolHeadline = (
  { mentors, places, waiting }: { mentors: number; places: number; waiting: number },
  words: Words,
  say: Say,
): string =>
  [
    waiting === 0 ? say('poolNobody') : say('poolWaiting', { ...words, count: waiting }),
    mentors === 0
      ? say('poolNoPlaces', words)
      : say('poolPlaces', {
          ...words,
          count: mentors,
          places: say('freePlaces', { count: places }),
        }),
  ].join(' ')

/** Why there is no draft, and what happens next. */
export const emptyDraft = (
  { lastRun, waiting }: { lastRun?: Pick<ShownRun, 'after'>; waiting: number },
  words: Words,
  say: Say,
): { heading: string; text: string } => {
  if (waiting === 0) {
    return { heading: say('emptyNobody'), text: say('emptyNobodyText', words) }
  }
  if (lastRun?.after.proposed === 0) {
    return { heading: say('emptyNoPair'), text: say('emptyNoPairText', words) }
  }
  return { heading: say(lastRun ? 'emptyDecided' : 'emptyNone'), text: say('emptyText', words) }
}

/** How many proposals have gone stale, and what to do; nothing when none has. */
export const staleHeadline = (
  proposals: Pick<ShownProposal, 'stale'>[],
  say: Say,
): string | undefined => {
  const stale = proposals.flatMap(({ stale }) => stale ?? [])
  if (stale.length === 0) return undefined
  const broken = stale.filter(({ isBroken }) => isBroken).length
  return [
    say('staleProposals', { count: stale.length }),
    ...(broken > 0 ? [brokenSentence(broken, stale.length, say)] : []),
    say('staleAgain'),
  ].join(' ')
}

const brokenSentence = (broken: number, stale: number, say: Say): string => {
  if (broken < stale) return say('staleBrokenSome', { number: broken })
  return say(broken === 1 ? 'staleBrokenOnly' : 'staleBrokenAll')
}

/**
 * The mentor who would come next and what taking them would change, or why none is named.
 *
 * @example 'Next best: Sana Mehmood, 15 lower in total score.'
 */
export const nextBestSentence = (
  { nextBest, noNextBest }: Pick<ShownProposal, 'nextBest' | 'noNextBest'>,
  words: Words,
  say: Say,
): string | undefined => {
  if (nextBest) return say('nextBest', nextBest)
  switch (noNextBest) {
    case 'gone':
      return say('nextGone', words)
    case 'kept':
      return say('nextKept')
    case 'nobody':
      return say('nextNobody', words)
    case undefined:
      return undefined
  }
}

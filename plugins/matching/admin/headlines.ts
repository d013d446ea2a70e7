import type { Say } from '../languages/index.ts'
import type { DraftFacts } from '../workspace/draft-facts.ts'
import type { ShownRun } from '../workspace/show-run.ts'
import type { ShownProposal } from '../workspace/shown.ts'
import type { Words } from '../types.ts'

/**
 * Who waits and who could take them, once the mentors are counted.
 *
 * @example '30 mentees waiting. 44 mentors with 55 free places.'
 */
export const poolHeadline = (
  { mentors, places, waiting }: { mentors?: number; places?: number; waiting: number },
  words: Words,
  say: Say,
): string =>
  [
    waiting === 0 ? say('poolNobody') : say('poolWaiting', { ...words, count: waiting }),
    ...(mentors === undefined || places === undefined
      ? []
      : [
          mentors === 0
            ? say('poolNoPlaces', words)
            : say('poolPlaces', {
                ...words,
                count: mentors,
                places: say('freePlaces', { count: places }),
              }),
        ]),
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
  { broken, stale }: Pick<DraftFacts, 'broken' | 'stale'>,
  say: Say,
): string | undefined =>
  stale === 0
    ? undefined
    : [
        say('staleProposals', { count: stale }),
        ...(broken > 0 ? [brokenSentence(broken, stale, say)] : []),
        say('staleAgain'),
      ].join(' ')

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
    case 'tooMany':
      return say('nextTooMany', words)
    case 'unknown':
      return say('nextUnknown', words)
    case undefined:
      return undefined
  }
}

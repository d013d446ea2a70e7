import { count } from '@mentoring/kit/text'

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
): string =>
  [
    waiting === 0
      ? 'Nobody is waiting.'
      : `${count(waiting, words.mentee, words.mentees)} waiting.`,
    mentors === 0
      ? `No ${words.mentor} has a free place.`
      : `${count(mentors, words.mentor, words.mentors)} with ${count(places, 'free place')}.`,
  ].join(' ')

/** Why there is no draft, and what happens next. */
export const emptyDraft = (
  { lastRun, waiting }: { lastRun?: Pick<ShownRun, 'after'>; waiting: number },
  { mentee, mentees, mentor }: Words,
): { heading: string; text: string } => {
  if (waiting === 0) {
    return {
      heading: 'Nobody is waiting',
      text: `New ${mentees} can be matched as soon as they are on the waiting list.`,
    }
  }
  if (lastRun?.after.proposed === 0) {
    return {
      heading: 'The last run found no possible pair',
      text: `Below is why, ${mentee} by ${mentee}. “Supply and demand” says where people are missing. Match again when somebody has joined, or an answer or the settings have changed.`,
    }
  }
  return {
    heading: lastRun ? 'Nothing is left of the last draft' : 'No draft yet',
    text: `A matching run proposes the best ${mentor} for everybody who waits. Nobody is told until you introduce them.`,
  }
}

/** How many proposals have gone stale, and what to do; nothing when none has. */
export const staleHeadline = (proposals: Pick<ShownProposal, 'stale'>[]): string | undefined => {
  const stale = proposals.flatMap(({ stale }) => stale ?? [])
  if (stale.length === 0) return undefined
  const broken = stale.filter(({ isBroken }) => isBroken).length
  return [
    `${count(stale.length, 'proposal')} to look at again: something has changed since the run.`,
    broken > 0 && brokenSentence(broken, stale.length),
    '“Match again” makes the draft anew around your locks.',
  ]
    .filter(Boolean)
    .join(' ')
}

const brokenSentence = (broken: number, stale: number): string => {
  if (broken < stale) return `${broken} of them can’t be introduced now.`
  return broken === 1 ? 'It can’t be introduced now.' : 'None of them can be introduced now.'
}

/**
 * The mentor who would come next and what taking them would change, or why none is named.
 *
 * @example 'Next best: Sana Mehmood, 15 lower in total score.'
 */
export const nextBestSentence = (
  { nextBest, noNextBest }: Pick<ShownProposal, 'nextBest' | 'noNextBest'>,
  { mentee, mentor }: Words,
): string | undefined => {
  if (nextBest) return `Next best: ${nextBest.name}, ${nextBest.cost}.`
  return (
    noNextBest &&
    {
      gone: `The next best ${mentor} can’t be matched any more. Match again to see another.`,
      kept: 'The last run kept this pair. Match again to see the next best.',
      nobody: `The run had no other ${mentor} for this ${mentee}.`,
    }[noNextBest]
  )
}

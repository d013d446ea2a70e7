import type { ForcedChange } from '@mentoring/assignment'

import type { Say } from './languages/index.ts'
import { LEFT_OUT } from './pool/edges.ts'
import type { DroppedLock, Unmatched } from './pool/types.ts'
import type { ResolvedOptions, Words } from './types.ts'

/** Why the run has no proposal for somebody: one or more whole sentences. */
export const whyNot = (
  { belowLeast, crowd, forbiddenBy, full, reason }: Unmatched,
  { criteria, words }: Pick<ResolvedOptions, 'criteria'> & { words: Words },
  say: Say,
): string => {
  const people = (count: number) => say('mentors', { ...words, count })
  if (reason === 'noMentors') return say('noMentors', words)
  if (crowd) {
    return say('crowd', {
      people: say('mentees', { ...words, count: crowd.mentees }),
      places: say('places', { count: crowd.places }),
      mentors: words.mentors,
    })
  }
  const ruledOut = (forbiddenBy ?? []).map(({ mentors, name }) => {
    const rule = criteria.rules.find((rule) => rule.name === name)
    const sentence = name === LEFT_OUT ? say('leftOut') : (rule?.sentence ?? name)
    return say('whyNotPeople', { people: people(mentors), sentence })
  })
  const first = {
    noGoodFit: () => say('noGoodFit', { ...words, count: belowLeast ?? 0 }),
    allPlacesTaken: () =>
      full ? say('allFull', { ...words, people: people(full) }) : say('allKept', words),
    nobodyPossible: () => say('nobodyPossible', words),
  }[reason]()
  return [first, ...ruledOut].join(' ')
}

/** Does insisting on another pair change nothing? */
export const isFree = ({ matched, total, waiting }: ForcedChange): boolean =>
  matched === 0 && waiting === 0 && total === 0

/** What insisting on another pair changes, as a phrase: "1 match fewer, 12 lower in total score". */
export const costOf = (change: ForcedChange, say: Say): string => {
  if (isFree(change)) return say('costsNothing')
  const { matched, total, waiting } = change
  const parts = [
    matched !== 0 &&
      say(matched < 0 ? 'matchesFewer' : 'matchesMore', { count: Math.abs(matched) }),
    waiting !== 0 && say(waiting < 0 ? 'waitedLess' : 'waitedMore', { count: Math.abs(waiting) }),
    total !== 0 && say(total < 0 ? 'scoreLower' : 'scoreHigher', { points: Math.abs(total) }),
  ].filter((part) => part !== false)
  return new Intl.ListFormat(say.locale, { type: 'unit' }).format(parts)
}

/** Why a lock was given up. */
export const droppedLock = (
  { reason }: DroppedLock,
  names: { menteeName: string; mentorName: string },
  { mentor }: Words,
  say: Say,
): string =>
  ({
    forbidden: () => say('droppedForbidden', names),
    gone: () => say('droppedGone', names),
    noPlace: () => say('droppedNoPlace', { ...names, mentor }),
  })[reason]()

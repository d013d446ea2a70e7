import type { ForcedChange } from '@mentoring/assignment'
import { count } from '@mentoring/kit/text'

import type { DroppedLock } from './pool/types.ts'
import { LEFT_OUT } from './pool/edges.ts'
import type { Unmatched } from './pool/types.ts'
import type { ResolvedOptions, Words } from './types.ts'

/** Why a pair is left out that no rule forbids. */
export const LEFT_OUT_SENTENCE = 'This pair was rejected, undone or ended before.'

/** Of two people whose match with each other ended in a state that keeps them apart. */
export const PARTED_SENTENCE =
  'They had a match with each other that ended, so they are not matched again.'

/** Why nothing is known of somebody: they came after the run, or it was for others only. */
export const NOT_ASKED_SENTENCE = 'Was not part of the last matching run.'

/** Why the run has no proposal for somebody: one or more whole sentences. */
export const whyNot = (
  { belowLeast, crowd, forbiddenBy, full, reason }: Unmatched,
  { criteria, words }: Pick<ResolvedOptions, 'criteria' | 'words'>,
): string => {
  const { mentees, mentor, mentors } = words
  if (reason === 'noMentors') return `There are no ${mentors} who could be matched now.`
  if (crowd) {
    return `No place was left: ${count(crowd.mentees, words.mentee, mentees)} share ${count(crowd.places, 'place')} with the ${mentors} who are possible for them.`
  }
  const ruledOut = (forbiddenBy ?? []).map(({ mentors: number, name }) => {
    const rule = criteria.rules.find((rule) => rule.name === name)
    const sentence = name === LEFT_OUT ? LEFT_OUT_SENTENCE : (rule?.sentence ?? name)
    return `${count(number, mentor, mentors)}: ${sentence}`
  })
  if (reason === 'noGoodFit') {
    return [
      `${count(belowLeast ?? 0, mentor, mentors)} with a free place would be possible, but ${belowLeast === 1 ? 'fits' : 'fit'} less well than the settings ask for.`,
      ...ruledOut,
    ].join(' ')
  }
  if (reason === 'allPlacesTaken') {
    return [
      full
        ? `Every possible ${mentor} is full (${count(full, mentor, mentors)}).`
        : `Every possible ${mentor} is taken by proposals that were kept.`,
      ...ruledOut,
    ].join(' ')
  }
  return [`No ${mentor} is possible.`, ...ruledOut].join(' ')
}

/** What insisting on another pair changes, as a phrase: "costs 1 match and 12 points". */
export const costOf = ({ matched, total, waiting }: ForcedChange): string => {
  const parts = [
    matched !== 0 && `${count(Math.abs(matched), 'match', 'matches')} ${fewer(matched)}`,
    waiting !== 0 &&
      `those matched have waited ${count(Math.abs(waiting), 'day')} ${waiting < 0 ? 'less' : 'more'} in all`,
    total !== 0 && `${Math.abs(total)} ${total < 0 ? 'lower' : 'higher'} in total score`,
  ].filter(Boolean)
  return parts.length === 0 ? 'costs nothing' : parts.join(', ')
}

const fewer = (change: number): string => (change < 0 ? 'fewer' : 'more')

/** Why a lock was given up. */
export const droppedLock = (
  { reason }: DroppedLock,
  { mentee, mentor }: { mentee: string; mentor: string },
  words: Words,
): string => {
  const why = {
    forbidden: 'a rule forbids the pair now',
    gone: 'one of them can’t be matched any more',
    noPlace: `this ${words.mentor} has no place left`,
  }[reason]
  return `The lock of ${mentee} with ${mentor} was given up: ${why}.`
}

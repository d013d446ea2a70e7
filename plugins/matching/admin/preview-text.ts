import { count } from '@mentoring/kit/text'

import type { SettingsPreview } from '../operations/preview.ts'
import type { Words } from '../types.ts'

/** @example change(2) // '+2' */
export const change = (difference: number): string =>
  difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0'

/** What the preview comes to, as one sentence. */
export const verdict = (
  { after, before, changed, mentees }: SettingsPreview,
  words: Words,
): string => {
  if (mentees === 0) return 'Nobody is waiting, so there is nothing to compare.'
  const sameTiers = after.tiers.every(({ pairs }, n) => pairs === before.tiers[n]!.pairs)
  if (changed === 0) {
    return sameTiers
      ? 'Nothing would change.'
      : 'The same pairs would come out, but they would count for other tiers.'
  }
  const waiting = `${mentees} waiting ${mentees === 1 ? words.mentee : words.mentees}`
  const matched =
    after.matched === before.matched
      ? `${after.matched} of ${waiting} would be matched, as many as with the saved settings.`
      : `${after.matched} instead of ${before.matched} of ${waiting} would be matched.`
  return `${matched} For ${count(changed, words.mentee, words.mentees)} the proposal would be another one.`
}

/** @example 'Omar Idris: Amina Yusuf instead of Sara Khan' */
export const changeOf = ({ after, before, mentee }: SettingsPreview['changes'][number]): string => {
  if (!after) return `${mentee} would have nobody instead of ${before}`
  return before ? `${mentee}: ${after} instead of ${before}` : `${mentee} would have ${after}`
}

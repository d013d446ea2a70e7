import type { Say } from '../languages/index.ts'
import type { SettingsPreview } from '../operations/preview.ts'
import type { Words } from '../types.ts'

/** A difference with its sign. @example change(2, say) // '+2' */
export const change = (difference: number, { locale }: Pick<Say, 'locale'>): string =>
  new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', useGrouping: false })
    .format(difference)
    .replace('-', '−')

/** What the preview comes to, as one sentence. */
export const verdict = (
  { after, before, changed, mentees }: SettingsPreview,
  words: Words,
  say: Say,
): string => {
  if (mentees === 0) return say('verdictNobody')
  const sameTiers = after.tiers.every(({ pairs }, n) => pairs === before.tiers[n]!.pairs)
  if (changed === 0) return say(sameTiers ? 'verdictSame' : 'verdictTiers')
  const people = say('waitingMentees', { ...words, count: mentees })
  const { matched } = after
  return [
    matched === before.matched
      ? say('verdictAsMany', { matched, people })
      : say('verdictOther', { matched, before: before.matched, people }),
    say('verdictChanged', { ...words, count: changed }),
  ].join(' ')
}

/** @example 'Omar Idris: Amina Yusuf instead of Sara Khan' */
export const changeOf = (
  { after, before, mentee: name }: SettingsPreview['changes'][number],
  say: Say,
): string => {
  if (!after) return say('wouldHaveNobody', { name, before: before ?? '' })
  return before ? say('changed', { name, after, before }) : say('wouldHave', { name, after })
}

import type { Say } from '../languages/index.ts'
import { isWholeNumber, MOST_POINTS } from '../pool/criteria.ts'
import type { SettingsForm } from '../operations/settings.ts'

/** What a form of Payload gives for the settings global, before anything is checked. */
type FormData = Record<string, unknown>

/**
 * The settings in a form as the preview takes them: without ids of rows and whatever else Payload
 * keeps there. A list without rows comes as its length, and an emptied number as nothing.
 *
 * @param ownNames names of the project's own fields
 */
export const settingsInForm = (data: FormData, ownNames: string[] = []): SettingsForm => {
  const { goal, isSpread, ladder, leastPoints, leastTier, points, rules } =
    data as Partial<SettingsForm>
  return {
    goal: goal ?? 'mostMatched',
    leastTier: leastTier ?? '',
    leastPoints: leastPoints ?? 0,
    isSpread: isSpread ?? false,
    ladder: Array.isArray(ladder) ? ladder.map(({ rung }) => ({ rung })) : [],
    points: points ?? {},
    rules: rules ?? {},
    ...(ownNames.length > 0 && {
      own: Object.fromEntries(ownNames.map((name) => [name, data[name]])),
    }),
  }
}

/** What the settings call things, by name. */
export type SettingsLabels = { points: Record<string, string>; tiers: Record<string, string> }

/** Why these settings can't be tried, in the words of the form, or nothing when they can. */
export const problemIn = (
  { goal, ladder, leastPoints, leastTier, points }: SettingsForm,
  labels: SettingsLabels,
  say: Say,
): string | undefined => {
  const rungs = ladder.map(({ rung }) => rung)
  if (rungs.some((rung) => !rung)) return say('formTierMissing')
  if (new Set(rungs).size < rungs.length) return say('formTierTwice')
  const wrong = Object.entries(points).find(([, most]) => !isWholeNumber(most, MOST_POINTS))
  if (wrong) {
    const label = labels.points[wrong[0]] ?? wrong[0]
    return say('formNotWhole', { most: MOST_POINTS, label })
  }
  if (goal !== 'bestFit') return undefined
  if (!isWholeNumber(leastPoints, Infinity)) return say('formPointsNotWhole')
  // The lowest tier is not on the ladder: it is what is left.
  const isOnLadder = (tier: string) => rungs.includes(tier) || !(tier in labels.tiers)
  return isOnLadder(leastTier)
    ? undefined
    : say('formTierNotInList', { tier: labels.tiers[leastTier] ?? leastTier })
}

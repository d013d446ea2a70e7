import type { SettingsForm } from '../operations/settings.ts'

/** What a form of Payload gives for the settings global, before anything is checked. */
type FormData = Record<string, unknown>

/**
 * The settings in a form as the preview takes them: without ids of rows and whatever else Payload
 * keeps there. A list without rows comes as its length, and an emptied number as nothing.
 */
export const settingsInForm = (data: FormData): SettingsForm => {
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
  }
}

import { type Criteria, isWholeNumber, MOST_POINTS, mostPointsOf } from './criteria.ts'

/** What coordinators may change about the criteria, and how they want a run to choose. */
export type MatchingSettings = {
  /** Names of the rungs in use, from the highest down. */
  ladder: string[]
  /** Most points of each points criterion, by name: 0 to `MOST_POINTS`; 0 leaves it out. */
  points: Record<string, number>
  /** Whether each optional rule holds, by name. */
  rules: Record<string, boolean>
  /** `mostMatched`: anybody rather than nobody. `bestFit`: rather nobody than a poor fit. */
  goal: 'bestFit' | 'mostMatched'
  /** With `bestFit`: name of the lowest tier that will do. */
  leastTier: string
  /** With `bestFit`: fewest points that will do on that tier. */
  leastPoints: number
  /** Give every mentor their first mentee before anyone their second, at equal score. */
  isSpread: boolean
}

/** The settings of a project whose coordinators have changed nothing. */
export const defaultSettings = <Mentee, Mentor>({
  ground,
  ladder,
  points,
  rules,
}: Criteria<Mentee, Mentor>): MatchingSettings => ({
  ladder: ladder.map(({ name }) => name),
  points: Object.fromEntries(points.map(({ name, most }) => [name, most])),
  rules: Object.fromEntries(
    rules.filter(({ isOptional }) => isOptional).map(({ name }) => [name, true]),
  ),
  goal: 'mostMatched',
  leastTier: ladder.at(-1)?.name ?? ground.name,
  leastPoints: 0,
  isSpread: false,
})

/**
 * The criteria as the settings have them. What the settings do not know is as declared.
 *
 * @throws Error naming the setting, when it names a rung that is not there or is out of range.
 */
export const applySettings = <Mentee, Mentor>(
  criteria: Criteria<Mentee, Mentor>,
  settings: MatchingSettings,
): Criteria<Mentee, Mentor> => {
  const ladder = settings.ladder.map((name) => {
    const rung = criteria.ladder.find((rung) => rung.name === name)
    if (!rung) throw new Error(`settings.ladder: there is no rung "${name}".`)
    return rung
  })
  if (new Set(ladder).size < ladder.length) {
    throw new Error('settings.ladder: a rung can stand on the ladder only once.')
  }
  return {
    ...criteria,
    ladder,
    rules: criteria.rules.filter((rule) => !rule.isOptional || settings.rules[rule.name] !== false),
    points: criteria.points
      .map((criterion) => ({ ...criterion, most: weightOf(criterion, settings) }))
      .filter(({ most }) => most > 0),
  }
}

const weightOf = (
  { most, name }: { most: number; name: string },
  { points }: MatchingSettings,
): number => {
  const weight = points[name] ?? most
  if (!isWholeNumber(weight, MOST_POINTS)) {
    throw new Error(
      `settings.points.${name} must be a whole number from 0 to ${MOST_POINTS}, not ${weight}.`,
    )
  }
  return weight
}

/**
 * The lowest score that will do; 0 when anybody will.
 *
 * @param criteria those of the same settings; see `applySettings`
 * @throws Error naming the setting, when there is no such tier or no such number of points.
 */
export const leastScore = <Mentee, Mentor>(
  criteria: Criteria<Mentee, Mentor>,
  { goal, leastPoints, leastTier }: MatchingSettings,
): number => {
  if (goal === 'mostMatched') return 0
  const tiers = [...criteria.ladder, criteria.ground].reverse()
  const rungs = tiers.findIndex(({ name }) => name === leastTier)
  if (rungs < 0) throw new Error(`settings.leastTier: there is no tier "${leastTier}" in use.`)
  if (!isWholeNumber(leastPoints, Infinity)) {
    throw new Error(`settings.leastPoints must be a whole number from 0, not ${leastPoints}.`)
  }
  const mostPoints = mostPointsOf(criteria)
  // More points than there are would leave this tier out without saying so.
  return rungs * (mostPoints + 1) + Math.min(leastPoints, mostPoints)
}

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
  /** What the project's own settings hold, where it has any: its criteria follow from it. */
  own?: Record<string, unknown>
}

/** The criteria about which the settings say something, by the name of the setting. */
export const CRITERIA_IN = {
  points: <Mentee, Mentor>({ points }: Criteria<Mentee, Mentor>) => points,
  rules: <Mentee, Mentor>({ rules }: Criteria<Mentee, Mentor>) =>
    rules.filter(({ isOptional }) => isOptional),
}

/** How a run chooses while coordinators have changed nothing, whatever the criteria. */
export const DEFAULT_CHOICE = {
  goal: 'mostMatched',
  leastPoints: 0,
  isSpread: false,
} as const satisfies Partial<MatchingSettings>

/** The settings of a project whose coordinators have changed nothing. */
export const defaultSettings = <Mentee, Mentor>(
  criteria: Criteria<Mentee, Mentor>,
): MatchingSettings => ({
  ...DEFAULT_CHOICE,
  ladder: criteria.ladder.map(({ name }) => name),
  points: Object.fromEntries(CRITERIA_IN.points(criteria).map(({ name, most }) => [name, most])),
  rules: Object.fromEntries(CRITERIA_IN.rules(criteria).map(({ name }) => [name, true])),
  leastTier: criteria.ladder.at(-1)?.name ?? criteria.ground.name,
})

/**
 * A saved ladder with the rungs that have come since: each below the one that is declared above it, as coordinators
 * have not left it out.
 *
 * @param declared names of all rungs there are, from the highest down
 * @param known names of those there were when it was saved
 * @example
 * withNewRungs(['b', 'a'], { declared: ['a', 'new', 'b', 'out'], known: ['a', 'b', 'out'] })
 * // ['b', 'a', 'new']
 */
export const withNewRungs = (
  saved: string[],
  { declared, known }: { declared: string[]; known: string[] },
): string[] =>
  declared.reduce((ladder, name, index) => {
    if (ladder.includes(name) || known.includes(name)) return ladder
    const above = declared.slice(0, index).findLast((other) => ladder.includes(other))
    return ladder.toSpliced(above === undefined ? 0 : ladder.indexOf(above) + 1, 0, name)
  }, saved)

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

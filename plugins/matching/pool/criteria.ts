/**
 * What makes a good pair, and what makes an impossible one: rules, a ladder and points.
 *
 * - A **rule** forbids a pair. A forbidden pair is never proposed and never confirmed.
 * - The **ladder** is what counts first: a pair on a higher rung is better than any pair on a
 *   lower one, whatever their points.
 * - **Points** order the pairs on one rung.
 *
 * Each says what it looks at in each person (`of`) apart from what it makes of that, so that the
 * engine can index people instead of asking about every pair: see `edges.ts`.
 */
export type Criteria<Mentee, Mentor> = {
  rules: Rule<Mentee, Mentor>[]
  /** From the highest rung down. A pair on none of them stands on the ground. */
  ladder: Rung<Mentee, Mentor>[]
  /** What the ground is called. */
  ground: { name: string; label: string }
  points: Points<Mentee, Mentor>[]
}

type Pair<Mentee, Mentor> = { mentee: Mentee; mentor: Mentor }

/** What is looked at in each of the two. Methods, as in `Points`: see `Person`. */
export type Sides<Mentee, Mentor, V> = {
  mentee(this: void, mentee: Mentee): V
  mentor(this: void, mentor: Mentor): V
}

type Named = {
  /** In code and records; camelCase, unique among all criteria. */
  name: string
  /** A short name for people. */
  label: string
}

/**
 * - `must`: the two share a key. Someone without keys (`undefined`) demands nothing and will do.
 * - `mustNot`: the two share no key.
 *
 * @example
 * // The mentee may ask for a mentor of one gender.
 * { kind: 'must', of: { mentee: (m) => m.wants && [m.wants], mentor: (m) => [m.gender] }, … }
 */
export type Rule<Mentee, Mentor> = Named & {
  kind: 'must' | 'mustNot'
  of: Sides<Mentee, Mentor, string[] | undefined>
  /** Why a pair is forbidden, for coordinators: a whole sentence. */
  sentence: string
  /** May coordinators switch the rule off? @default false */
  isOptional?: boolean
}

/** Two people who share a key stand on the rung. */
export type Rung<Mentee, Mentor> = Named & {
  of: Sides<Mentee, Mentor, string[]>
  /** What they share, for coordinators and for the pair: a short phrase. */
  reason(this: void, sharedKeys: string[], pair: Pair<Mentee, Mentor>): string
  /** Given when supply and demand are to be shown by the keys of this rung, such as countries. */
  group?: {
    /** Heading of the picture, such as "Country". */
    label: string
    /** Name of a key, such as "Sudan". */
    nameOf: (key: string) => string
  }
}

export type Points<Mentee, Mentor, V = unknown> = Named & {
  /** Most points it gives unless coordinators set another weight: 0 to `MOST_POINTS`. */
  most: number
  /** What it looks at: text, a number, or a list. People with equal values are treated alike. */
  of: Sides<Mentee, Mentor, V>
  /** The part of `most` a pair gets, from 0 to 1. */
  share(this: void, mentee: V, mentor: V): number
  /** What they share, when they get points; a short phrase. */
  reason(this: void, mentee: V, mentor: V): string
  /** Where they differ, when they get none; a short phrase, or nothing worth saying. */
  difference?(this: void, mentee: V, mentor: V): string | undefined
}

/** Highest weight of one points criterion. */
export const MOST_POINTS = 100

/** Is it a whole number from 0 to `most`? Scores are sums of integers. */
export const isWholeNumber = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

/**
 * Lets TypeScript find out what a points criterion looks at.
 *
 * @example
 * const points = pointsFor<Mentee, Mentor>()
 * points({ name: 'site', of: { mentee: (m) => m.site, mentor: (m) => m.site }, … })
 */
export const pointsFor =
  <Mentee, Mentor>() =>
  <V>(criterion: Points<Mentee, Mentor, V>): Points<Mentee, Mentor> =>
    criterion

/** What the criteria say of one pair. */
export type Assessment = {
  /** Rules that forbid the pair; empty when it is possible. */
  forbiddenBy: { name: string; sentence: string }[]
  /** Name of the rung it stands on, or of the ground. */
  tier: string
  tierLabel: string
  /** Integer >= 0; higher is better; rung first, then points. */
  score: number
  /** Points alone, and the most there are. */
  points: number
  mostPoints: number
  /** What they share, most valuable first. */
  reasons: string[]
  /** Where they differ. */
  differences: string[]
}

/**
 * Assesses one pair. The score is `rungs above the ground × (most points + 1) + points`, so no
 * number of points lifts a pair over the next rung.
 */
export const assess = <Mentee, Mentor>(
  criteria: Criteria<Mentee, Mentor>,
  { mentee, mentor }: Pair<Mentee, Mentor>,
): Assessment => {
  const mostPoints = mostPointsOf(criteria)
  const keys = criteria.ladder.map(({ of }) => sharedKeys(of.mentee(mentee), of.mentor(mentor)))
  const index = keys.findIndex((shared) => shared.length > 0)
  const rung = criteria.ladder[index]
  const rungsAboveGround = rung ? criteria.ladder.length - index : 0

  const given = criteria.points.map((criterion) => {
    const a: unknown = criterion.of.mentee(mentee)
    const b: unknown = criterion.of.mentor(mentor)
    return { criterion, a, b, points: pointsOf(criterion, a, b) }
  })
  const points = given.reduce((sum, { points }) => sum + points, 0)
  const shared = given.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  return {
    forbiddenBy: criteria.rules
      .filter((rule) => forbids(rule, rule.of.mentee(mentee), rule.of.mentor(mentor)))
      .map(({ name, sentence }) => ({ name, sentence })),
    tier: rung?.name ?? criteria.ground.name,
    tierLabel: rung?.label ?? criteria.ground.label,
    score: rungsAboveGround * (mostPoints + 1) + points,
    points,
    mostPoints,
    // A rung and points that look at the same would say it twice.
    reasons: [
      ...new Set([
        ...(rung ? [rung.reason(keys[index]!, { mentee, mentor })] : []),
        ...shared.map(({ criterion, a, b }) => criterion.reason(a, b)),
      ]),
    ],
    differences: given
      .filter(({ points }) => points === 0)
      .map(({ criterion, a, b }) => criterion.difference?.(a, b))
      .filter((difference) => difference !== undefined),
  }
}

/** The tiers, from the highest down to the ground. */
export const tiersOf = <Mentee, Mentor>({
  ground,
  ladder,
}: Criteria<Mentee, Mentor>): { name: string; label: string }[] =>
  [...ladder, ground].map(({ label, name }) => ({ name, label }))

/** The most points a pair can have. */
export const mostPointsOf = <Mentee, Mentor>({ points }: Criteria<Mentee, Mentor>): number =>
  points.reduce((sum, { most }) => sum + most, 0)

/** The points one criterion gives to what it looks at: an integer from 0 to `most`. */
export const pointsOf = <Mentee, Mentor, V>(
  { most, share }: Points<Mentee, Mentor, V>,
  mentee: V,
  mentor: V,
): number => {
  const part = share(mentee, mentor)
  // Not a number counts as nothing, as when somebody has not answered.
  return part > 0 ? Math.round(most * Math.min(1, part)) : 0
}

const forbids = (
  { kind }: Pick<Rule<never, never>, 'kind'>,
  mentee: string[] | undefined,
  mentor: string[] | undefined,
): boolean => {
  if (!mentee || !mentor) return false
  const isShared = sharedKeys(mentee, mentor).length > 0
  return kind === 'must' ? !isShared : isShared
}

const sharedKeys = (mentee: string[], mentor: string[]): string[] =>
  mentee.filter((key) => mentor.includes(key))

/**
 * Refuses criteria that can't work.
 *
 * @throws Error naming the criterion.
 */
export const checkCriteria = <Mentee, Mentor>(criteria: Criteria<Mentee, Mentor>): void => {
  for (const list of ['rules', 'ladder', 'points'] as const) {
    if (!Array.isArray(criteria?.[list])) throw new Error(`criteria.${list} must be a list.`)
  }
  if (!criteria.ground) throw new Error('criteria.ground must have a name and a label.')
  const names = new Set<string>()
  const all = [...criteria.rules, ...criteria.ladder, criteria.ground, ...criteria.points]
  for (const { label, name } of all) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) {
      throw new Error(`criteria: the name "${name}" must be letters and digits, like sameCountry.`)
    }
    if (names.has(name)) throw new Error(`criteria: the name "${name}" is used twice.`)
    names.add(name)
    if (typeof label !== 'string') throw new Error(`criteria: "${name}" must have a label.`)
  }
  const withFunctions = [
    ...criteria.rules.map((rule) => ({ ...rule, list: 'rules', needed: [] })),
    ...criteria.ladder.map((rung) => ({ ...rung, list: 'ladder', needed: ['reason'] })),
    ...criteria.points.map((one) => ({ ...one, list: 'points', needed: ['share', 'reason'] })),
  ]
  for (const { list, name, needed, of, ...criterion } of withFunctions) {
    for (const side of ['mentee', 'mentor'] as const) {
      if (typeof of?.[side] !== 'function') {
        throw new Error(`criteria.${list} "${name}": of.${side} must be a function.`)
      }
    }
    for (const key of needed) {
      if (typeof (criterion as Record<string, unknown>)[key] !== 'function') {
        throw new Error(`criteria.${list} "${name}": ${key} must be a function.`)
      }
    }
  }
  for (const { kind, name, sentence } of criteria.rules) {
    if (kind !== 'must' && kind !== 'mustNot') {
      throw new Error(
        `criteria.rules "${name}": kind must be must or mustNot, not ${kind as string}.`,
      )
    }
    if (typeof sentence !== 'string') {
      throw new Error(`criteria.rules "${name}": sentence must say why a pair is forbidden.`)
    }
  }
  for (const { name, most } of criteria.points) {
    if (!isWholeNumber(most, MOST_POINTS)) {
      throw new Error(
        `criteria.points "${name}": most must be a whole number from 0 to ${MOST_POINTS}, not ${most}.`,
      )
    }
  }
}

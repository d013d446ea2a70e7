/**
 * What makes a good pair, and what makes an impossible one: rules, a ladder and points.
 *
 * - A **rule** forbids a pair. A forbidden pair is never proposed and never confirmed.
 * - The **ladder** is what counts first: a pair on a higher rung is better than any pair on a
 *   lower one, whatever their points.
 * - **Points** order the pairs on one rung.
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

export type Rule<Mentee, Mentor> = {
  /** In code and records; camelCase, unique among the rules. */
  name: string
  /** Does the rule forbid this pair? */
  forbids: (pair: Pair<Mentee, Mentor>) => boolean
  /** Why, for coordinators: a whole sentence. */
  sentence: string
}

export type Rung<Mentee, Mentor> = {
  name: string
  label: string
  holds: (pair: Pair<Mentee, Mentor>) => boolean
  /** What they share, for coordinators and for the pair: a short phrase. */
  reason: (pair: Pair<Mentee, Mentor>) => string
}

export type Points<Mentee, Mentor> = {
  name: string
  label: string
  /** Most points it can give; a positive integer. */
  most: number
  /** The part of `most` a pair gets, from 0 to 1. */
  share: (pair: Pair<Mentee, Mentor>) => number
  /** What they share, when they get points; a short phrase. */
  reason: (pair: Pair<Mentee, Mentor>) => string
  /** Where they differ, when they get none; a short phrase, or nothing worth saying. */
  difference?: (pair: Pair<Mentee, Mentor>) => string | undefined
}

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
  pair: Pair<Mentee, Mentor>,
): Assessment => {
  const mostPoints = criteria.points.reduce((sum, { most }) => sum + most, 0)
  const index = criteria.ladder.findIndex((rung) => rung.holds(pair))
  const rung = criteria.ladder[index]
  const rungsAboveGround = rung ? criteria.ladder.length - index : 0

  const given = criteria.points.map((criterion) => ({
    criterion,
    points: Math.round(criterion.most * clamp(criterion.share(pair))),
  }))
  const points = given.reduce((sum, { points }) => sum + points, 0)
  const shared = given.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  return {
    forbiddenBy: criteria.rules
      .filter((rule) => rule.forbids(pair))
      .map(({ name, sentence }) => ({ name, sentence })),
    tier: rung?.name ?? criteria.ground.name,
    tierLabel: rung?.label ?? criteria.ground.label,
    score: rungsAboveGround * (mostPoints + 1) + points,
    points,
    mostPoints,
    reasons: [
      ...(rung ? [rung.reason(pair)] : []),
      ...shared.map(({ criterion }) => criterion.reason(pair)),
    ],
    differences: given
      .filter(({ points }) => points === 0)
      .map(({ criterion }) => criterion.difference?.(pair))
      .filter((difference) => difference !== undefined),
  }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/**
 * Refuses criteria that can't work.
 *
 * @throws Error naming the criterion.
 */
export const checkCriteria = <Mentee, Mentor>(criteria: Criteria<Mentee, Mentor>): void => {
  const names = new Set<string>()
  const all = [...criteria.rules, ...criteria.ladder, criteria.ground, ...criteria.points]
  for (const { name } of all) {
    if (names.has(name)) throw new Error(`criteria: the name "${name}" is used twice.`)
    names.add(name)
  }
  for (const { name, most } of criteria.points) {
    if (!Number.isInteger(most) || most < 1) {
      throw new Error(`criteria.points "${name}": most must be a positive integer, not ${most}.`)
    }
  }
}

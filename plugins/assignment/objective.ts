import { measureComponents } from './measure.ts'
import type { AssignmentProblem } from './problem.ts'
import type { Survey } from './survey.ts'

/**
 * What makes one matching better than another, as one integer weight per edge and component (the
 * components of all edges to mentors with places):
 *
 *     weight(i, j) = unit * (waiting[i] - minWaiting + 1) + score(i, j) - minScore
 *     unit         = 2 * (1 + (pairs + 2) * (maxScore - minScore)),  pairs = min(mentees, places)
 *
 * The largest total weight is the order of the product: most matched, then most waiting days, then
 * highest total score. One `unit` outweighs every possible difference in score, so waiting comes
 * before score (once it would do for that; twice keeps the prices of `solve.ts` from going below
 * 0). And every mentee counts at least one unit; since the sets of mentees that can be matched
 * together form a matroid, the heaviest of them is also a largest one (Rado 1957, Edmonds 1971), so
 * matching more comes before waiting longer.
 *
 * The prices are an optimal solution of the dual linear programme of that maximum-weight
 * b-matching, all integers, in the units of each component:
 *
 *     minimise    sum of menteePrice[i] + sum of capacity[j] * mentorPrice[j]
 *     subject to  menteePrice[i] + mentorPrice[j] >= weight(i, j) for every edge to a mentor with
 *                 places, and no price below 0
 *
 * Mentees without an edge to a mentor with places, and mentors without places or edges, have
 * price 0. A mentor's price of more than half a unit means that their places do not suffice for all
 * who could only go there or to others as crowded; less than that is about score.
 */
export type Objective = {
  /** Per component: weight of one day of waiting, more than any difference in total score. */
  unit: Float64Array
  minScore: Int32Array
  maxScore: Int32Array
  minWaiting: Int32Array
}

/** Weights stay at or below this, so that the sum of four of them is still an exact integer. */
export const MAX_WEIGHT = 2 ** 51

/**
 * Computes the units of each component's weights.
 *
 * @throws Error when scores, waiting days and numbers are too large to be ordered exactly.
 */
export function measureObjective(
  { capacity, waiting }: AssignmentProblem,
  survey: Survey,
): Objective {
  const { count, ofMentee } = survey
  const { minScore, maxScore, mentees, places } = measureComponents(capacity, survey)
  const unit = new Float64Array(count)
  const minWaiting = new Int32Array(count).fill(waiting ? 2 ** 31 - 1 : 0)
  const maxWaiting = new Int32Array(count)
  if (waiting) {
    for (let i = 0; i < waiting.length; i++) {
      const c = ofMentee[i]
      if (c < 0) continue
      minWaiting[c] = Math.min(minWaiting[c], waiting[i])
      maxWaiting[c] = Math.max(maxWaiting[c], waiting[i])
    }
  }
  for (let c = 0; c < count; c++) {
    const range = maxScore[c] - minScore[c]
    const days = maxWaiting[c] - minWaiting[c]
    const pairs = Math.min(mentees[c], places[c])
    unit[c] = 2 * (1 + (pairs + 2) * range)
    if (unit[c] * (days + 2) > MAX_WEIGHT) {
      throw new Error(
        `Scores that differ by ${range}, waiting times that differ by ${days} days and ` +
          `${pairs} possible matches in one component are too large to be ordered exactly. ` +
          'Use smaller scores or cap the waiting days.',
      )
    }
  }
  return { unit, minScore, maxScore, minWaiting }
}

/** Weight of matching a mentee who waited `waiting` days in component c with an edge of `score`. */
export function weightOf(
  { unit, minScore, minWaiting }: Objective,
  c: number,
  waiting: number,
  score: number,
): number {
  return unit[c] * (waiting - minWaiting[c] + 1) + (score - minScore[c])
}

import type { Components } from './components.ts'
import type { AssignmentProblem } from './problem.ts'

/**
 * What makes one matching better than another, as one integer weight per edge and component:
 *
 *     weight(i, j) = unit * (waiting[i] - minWaiting + 1) + score(i, j) - minScore
 *     unit         = 1 + min(mentees, places) * (maxScore - minScore)
 *
 * The largest total weight is the order of the product: most matched, then most waiting days, then
 * highest total score. One `unit` outweighs every possible difference in score, so waiting comes
 * before score. And every mentee counts at least one unit; since the sets of mentees that can be
 * matched together form a matroid, the heaviest of them is also a largest one (Rado 1957, Edmonds
 * 1971), so matching more comes before waiting longer.
 *
 * The prices are an optimal solution of the dual linear programme of that maximum-weight
 * b-matching, all integers, one set of units per component:
 *
 *     minimise    sum of menteePrice[i] + sum of capacity[j] * mentorPrice[j]
 *     subject to  menteePrice[i] + mentorPrice[j] >= weight(i, j) for every edge to a mentor with
 *                 places, and no price below 0
 *
 * Mentees without an edge to a mentor with places, and mentors without places or edges, have
 * price 0.
 */
export type Objective = {
  /** Per component: weight of one day of waiting, more than any difference in total score. */
  unit: Float64Array
  minScore: Int32Array
  maxScore: Int32Array
  minWaiting: Int32Array
  maxWaiting: Int32Array
  /** Per component: how many mentees, and how many places there are for them. */
  mentees: Int32Array
  places: Float64Array
}

/** Weights and prices stay below this, so that the sum of four of them is still an exact integer. */
export const MAX_WEIGHT = 2 ** 51

/**
 * Computes the units of each component's weights.
 *
 * @throws Error when scores, waiting days and numbers are too large to be ordered exactly.
 */
export function measureObjective(problem: AssignmentProblem, components: Components): Objective {
  const { count, ofMentee, ofMentor } = components
  const { capacity, rowStart, waiting } = problem
  const objective: Objective = {
    unit: new Float64Array(count),
    minScore: new Int32Array(count).fill(2 ** 31 - 1),
    maxScore: new Int32Array(count),
    minWaiting: new Int32Array(count).fill(waiting ? 2 ** 31 - 1 : 0),
    maxWaiting: new Int32Array(count),
    mentees: new Int32Array(count),
    places: new Float64Array(count),
  }
  for (let j = 0; j < capacity.length; j++) {
    if (ofMentor[j] >= 0) objective.places[ofMentor[j]] += capacity[j]
  }
  for (let i = 0; i < rowStart.length - 1; i++) {
    const c = ofMentee[i]
    if (c < 0) continue
    objective.mentees[c]++
    if (waiting) {
      objective.minWaiting[c] = Math.min(objective.minWaiting[c], waiting[i])
      objective.maxWaiting[c] = Math.max(objective.maxWaiting[c], waiting[i])
    }
    measureScores(problem, i, c, objective)
  }
  for (let c = 0; c < count; c++) setUnit(objective, c)
  return objective
}

/** Weight of matching a mentee who waited `waiting` days in component c with an edge of `score`. */
export function weightOf(
  objective: Objective,
  c: number,
  waiting: number,
  score: number,
): number {
  const days = waiting - objective.minWaiting[c] + 1
  return objective.unit[c] * days + (score - objective.minScore[c])
}

function measureScores(
  { capacity, rowStart, mentor, score }: AssignmentProblem,
  i: number,
  c: number,
  objective: Objective,
): void {
  let low = objective.minScore[c]
  let high = objective.maxScore[c]
  for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
    const s = score[e]
    // Rarely true once the range is known: the mentor is then looked up almost never.
    if ((s < low || s > high) && capacity[mentor[e]] > 0) {
      if (s < low) low = s
      if (s > high) high = s
    }
  }
  objective.minScore[c] = low
  objective.maxScore[c] = high
}

function setUnit(objective: Objective, c: number): void {
  const range = objective.maxScore[c] - objective.minScore[c]
  const days = objective.maxWaiting[c] - objective.minWaiting[c] + 1
  const pairs = Math.min(objective.mentees[c], objective.places[c])
  const unit = 1 + pairs * range
  if (unit * days + range > MAX_WEIGHT) {
    throw new Error(
      `Scores that differ by ${range}, waiting times that differ by ${days - 1} days and ` +
        `${pairs} possible matches in one component are too large to be ordered exactly. ` +
        'Use smaller scores or cap the waiting days.',
    )
  }
  objective.unit[c] = unit
}

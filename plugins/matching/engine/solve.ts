import { findComponents, groupsOfAll } from './components.ts'
import { findCrowding, ROOMY } from './crowding.ts'
import { makeMenteeSide, solveFromMentees } from './from-mentees.ts'
import { makeMentorSide, type MentorSide, solveFromMentors } from './from-mentors.ts'
import { measureComponents } from './measure.ts'
import { measureObjective, weightOf } from './objective.ts'
import { orderByWaiting, prepare } from './prepare.ts'
import { type Assignment, type AssignmentProblem, checkProblem } from './problem.ts'

/**
 * Finds an optimal assignment: most mentees matched; then, when `waiting` is given, most waiting
 * days among those matched; then the highest total score. The result is exact, and its prices prove
 * it (see `verifyAssignment`).
 *
 * The result depends on the problem only: not on the order of the edges inside a row, nor on chance
 * or time. Among equally good assignments it is the first that the search meets: part by part (see
 * `crowding.ts`); in each, mentees by falling waiting days, then rising index, each looking through
 * their edges by falling score, then rising mentor index. In a part with fewer places than mentees
 * it is mentors by rising index, each looking through their edges by falling score, then mentees in
 * that same order.
 *
 * Three steps: who competes for which places (`crowding.ts`, no scores yet); the edges that can
 * still be chosen, sorted (`prepare.ts`); and in each part, shortest augmenting paths from the side
 * that is scarce (`from-mentees.ts`, `from-mentors.ts`).
 *
 * @throws Error when the problem is malformed or its numbers are too large to be ordered exactly.
 *
 * @example
 * const { mentorOf } = solveAssignment({
 *   capacity: Int32Array.of(1, 1),
 *   rowStart: Int32Array.of(0, 2, 3),
 *   mentor: Int32Array.of(0, 1, 0),
 *   score: Int32Array.of(9, 4, 7),
 * })
 * // mentorOf is [1, 0]: mentee 0 gives way so that both are matched.
 */
export function solveAssignment(problem: AssignmentProblem): Assignment {
  checkProblem(problem)
  const components = findComponents(problem, groupsOfAll(problem))
  const objective = measureObjective(problem, components)
  const order = orderByWaiting(problem)
  const groups = findCrowding(problem, components, order)
  const parts = findComponents(problem, groups)
  const measures = measureComponents(problem, parts)
  const prepared = prepare(problem, parts, measures, order)
  const { menteeAt, mentorAt, menteeFrom, mentorFrom } = prepared
  const assignment: Assignment = {
    mentorOf: new Int32Array(problem.rowStart.length - 1).fill(-1),
    matched: 0,
    total: 0,
    menteePrice: new Float64Array(problem.rowStart.length - 1),
    mentorPrice: new Float64Array(problem.capacity.length),
  }
  const { mentorOf, menteePrice, mentorPrice } = assignment
  const menteeSide = makeMenteeSide(prepared)
  let mentorSide: MentorSide | undefined
  for (let p = 0; p < parts.count; p++) {
    const from = menteeFrom[p]
    const to = menteeFrom[p + 1]
    const group = groups.ofMentor[mentorAt[mentorFrom[p]]]
    const c = components.ofMentor[mentorAt[mentorFrom[p]]]
    // Costs are counted down from the highest score of the part, weights up from the component's
    // lowest: `worth` of a mentee less the cost of an edge is the edge's weight.
    const worth = (days: number) => weightOf(objective, c, days, measures.maxScore[p])
    if (group === ROOMY) {
      solveFromMentees(menteeSide, from, to)
      const { u, v, seats } = menteeSide
      for (let r = from; r < to; r++) {
        const i = menteeAt[r]
        mentorOf[i] = mentorAt[seats.mentorOf[r]]
        menteePrice[i] = worth(daysOf(problem, i)) - u[r]
      }
      // 0 - 0 rather than -0: a price is never minus nought.
      for (let x = mentorFrom[p]; x < mentorFrom[p + 1]; x++) mentorPrice[mentorAt[x]] = 0 - v[x]
    } else {
      const level = group - 1
      const certain = countLonger(problem, menteeAt, from, to, level)
      if (certain > 0) solveFromMentees(menteeSide, from, from + certain)
      mentorSide ??= makeMentorSide(prepared)
      solveFromMentors(mentorSide, p, menteeSide, certain)
      const { u, v, extra } = mentorSide
      // Mentees at the level are the last of the part; left over, their price must be 0.
      const base = worth(level) + extra[to - 1]
      for (let r = from; r < to; r++) {
        const i = menteeAt[r]
        if (mentorSide.mentorOf[r] >= 0) mentorOf[i] = mentorAt[mentorSide.mentorOf[r]]
        menteePrice[i] = worth(daysOf(problem, i)) + extra[r] - base - v[r]
      }
      for (let x = mentorFrom[p]; x < mentorFrom[p + 1]; x++) mentorPrice[mentorAt[x]] = base - u[x]
    }
  }
  countMatches(problem, assignment)
  return assignment
}

function daysOf({ waiting }: AssignmentProblem, i: number): number {
  return waiting ? waiting[i] : 0
}

/** How many mentees of a crowded part waited longer than its level: all of them are placed. */
function countLonger(
  problem: AssignmentProblem,
  menteeAt: Int32Array,
  from: number,
  to: number,
  level: number,
): number {
  let r = from
  while (r < to && daysOf(problem, menteeAt[r]) > level) r++
  return r - from
}

function countMatches(
  { rowStart, mentor, score }: AssignmentProblem,
  assignment: Assignment,
): void {
  const { mentorOf } = assignment
  for (let i = 0; i < mentorOf.length; i++) {
    if (mentorOf[i] < 0) continue
    let e = rowStart[i]
    while (mentor[e] !== mentorOf[i]) e++
    assignment.matched++
    assignment.total += score[e]
  }
}

import { findComponents } from './components.ts'
import { makeMenteeSide, type MenteeSide, solveFromMentees } from './from-mentees.ts'
import { makeMentorSide, type MentorSide, solveFromMentors } from './from-mentors.ts'
import { measureObjective, type Objective } from './objective.ts'
import { prepare, type Prepared } from './prepare.ts'
import { type Assignment, type AssignmentProblem, checkProblem } from './problem.ts'

/**
 * Finds an optimal assignment: most mentees matched; then, when `waiting` is given, most waiting
 * days among those matched; then the highest total score. The result is exact, and its prices prove
 * it (see `verifyAssignment`).
 *
 * The result depends on the problem only: not on the order of the edges inside a row, nor on chance
 * or time. Among equally good assignments it is the first that the search meets: components one by
 * one; in each, mentees by falling waiting days, then rising index; each mentee's edges by falling
 * score, then rising mentor index. (Where a component has fewer places than mentees, mentors by
 * rising index, each looking through their mentees in that same order.)
 *
 * Time is that of one sort of the edges plus one shortest-path search per mentee, or per place when
 * places are fewer; each search sees only edges cheaper than its result.
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
  const components = findComponents(problem)
  const objective = measureObjective(problem, components)
  const prepared = prepare(problem, components, objective)
  const menteeSide = makeMenteeSide(prepared)
  let mentorSide: MentorSide | undefined
  const assignment: Assignment = {
    mentorOf: new Int32Array(problem.rowStart.length - 1).fill(-1),
    matched: 0,
    total: 0,
    menteePrice: new Float64Array(problem.rowStart.length - 1),
    mentorPrice: new Float64Array(problem.capacity.length),
  }
  for (let c = 0; c < components.count; c++) {
    if (isShortOfPlaces(objective, c)) {
      mentorSide ??= makeMentorSide(prepared, menteeSide.mentorOf)
      solveFromMentors(mentorSide, prepared, c)
      readMentorSide(mentorSide, prepared, c, assignment)
    } else {
      solveFromMentees(menteeSide, prepared.menteeFrom[c], prepared.menteeFrom[c + 1])
      readMenteeSide(menteeSide, prepared, c, assignment)
    }
  }
  readMatches(problem, prepared, menteeSide.mentorOf, assignment)
  return assignment
}

function isShortOfPlaces(objective: Objective, c: number): boolean {
  return objective.places[c] < objective.mentees[c]
}

function readMenteeSide(
  { u, v }: MenteeSide,
  { menteeAt, mentorAt, menteeFrom, mentorFrom, unmatchedCost }: Prepared,
  c: number,
  { menteePrice, mentorPrice }: Assignment,
): void {
  for (let r = menteeFrom[c]; r < menteeFrom[c + 1]; r++) {
    menteePrice[menteeAt[r]] = unmatchedCost[r] - u[r]
  }
  // 0 - 0 rather than -0: a price is never minus nought.
  for (let x = mentorFrom[c]; x < mentorFrom[c + 1]; x++) mentorPrice[mentorAt[x]] = 0 - v[x]
}

function readMentorSide(
  { u, v, emptyCost }: MentorSide,
  { menteeAt, mentorAt, menteeFrom, mentorFrom }: Prepared,
  c: number,
  { menteePrice, mentorPrice }: Assignment,
): void {
  for (let r = menteeFrom[c]; r < menteeFrom[c + 1]; r++) menteePrice[menteeAt[r]] = 0 - v[r]
  for (let x = mentorFrom[c]; x < mentorFrom[c + 1]; x++) mentorPrice[mentorAt[x]] = emptyCost - u[x]
}

function readMatches(
  { rowStart, mentor, score }: AssignmentProblem,
  { menteeAt, mentorAt }: Prepared,
  mentorOf: Int32Array,
  assignment: Assignment,
): void {
  for (let r = 0; r < mentorOf.length; r++) {
    if (mentorOf[r] < 0) continue
    const i = menteeAt[r]
    const j = mentorAt[mentorOf[r]]
    let e = rowStart[i]
    while (mentor[e] !== j) e++
    assignment.mentorOf[i] = j
    assignment.matched++
    assignment.total += score[e]
  }
}

import { measureObjective, type Objective } from './objective.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { solveSurveyed } from './solve.ts'
import { type Survey, surveyProblem } from './survey.ts'
import { checkAssignment } from './verify.ts'

declare const proved: unique symbol

/**
 * An assignment whose prices prove that none is better, with its problem and what one reading of all
 * edges told. Only this file makes one, and only after the check of `verify.ts`; whatever explains or
 * compares a result asks for it.
 */
export type Proved = {
  readonly problem: AssignmentProblem
  readonly assignment: Assignment
  readonly survey: Survey
  readonly objective: Objective
  /** Waiting days of the matched mentees together; 0 without `waiting`. */
  readonly waiting: number
  readonly [proved]: true
}

/**
 * Solves a problem and proves the result; the problem is read once for both.
 *
 * @param survey what that reading tells, when it was done before
 * @throws Error like `solveAssignment`, and when the result fails its check, which would be a fault
 *   of this package.
 *
 * @example
 * const { assignment } = solveProved(problem)
 */
export function solveProved(problem: AssignmentProblem, survey = surveyProblem(problem)): Proved {
  return proveSurveyed(problem, survey, solveSurveyed(problem, survey))
}

/**
 * Proves an assignment that comes from elsewhere, such as one that was kept.
 *
 * @throws Error when the problem is malformed or the prices do not prove the assignment optimal.
 */
export function prove(problem: AssignmentProblem, assignment: Assignment): Proved {
  return proveSurveyed(problem, surveyProblem(problem), assignment)
}

/** The same when the problem has been read already. */
export function proveSurveyed(
  problem: AssignmentProblem,
  survey: Survey,
  assignment: Assignment,
): Proved {
  const objective = measureObjective(problem, survey)
  const { valid, problems, waiting } = checkAssignment(problem, survey, objective, assignment)
  if (!valid) throw new Error(`The assignment is not proved optimal: ${problems.join(' ')}`)
  return { problem, assignment, survey, objective, waiting } as Proved
}

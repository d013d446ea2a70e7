import { measureObjective, weightOf } from './objective.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { surveyProblem } from './survey.ts'
import { verifyAssignment } from './verify.ts'

/**
 * The slack (reduced cost) of each edge: how far the prices of its two people lie above its weight,
 * `menteePrice[i] + mentorPrice[j] - weight(i, j)`. It is what giving mentee i to mentor j loses in
 * weight, over and above what taking i from where they are and j's place from who has it loses and
 * gains. The best assignments use edges without slack only (complementary slackness).
 *
 * @param assignment an optimal assignment of `problem`, with its prices
 * @returns length E, integers >= 0; Infinity for an edge to a mentor without places
 * @throws Error when the prices do not prove the assignment optimal: slack would mean nothing.
 */
export function slackOfEdges(problem: AssignmentProblem, assignment: Assignment): Float64Array {
  const { valid, problems } = verifyAssignment(problem, assignment)
  if (!valid) throw new Error(`The assignment is not proved optimal: ${problems[0]}`)
  const { capacity, rowStart, mentor, score, waiting } = problem
  const { menteePrice, mentorPrice } = assignment
  const survey = surveyProblem(problem)
  const objective = measureObjective(problem, survey)
  const slack = new Float64Array(mentor.length).fill(Infinity)
  for (let i = 0; i < rowStart.length - 1; i++) {
    const c = survey.ofMentee[i]
    if (c < 0) continue
    const offset = menteePrice[i] - weightOf(objective, c, waiting ? waiting[i] : 0, 0)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = mentor[e]
      if (capacity[j] > 0) slack[e] = offset + mentorPrice[j] - score[e]
    }
  }
  return slack
}

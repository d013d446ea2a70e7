import { solveAssignment, solveSpread, verifyAssignment } from '../index.ts'
import { outcomeOf } from './brute-force.ts'
import { solvePlainly } from './plain.ts'
import { randomProblem } from './random-problem.ts'

/** Solves problem number `seed` both ways; says in what they differ, or nothing. */
export function compareWithPlain(seed: number): string | undefined {
  const { problem } = randomProblem(seed)
  const assignment = solveAssignment(problem)
  const { matched, total, waiting } = solvePlainly(problem)
  const found = JSON.stringify(outcomeOf(problem, assignment))
  const expected = JSON.stringify({ matched, waiting, total })
  if (found !== expected) return `Problem ${seed}: ${found} instead of ${expected}.`
  const { problems, valid } = verifyAssignment(problem, assignment)
  return valid ? undefined : `Problem ${seed}: ${problems.join(' ')}`
}

/** The same for a result that is spread; nothing too when its numbers are too large to be spread. */
export function compareSpreadWithPlain(seed: number): string | undefined {
  const { load, problem } = randomProblem(seed)
  let spread
  try {
    spread = solveSpread(problem, load)
  } catch (error) {
    if (/too large to be spread/.test((error as Error).message)) return undefined
    throw error
  }
  const { matched, total, waiting, crowding } = solvePlainly(problem, load)
  const outcome = outcomeOf(problem, spread.proved.assignment)
  const found = JSON.stringify({ ...outcome, crowding: spread.crowding })
  const expected = JSON.stringify({ matched, waiting, total, crowding })
  return found === expected ? undefined : `Problem ${seed}, spread: ${found} not ${expected}.`
}

import type { Assignment, AssignmentProblem } from '../problem.ts'

/** What the objectives of a matching add up to, in their order. */
export type Outcome = { matched: number; waiting: number; total: number }

/** The best outcome by trying every matching; `forced` keeps only those with that pair. */
export function bestByTrying(
  problem: AssignmentProblem,
  forced?: { mentee: number; mentor: number },
): Outcome | undefined {
  const { rowStart, mentor, score, waiting } = problem
  const free = Array.from(problem.capacity)
  let best: Outcome | undefined
  const place = (i: number, so: Outcome): void => {
    if (i === rowStart.length - 1) {
      if (!best || isBetter(so, best)) best = so
      return
    }
    const isForced = i === forced?.mentee
    if (!isForced) place(i + 1, so)
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = mentor[e]
      if (free[j] === 0 || (isForced && j !== forced.mentor)) continue
      free[j]--
      place(i + 1, {
        matched: so.matched + 1,
        waiting: so.waiting + (waiting ? waiting[i] : 0),
        total: so.total + score[e],
      })
      free[j]++
    }
  }
  place(0, { matched: 0, waiting: 0, total: 0 })
  return best
}

/** The outcome of a given assignment. */
export function outcomeOf(problem: AssignmentProblem, assignment: Assignment): Outcome {
  let waiting = 0
  assignment.mentorOf.forEach((j, i) => {
    if (j >= 0 && problem.waiting) waiting += problem.waiting[i]
  })
  return { matched: assignment.matched, waiting, total: assignment.total }
}

function isBetter(a: Outcome, b: Outcome): boolean {
  if (a.matched !== b.matched) return a.matched > b.matched
  if (a.waiting !== b.waiting) return a.waiting > b.waiting
  return a.total > b.total
}

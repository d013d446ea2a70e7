import type { ForcedChange } from '@mentoring/assignment'

import { solveInput } from '../pool/match-pool.ts'
import type { Pairs } from '../pool/numbers.ts'
import { inSlices, type Progress } from '../pool/slices.ts'
import {
  costsOfPairs,
  explainSolved,
  type Explanation,
  type Solution,
  type Solved,
  solveTask,
  type Task,
} from '../pool/task.ts'
import type { SolvedNumbers } from '../pool/types.ts'

/** What can be asked of whoever solves: numbers in, numbers out. */
export type Solver = {
  /** Solves a task, and keeps what says why. @throws Error when the result fails its own check */
  solve: (task: Task) => Promise<Solution>
  /** Explains what was solved last. */
  explain: () => Promise<Explanation>
  /** See `costsOfPairs`. */
  costs: (task: Task, pairs: Pairs) => Promise<(ForcedChange | undefined)[]>
  /** Solves what a run was given again: the mentor of each mentee, or -1. */
  repeat: (input: SolvedNumbers) => Promise<Int32Array>
}

/** Solves in this process, in slices where that can be. */
export const solverHere = (report?: (progress: Progress) => void, signal?: AbortSignal): Solver => {
  let solved: Solved | undefined
  return {
    solve: async (task) => {
      solved = await inSlices(solveTask(task), signal, report)
      return solved.solution
    },
    explain: async () => {
      if (!solved) throw new Error('Nothing has been solved that could be explained.')
      report?.({ step: 'explaining' })
      return explainSolved(solved)
    },
    costs: (task, pairs) => inSlices(costsOfPairs(task, pairs), signal, report),
    repeat: async (input) => solveInput(input).assignment.mentorOf,
  }
}

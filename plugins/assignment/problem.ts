/**
 * Who could be matched with whom, as flat arrays. Mentees and mentors are numbered from 0; the
 * caller numbers them in the order of their ids, so that equal inputs give equal results.
 *
 * @example
 * // Mentee 0 could go to mentor 0 (score 9) or 1 (score 4), mentee 1 only to mentor 0 (score 7).
 * const problem: AssignmentProblem = {
 *   capacity: Int32Array.of(1, 1),
 *   rowStart: Int32Array.of(0, 2, 3),
 *   mentor: Int32Array.of(0, 1, 0),
 *   score: Int32Array.of(9, 4, 7),
 * }
 */
export type AssignmentProblem = {
  /** Places of each mentor, length N. A mentor with 0 places is left out with all their edges. */
  capacity: Int32Array
  /** Length M + 1: the edges of mentee i are `rowStart[i]` … `rowStart[i + 1] - 1`. */
  rowStart: Int32Array
  /** Length E: mentor index of each edge, in any order inside a row, none twice in one row. */
  mentor: Int32Array
  /** Length E: integer >= 0, higher is better. A pair that must not be has no edge. */
  score: Int32Array
  /** Length M: days waited, 0 to `MAX_DAYS`; decides who is matched when not all can be. */
  waiting?: Int32Array
}

/** The result of `solveAssignment`. */
export type Assignment = {
  /** Length M: mentor index, or -1. */
  mentorOf: Int32Array
  /** How many mentees have a mentor. */
  matched: number
  /** Sum of the scores of the chosen edges. */
  total: number
  /** Length M, dual price of each mentee: see `objective.ts` for its unit and meaning. */
  menteePrice: Float64Array
  /** Length N, dual price of one place of each mentor. */
  mentorPrice: Float64Array
}

/** Most mentees and most mentors in one problem: keeps every sum of scores exact. */
export const MAX_PEOPLE = 2 ** 22

/** Longest waiting time; more is surely not days. */
export const MAX_DAYS = 1_000_000

/**
 * Refuses a malformed problem, but for what its edges say, which `surveyProblem` reads.
 *
 * @throws Error naming the array and the index that is wrong.
 */
export function checkProblem(problem: AssignmentProblem): void {
  if (typeof problem !== 'object' || problem === null) {
    throw new Error('The assignment problem must be an object.')
  }
  const { capacity, rowStart, mentor, score, waiting } = problem
  checkArray('capacity', capacity)
  checkArray('rowStart', rowStart)
  checkArray('mentor', mentor)
  checkArray('score', score)
  if (rowStart.length === 0) throw new Error('rowStart must have one entry more than mentees.')
  const mentees = rowStart.length - 1
  if (mentees > MAX_PEOPLE) throw new Error(`At most ${MAX_PEOPLE} mentees, got ${mentees}.`)
  if (capacity.length > MAX_PEOPLE) {
    throw new Error(`At most ${MAX_PEOPLE} mentors, got ${capacity.length}.`)
  }
  if (mentor.length !== score.length) {
    throw new Error(`mentor has ${mentor.length} edges but score has ${score.length}.`)
  }
  checkNotNegative('capacity', capacity)
  if (waiting !== undefined) {
    checkArray('waiting', waiting)
    if (waiting.length !== mentees) {
      throw new Error(`waiting has ${waiting.length} entries but there are ${mentees} mentees.`)
    }
    checkNotNegative('waiting', waiting)
    const tooLong = waiting.findIndex((days) => days > MAX_DAYS)
    if (tooLong >= 0) {
      throw new Error(`waiting[${tooLong}] is ${waiting[tooLong]} days; at most ${MAX_DAYS}.`)
    }
  }
  checkRowStart(rowStart, mentor.length)
}

function checkArray(name: string, value: unknown): void {
  // Not instanceof: an array from another realm (a worker, a test sandbox) is as good.
  if (Object.prototype.toString.call(value) !== '[object Int32Array]') {
    throw new Error(`${name} must be an Int32Array.`)
  }
}

function checkNotNegative(name: string, values: Int32Array): void {
  const x = values.findIndex((value) => value < 0)
  if (x < 0) return
  throw new Error(`${name}[${x}] is ${values[x]}; it must be 0 or more.`)
}

function checkRowStart(rowStart: Int32Array, edges: number): void {
  if (rowStart[0] !== 0) throw new Error(`rowStart[0] is ${rowStart[0]}; it must be 0.`)
  for (let i = 1; i < rowStart.length; i++) {
    if (rowStart[i] < rowStart[i - 1]) {
      throw new Error(`rowStart[${i}] is ${rowStart[i]}, less than the entry before it.`)
    }
  }
  const last = rowStart[rowStart.length - 1]
  if (last !== edges) {
    throw new Error(`rowStart ends at ${last} but there are ${edges} edges.`)
  }
}

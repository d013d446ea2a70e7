import { type AssignmentProblem, checkProblem } from './problem.ts'

/** Parts of a problem in which people are connected by edges that count. */
export type Components = {
  count: number
  /** Length M: component of each mentee, -1 when none of their edges counts. */
  ofMentee: Int32Array
  /** Length N: component of each mentor, -1 when none of their edges counts. */
  ofMentor: Int32Array
}

/**
 * What one reading of all edges tells. All edges to mentors with places count; components are numbered
 * by their mentee of lowest index.
 */
export type Survey = Components & {
  /** Length M: lowest and highest score of each mentee's edges that count; 2^31 - 1 and 0 without any. */
  lowest: Int32Array
  highest: Int32Array
  /** Length N: how many of each mentor's edges count. */
  wanted: Int32Array
}

type Reading = Omit<Survey, 'count' | 'ofMentor'> & {
  /** Union-find over mentors; `NO_PLACES` for those who cannot be joined. */
  parent: Int32Array
}

const NO_PLACES = -1
const MAX_SCORE = 2 ** 31 - 1

/**
 * Checks a problem and asks of all its edges what is to be known of all, in one reading. Components are
 * found by union-find with path halving (Tarjan and van Leeuwen 1984).
 *
 * @throws Error naming the array and the index that is wrong.
 */
export function surveyProblem(problem: AssignmentProblem): Survey {
  checkProblem(problem)
  const { capacity, rowStart } = problem
  const mentees = rowStart.length - 1
  const reading: Reading = {
    parent: capacity.map((places, j) => (places > 0 ? j : NO_PLACES)),
    ofMentee: new Int32Array(mentees),
    lowest: new Int32Array(mentees),
    highest: new Int32Array(mentees),
    wanted: new Int32Array(capacity.length),
  }
  let seenBy: Int32Array | undefined
  for (let i = 0; i < mentees; i++) {
    if (readRow(problem, i, reading)) continue
    seenBy ??= new Int32Array(capacity.length).fill(-1)
    checkRow(problem, i, seenBy)
  }
  const { parent, ofMentee, ...rest } = reading
  const idOfRoot = new Int32Array(capacity.length).fill(-1)
  let count = 0
  for (let i = 0; i < mentees; i++) {
    if (ofMentee[i] < 0) continue
    const root = findRoot(parent, ofMentee[i])
    if (idOfRoot[root] < 0) idOfRoot[root] = count++
    ofMentee[i] = idOfRoot[root]
  }
  // A mentor whom no row joined is their own root without an id.
  const ofMentor = parent.map((up, j) => (up < 0 ? -1 : idOfRoot[findRoot(parent, j)]))
  return { count, ofMentee, ofMentor, ...rest }
}

/**
 * Reads the row of mentee i: joins its mentors, of whom one stands for their component in `ofMentee`,
 * and measures its edges. Returns whether it is surely well-formed: the usual row, by
 * rising mentor, has nobody twice.
 */
function readRow({ rowStart, mentor, score }: AssignmentProblem, i: number, reading: Reading) {
  const { parent, wanted } = reading
  // Unlike any parent.
  let root = -2
  let last = -1
  let isRising = true
  let signs = 0
  let low = MAX_SCORE
  let high = 0
  for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
    const j = mentor[e]
    const s = score[e]
    // All signs at once: a loop without a branch on each value is faster.
    signs |= s
    if (j <= last) isRising = false
    last = j
    if (parent[j] !== root) {
      // Also whoever does not exist.
      if (!(parent[j] >= 0)) {
        checkMentor(e, j, parent.length)
        continue
      }
      const other = findRoot(parent, j)
      if (root >= 0) parent[other] = root
      else root = other
    }
    wanted[j]++
    // The lower or higher of the two without a branch, as nobody could guess which way it goes.
    const less = s - low
    low += less & (less >> 31)
    const more = s - high
    high += more & ~(more >> 31)
  }
  reading.ofMentee[i] = root < 0 ? -1 : root
  reading.lowest[i] = low
  reading.highest[i] = high
  return isRising && signs >= 0
}

function findRoot(parent: Int32Array, start: number): number {
  let x = start
  while (parent[x] !== x) {
    parent[x] = parent[parent[x]]
    x = parent[x]
  }
  return x
}

/** Refuses a negative score and somebody twice; `seenBy` says in whose row a mentor was seen last. */
function checkRow({ rowStart, mentor, score }: AssignmentProblem, i: number, seenBy: Int32Array) {
  for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
    const j = mentor[e]
    if (score[e] < 0) throw new Error(`score[${e}] is ${score[e]}; it must be 0 or more.`)
    if (seenBy[j] === i) throw new Error(`Mentee ${i} has more than one edge to mentor ${j}.`)
    seenBy[j] = i
  }
}

/** Refuses a mentor who does not exist. */
function checkMentor(e: number, j: number, mentors: number): void {
  if (j >= 0 && j < mentors) return
  throw new Error(`mentor[${e}] is ${j}, but mentors are numbered 0 to ${mentors - 1}.`)
}

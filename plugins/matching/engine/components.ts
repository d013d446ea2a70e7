import type { AssignmentProblem } from './problem.ts'

/** The independent parts of a problem: nobody in one part has an edge into another. */
export type Components = {
  count: number
  /** Length M: component of each mentee, -1 when they have no edge to a mentor with places. */
  ofMentee: Int32Array
  /** Length N: component of each mentor, -1 without places or without edges. */
  ofMentor: Int32Array
}

/**
 * Splits a checked problem into connected components (union-find with path halving, see Tarjan and
 * van Leeuwen 1984). Components are numbered by their mentee of lowest index. Mentors without
 * places do not connect anybody.
 */
export function findComponents(problem: AssignmentProblem): Components {
  const { capacity, rowStart, mentor } = problem
  const mentees = rowStart.length - 1
  const parent = new Int32Array(capacity.length)
  for (let j = 0; j < parent.length; j++) parent[j] = j
  const ofMentee = new Int32Array(mentees)
  for (let i = 0; i < mentees; i++) {
    ofMentee[i] = joinRow(parent, capacity, mentor, rowStart[i], rowStart[i + 1])
  }
  const ofMentor = new Int32Array(capacity.length).fill(-1)
  const idOfRoot = new Int32Array(capacity.length).fill(-1)
  let count = 0
  for (let i = 0; i < mentees; i++) {
    if (ofMentee[i] < 0) continue
    const root = findRoot(parent, ofMentee[i])
    if (idOfRoot[root] < 0) idOfRoot[root] = count++
    ofMentee[i] = idOfRoot[root]
  }
  for (let j = 0; j < parent.length; j++) {
    if (capacity[j] > 0) ofMentor[j] = idOfRoot[findRoot(parent, j)]
  }
  return { count, ofMentee, ofMentor }
}

/** Joins the mentors of one row; returns one of them, or -1 when the row has none with places. */
function joinRow(
  parent: Int32Array,
  capacity: Int32Array,
  mentor: Int32Array,
  from: number,
  to: number,
): number {
  let root = -1
  for (let e = from; e < to; e++) {
    const j = mentor[e]
    if (parent[j] === root || capacity[j] === 0) continue
    const other = findRoot(parent, j)
    if (root >= 0) parent[other] = root
    else root = other
  }
  return root
}

function findRoot(parent: Int32Array, start: number): number {
  let x = start
  while (parent[x] !== x) {
    parent[x] = parent[parent[x]]
    x = parent[x]
  }
  return x
}

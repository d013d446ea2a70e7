import type { AssignmentProblem } from './problem.ts'

/** Parts of a problem in which people are connected by edges that count. */
export type Components = {
  count: number
  /** Length M: component of each mentee, -1 when none of their edges counts. */
  ofMentee: Int32Array
  /** Length N: component of each mentor, -1 when none of their edges counts. */
  ofMentor: Int32Array
}

/**
 * Which edges count: those between a mentee and a mentor of the same group, 0 or more. Someone in a
 * negative group takes part in nothing.
 */
export type Groups = { ofMentee: Int32Array; ofMentor: Int32Array }

/** The groups in which every edge to a mentor with places counts. */
export function groupsOfAll({ capacity, rowStart }: AssignmentProblem): Groups {
  return {
    ofMentee: new Int32Array(rowStart.length - 1),
    ofMentor: capacity.map((places) => (places > 0 ? 0 : -1)),
  }
}

/**
 * Splits a checked problem into connected components of the edges that count (union-find with path
 * halving: Tarjan and van Leeuwen 1984). Components are numbered by their mentee of lowest index.
 */
export function findComponents(problem: AssignmentProblem, groups: Groups): Components {
  const { capacity, rowStart, mentor } = problem
  const parent = new Int32Array(capacity.length)
  for (let j = 0; j < parent.length; j++) parent[j] = j
  const ofMentee = new Int32Array(rowStart.length - 1).fill(-1)
  for (let i = 0; i < ofMentee.length; i++) {
    const g = groups.ofMentee[i]
    if (g >= 0) {
      ofMentee[i] = joinRow(parent, groups.ofMentor, g, mentor, rowStart[i], rowStart[i + 1])
    }
  }
  const ofMentor = new Int32Array(capacity.length).fill(-1)
  const idOfRoot = new Int32Array(capacity.length).fill(-1)
  let count = 0
  for (let i = 0; i < ofMentee.length; i++) {
    if (ofMentee[i] < 0) continue
    const root = findRoot(parent, ofMentee[i])
    if (idOfRoot[root] < 0) idOfRoot[root] = count++
    ofMentee[i] = idOfRoot[root]
  }
  // A mentor whom no row joined is their own root without an id.
  for (let j = 0; j < parent.length; j++) ofMentor[j] = idOfRoot[findRoot(parent, j)]
  return { count, ofMentee, ofMentor }
}

/** Joins the mentors of one row that are in group g; returns one of them, or -1 without any. */
function joinRow(
  parent: Int32Array,
  groupOfMentor: Int32Array,
  g: number,
  mentor: Int32Array,
  from: number,
  to: number,
): number {
  let root = -1
  for (let e = from; e < to; e++) {
    const j = mentor[e]
    if (parent[j] === root || groupOfMentor[j] !== g) continue
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

import type { Prepared } from './prepare.ts'
import { fillRow, makeRows, type Rows } from './rows.ts'

/** Room for the edges of one part, listed by mentee and by mentor; grows to the largest part. */
export type EdgeLists = {
  /** By mentee: the edges of mentee r end before `end[r]`. */
  end: Int32Array
  mentor: Int32Array
  cost: Int32Array
  /** By mentor, not sorted. */
  mentee: Int32Array
  turnedCost: Int32Array
}

/** Makes empty lists for renumbered mentees. */
export function makeEdgeLists(mentees: number): EdgeLists {
  return { end: new Int32Array(mentees), ...makeLists(0) }
}

function makeLists(edges: number): Omit<EdgeLists, 'end'> {
  return {
    mentor: new Int32Array(edges),
    cost: new Int32Array(edges),
    mentee: new Int32Array(edges),
    turnedCost: new Int32Array(edges),
  }
}

/**
 * Lists the edges inside part p by mentor, by rising cost, then mentee. Edges of mentees from `late`
 * on cost `handicap` more. Returns the rows, new ones when `rows` has too little room.
 */
export function turnRows(
  prepared: Prepared,
  p: number,
  lists: EdgeLists,
  rows: Rows,
  late: number,
  handicap: number,
): Rows {
  const { menteeFrom, mentorFrom, scratch } = prepared
  const firstMentor = mentorFrom[p]
  const endMentor = mentorFrom[p + 1]
  const edges = copyEdges(prepared, p, lists, late, handicap)
  let turned = rows
  if (rows.item.length < edges) {
    turned = makeRows(prepared.mentorAt.length, edges, prepared.menteeAt.length)
  }
  const { end, mentor, cost, mentee, turnedCost } = lists
  const next = new Int32Array(endMentor - firstMentor + 1)
  for (let e = 0; e < edges; e++) next[mentor[e] - firstMentor + 1]++
  for (let x = 1; x < next.length; x++) next[x] += next[x - 1]
  for (let r = menteeFrom[p], e = 0; r < menteeFrom[p + 1]; r++) {
    for (const stop = end[r]; e < stop; e++) {
      const at = next[mentor[e] - firstMentor]++
      mentee[at] = r
      turnedCost[at] = cost[e]
    }
  }
  for (let j = firstMentor, start = 0; j < endMentor; j++) {
    // Each list has been filled up to where the next one starts.
    const stop = next[j - firstMentor]
    fillRow(turned, scratch, j, start, stop - start, turnedCost, mentee, start)
    start = stop
  }
  return turned
}

/**
 * Copies the edges inside part p next to each other, since the problem has them all over its memory;
 * returns how many there are.
 */
function copyEdges(
  { problem, newMentor, menteeAt, menteeFrom, mentorFrom, top }: Prepared,
  p: number,
  lists: EdgeLists,
  late: number,
  handicap: number,
): number {
  const { rowStart, mentor: oldMentor, score } = problem
  const first = mentorFrom[p]
  const stop = mentorFrom[p + 1]
  let most = 0
  for (let r = menteeFrom[p]; r < menteeFrom[p + 1]; r++) {
    most += rowStart[menteeAt[r] + 1] - rowStart[menteeAt[r]]
  }
  if (lists.mentor.length < most) Object.assign(lists, makeLists(most))
  const { end, mentor, cost } = lists
  let count = 0
  for (let r = menteeFrom[p]; r < menteeFrom[p + 1]; r++) {
    const i = menteeAt[r]
    const highest = top[p] + (r < late ? 0 : handicap)
    for (let e = rowStart[i], last = rowStart[i + 1]; e < last; e++) {
      const j = newMentor[oldMentor[e]]
      if (j < first || j >= stop) continue
      mentor[count] = j
      cost[count++] = highest - score[e]
    }
    end[r] = count
  }
  return count
}

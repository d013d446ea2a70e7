import { heapDropFirst, heapRaise } from './heap.ts'
import type { Prepared } from './prepare.ts'
import { sortByCost } from './sort.ts'

/** What the search from the mentors' side works on; people are numbered as in `Prepared`. */
export type MentorSide = {
  /** Edges by mentor, sorted by rising cost: `rowStart[j]` … of this component only. */
  rowStart: Int32Array
  mentee: Int32Array
  /** Cost of the edge plus what the mentee waited less than the longest waiting. */
  cost: Float64Array
  /** Cost of leaving a place empty. */
  emptyCost: number
  /** Dual price u of one place of each mentor; v <= 0 of each mentee. */
  u: Float64Array
  v: Float64Array
  /** Mentor of each mentee, -1 without. */
  mentorOf: Int32Array
  /** Places not yet dealt with. */
  left: Int32Array
  distance: Float64Array
  reachedFrom: Int32Array
  mark: Int32Array
  heap: Int32Array
  heapPlace: Int32Array
  ready: Int32Array
  scanned: Int32Array
  /** Mentors in the present search tree, their distance, and the mentee they were reached by. */
  tree: Int32Array
  treeMark: Int32Array
  treeDistance: Float64Array
  reachedBy: Int32Array
  tick: number
}

/** Makes the state shared by all components solved from the mentors' side. */
export function makeMentorSide(prepared: Prepared, mentorOf: Int32Array): MentorSide {
  const mentees = prepared.unmatchedCost.length
  const mentors = prepared.capacity.length
  return {
    rowStart: new Int32Array(mentors + 1),
    mentee: new Int32Array(0),
    cost: new Float64Array(0),
    emptyCost: 0,
    u: new Float64Array(mentors),
    v: new Float64Array(mentees),
    mentorOf,
    left: prepared.capacity.slice(),
    distance: new Float64Array(mentees),
    reachedFrom: new Int32Array(mentees),
    mark: new Int32Array(mentees),
    heap: new Int32Array(mentees),
    heapPlace: new Int32Array(mentees),
    ready: new Int32Array(mentees),
    scanned: new Int32Array(mentees),
    tree: new Int32Array(mentors),
    treeMark: new Int32Array(mentors),
    treeDistance: new Float64Array(mentors),
    reachedBy: new Int32Array(mentors),
    tick: 0,
  }
}

/**
 * Solves component c from the side of its places, which pays when there are fewer places than
 * mentees: one shortest augmenting path per place. Leaves an optimal matching in `mentorOf` and
 * optimal prices: `u[j] <= emptyCost`, `v[i] <= 0`, `u[j] + v[i] <= cost(j, i)`.
 */
export function solveFromMentors(side: MentorSide, prepared: Prepared, c: number): void {
  const from = prepared.mentorFrom[c]
  const to = prepared.mentorFrom[c + 1]
  turnRows(side, prepared, c)
  for (let j = from; j < to; j++) takeFirst(side, j)
  const { left, u } = side
  for (let j = from; j < to; j++) {
    // Once one place of a mentor is best left empty, so are all the others.
    for (; left[j] > 0 && u[j] < side.emptyCost; left[j]--) fillPlace(side, j)
  }
}

/** Lists the edges of component c by mentor. */
function turnRows(side: MentorSide, prepared: Prepared, c: number): void {
  const { rowStart, mentor, cost, unmatchedCost, scratch } = prepared
  const firstMentee = prepared.menteeFrom[c]
  const endMentee = prepared.menteeFrom[c + 1]
  const firstMentor = prepared.mentorFrom[c]
  const endMentor = prepared.mentorFrom[c + 1]
  const turned = side.rowStart
  const edges = rowStart[endMentee] - rowStart[firstMentee]
  turned.fill(0, firstMentor, endMentor + 1)
  for (let e = rowStart[firstMentee]; e < rowStart[endMentee]; e++) turned[mentor[e] + 1]++
  for (let j = firstMentor; j < endMentor; j++) turned[j + 1] += turned[j]
  const next = turned.slice(firstMentor, endMentor)
  const mentee = new Int32Array(edges)
  const plain = new Int32Array(edges)
  for (let i = firstMentee; i < endMentee; i++) {
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const at = next[mentor[e] - firstMentor]++
      mentee[at] = i
      plain[at] = cost[e]
    }
  }
  // Mentees come by falling waiting days, so each mentor's row is already in runs of equal waiting;
  // within a run the cost decides.
  const most = unmatchedCost[firstMentee]
  const full = new Float64Array(edges)
  for (let j = firstMentor; j < endMentor; j++) {
    for (let start = turned[j]; start < turned[j + 1]; ) {
      const run = unmatchedCost[mentee[start]]
      let end = start + 1
      while (end < turned[j + 1] && unmatchedCost[mentee[end]] === run) end++
      sortByCost(plain, mentee, start, end, scratch)
      for (let e = start; e < end; e++) full[e] = plain[e] + (most - run)
      start = end
    }
  }
  side.mentee = mentee
  side.cost = full
  side.emptyCost = most
}

/** Starts mentor j with their cheapest mentees, up to the first who is taken. */
function takeFirst(side: MentorSide, j: number): void {
  const { rowStart, mentee, cost, v, mentorOf, left } = side
  const start = rowStart[j]
  const stop = rowStart[j + 1]
  let e = start
  let last = cost[start]
  for (; e < stop && left[j] > 0 && mentorOf[mentee[e]] < 0; e++) {
    last = cost[e]
    mentorOf[mentee[e]] = j
    left[j]--
  }
  side.u[j] = last
  for (let x = start; x < e; x++) v[mentee[x]] = cost[x] - last
}

/** Finds a shortest path from a place of mentor `start` to a free mentee or an empty place. */
function fillPlace(side: MentorSide, start: number): void {
  const { rowStart, mentee, cost, emptyCost, u, v, mentorOf } = side
  const { distance, reachedFrom, mark, heap, heapPlace, ready, scanned } = side
  const { tree, treeMark, treeDistance, reachedBy } = side
  const open = side.tick + 1
  const done = side.tick + 2
  side.tick = done
  // Length of the best complete path so far, and its end: a mentee, or -1 - mentor left with room.
  let best = emptyCost - u[start]
  let end = -1 - start
  let reached = 0
  let readyCount = 0
  let scannedCount = 0
  let heapSize = 0
  let row = start
  tree[0] = start
  treeMark[start] = done
  treeDistance[start] = 0
  let treeCount = 1
  search: for (;;) {
    const base = reached - u[row]
    if (base + emptyCost < best) {
      best = base + emptyCost
      end = -1 - row
    }
    if (best <= reached) break
    for (let e = rowStart[row], stop = rowStart[row + 1]; e < stop; e++) {
      const least = base + cost[e]
      if (least >= best) break
      const i = mentee[e]
      const d = least - v[i]
      if (d >= best) continue
      const m = mark[i]
      if (m === done || (m === open && d >= distance[i])) continue
      reachedFrom[i] = row
      if (mentorOf[i] < 0) {
        best = d
        end = i
        continue
      }
      distance[i] = d
      if (m === open) heapRaise(heap, heapPlace, distance, heapPlace[i], i)
      else if (d <= reached) {
        mark[i] = done
        ready[readyCount++] = i
      } else {
        mark[i] = open
        heapRaise(heap, heapPlace, distance, heapSize++, i)
      }
    }
    if (best <= reached) break
    for (;;) {
      let i: number
      if (readyCount > 0) i = ready[--readyCount]
      else {
        if (heapSize === 0) break search
        i = heap[0]
        if (distance[i] >= best) break search
        heapSize = heapDropFirst(heap, heapPlace, distance, heapSize)
        reached = distance[i]
        mark[i] = done
      }
      scanned[scannedCount++] = i
      row = mentorOf[i]
      if (treeMark[row] === done) continue
      treeMark[row] = done
      tree[treeCount] = row
      treeDistance[treeCount++] = reached
      reachedBy[row] = i
      break
    }
  }
  for (let x = 0; x < scannedCount; x++) v[scanned[x]] -= best - distance[scanned[x]]
  for (let x = 0; x < treeCount; x++) u[tree[x]] += best - treeDistance[x]
  augment(side, start, end)
}

/** Moves everyone along the path found, from its end back to `start`. */
function augment(side: MentorSide, start: number, end: number): void {
  const { mentorOf, reachedFrom, reachedBy } = side
  let i = end
  if (end < 0) {
    const spare = -1 - end
    if (spare === start) return
    i = reachedBy[spare]
  }
  for (;;) {
    const j = reachedFrom[i]
    mentorOf[i] = j
    if (j === start) return
    i = reachedBy[j]
  }
}

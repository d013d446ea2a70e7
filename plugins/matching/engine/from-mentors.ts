import type { MenteeSide } from './from-mentees.ts'
import { heapDropFirst, heapRaise } from './heap.ts'
import type { Prepared } from './prepare.ts'
import { sortByCost, sortByLargeCost } from './sort.ts'

/** What the search from the mentors' side works on; people are numbered as in `Prepared`. */
export type MentorSide = {
  prepared: Prepared
  /** Edges of the present part by mentor, sorted by rising cost, then mentee. */
  rowStart: Int32Array
  mentee: Int32Array
  cost: Int32Array | Float64Array
  /** Added to the cost of all edges of each mentee. */
  extra: Float64Array
  /** Dual price u of one place of each mentor; v <= 0 of each mentee. */
  u: Float64Array
  v: Float64Array
  /** Mentor of each mentee, -1 without. */
  mentorOf: Int32Array
  /** Places not yet filled. */
  left: Int32Array
  /** State of one search, as in `MenteeSide`. */
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

/** Makes the state shared by all parts solved from the mentors' side. */
export function makeMentorSide(prepared: Prepared): MentorSide {
  const mentees = prepared.menteeAt.length
  const mentors = prepared.capacity.length
  return {
    prepared,
    rowStart: new Int32Array(mentors + 1),
    mentee: new Int32Array(0),
    cost: new Int32Array(0),
    extra: new Float64Array(mentees),
    u: new Float64Array(mentors),
    v: new Float64Array(mentees),
    mentorOf: new Int32Array(mentees).fill(-1),
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
 * Solves a part in which every place can be filled and mentees are left over: one shortest
 * augmenting path per place, as in `solveFromMentees` with the sides swapped. Leaves in `mentorOf` a
 * cheapest matching that fills all places, and optimal prices: `u[j] + v[i] <= cost(j, i) +
 * extra[i]`, equal for chosen pairs; `v[i]` is 0 for mentees left over, `extra` equal for them all.
 *
 * Who is placed stays placed. So the first `certain` mentees of the part, who must not be left over,
 * have to be placed already by `menteeSide`, as cheaply as possible.
 */
export function solveFromMentors(
  side: MentorSide,
  part: number,
  menteeSide: MenteeSide,
  certain: number,
): void {
  const { mentorFrom } = side.prepared
  const from = mentorFrom[part]
  const to = mentorFrom[part + 1]
  const highest = certain > 0 ? takeOver(side, part, menteeSide, certain) : 0
  turnRows(side, part, highest)
  if (certain === 0) for (let j = from; j < to; j++) takeFirst(side, j)
  for (let j = from; j < to; j++) while (side.left[j] > 0) fillPlace(side, j)
}

/**
 * Takes over the matching and the prices of those already placed; returns the highest price. To
 * shift all edges of one mentee, together with their price, changes no matching. So everyone's edges
 * get `extra` by as much as their own price is below the highest, and prices start at 0 again: a
 * sorted row then says at once which edges are cheap at present. All others start at one price, the
 * highest that their edges allow.
 */
function takeOver(side: MentorSide, part: number, menteeSide: MenteeSide, certain: number): number {
  const { rowStart, mentor, cost, menteeFrom, mentorFrom } = side.prepared
  const { u, v, seats } = menteeSide
  const first = menteeFrom[part]
  const end = menteeFrom[part + 1]
  let highest = 0
  let others = Infinity
  for (let i = first; i < first + certain; i++) highest = Math.max(highest, u[i])
  for (let e = rowStart[first + certain]; e < rowStart[end]; e++) {
    const price = cost[e] - v[mentor[e]]
    if (price < others) others = price
  }
  for (let i = first; i < end; i++) {
    side.mentorOf[i] = seats.mentorOf[i]
    side.extra[i] = highest - (i < first + certain ? u[i] : others)
  }
  for (let j = mentorFrom[part]; j < mentorFrom[part + 1]; j++) {
    side.u[j] = v[j] + highest
    side.left[j] -= seats.used[j]
  }
  return highest
}

/** Lists the edges of a part by mentor, with their extra cost: at most `highest`. */
function turnRows(side: MentorSide, part: number, highest: number): void {
  const { rowStart, mentor, cost, menteeFrom, mentorFrom, scratch } = side.prepared
  const { extra } = side
  const firstMentee = menteeFrom[part]
  const endMentee = menteeFrom[part + 1]
  const firstMentor = mentorFrom[part]
  const endMentor = mentorFrom[part + 1]
  const turned = side.rowStart
  const edges = rowStart[endMentee] - rowStart[firstMentee]
  turned.fill(0, firstMentor, endMentor + 1)
  let dearest = 0
  for (let e = rowStart[firstMentee]; e < rowStart[endMentee]; e++) {
    turned[mentor[e] + 1]++
    if (cost[e] > dearest) dearest = cost[e]
  }
  for (let j = firstMentor; j < endMentor; j++) turned[j + 1] += turned[j]
  const next = turned.slice(firstMentor, endMentor)
  const mentee = new Int32Array(edges)
  const isSmall = dearest + highest < 2 ** 31
  const turnedCost = isSmall ? new Int32Array(edges) : new Float64Array(edges)
  for (let i = firstMentee; i < endMentee; i++) {
    for (let e = rowStart[i], stop = rowStart[i + 1]; e < stop; e++) {
      const at = next[mentor[e] - firstMentor]++
      mentee[at] = i
      turnedCost[at] = cost[e] + extra[i]
    }
  }
  for (let j = firstMentor; j < endMentor; j++) {
    if (turnedCost instanceof Int32Array) {
      sortByCost(turnedCost, mentee, turned[j], turned[j + 1], scratch)
    } else sortByLargeCost(turnedCost, mentee, turned[j], turned[j + 1])
  }
  side.mentee = mentee
  side.cost = turnedCost
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

/** Finds a shortest path from a place of mentor `start` to a free mentee; moves along it. */
function fillPlace(side: MentorSide, start: number): void {
  const { rowStart, mentee, cost, u, v, mentorOf } = side
  const { distance, reachedFrom, mark, heap, heapPlace, ready, scanned } = side
  const { tree, treeMark, treeDistance, reachedBy } = side
  const open = side.tick + 1
  const done = side.tick + 2
  side.tick = done
  // The free mentee at the end of the shortest path so far, and its length.
  let end = -1
  let best = Infinity
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
  if (end < 0) throw new Error(`Nobody within reach of mentor ${start}: this cannot be.`)
  for (let x = 0; x < scannedCount; x++) v[scanned[x]] -= best - distance[scanned[x]]
  for (let x = 0; x < treeCount; x++) u[tree[x]] += best - treeDistance[x]
  side.left[start]--
  for (let i = end; ;) {
    const j = reachedFrom[i]
    mentorOf[i] = j
    if (j === start) return
    i = reachedBy[j]
  }
}

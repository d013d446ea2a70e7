import { heapDropFirst, heapRaise } from './tuned/heap.ts'
import { menteesOf } from './mentees-of.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import type { Proved } from './prove.ts'
import { slackOfEdges } from './slack.ts'

/** How a result changes: what it would be minus what it is. */
export type ForcedChange = {
  matched: number
  /** Waiting days of the matched mentees; 0 when the problem has no `waiting`. */
  waiting: number
  total: number
}

/**
 * What one move after another would cost, starting from an optimal assignment (the residual
 * network, with reduced costs). Nodes are the mentors and, as the last, `outside`: whoever has no
 * mentor, and the free places. At a mentor there is one mentee too many; an arc hands the surplus
 * on, at the least loss in weight (see `objective.ts`), which is never below 0:
 *
 * - mentor to mentor: a mentee moves over, for the slack of their new pair;
 * - mentor to outside: a mentee loses their place, for their price, or a free place is used;
 * - outside to mentor: a mentee without one comes in, for the slack of the pair, or a place is left
 *   free, for the mentor's price.
 *
 * Insisting on mentee i with mentor j costs the slack of the pair and the cheapest way from j to
 * wherever i is now; so one search backwards from there prices all mentors of everyone there.
 */
export type Residual = {
  problem: AssignmentProblem
  slack: Float64Array
  outside: number
  ofMentee: Int32Array
  ofMentor: Int32Array
  /** Length E: whose edge it is. */
  menteeAt: Int32Array
  /** Length M: the chosen edge, or -1. */
  chosen: Int32Array
  /** Arcs into node n are `arcStart[n]` … `arcStart[n + 1] - 1`. */
  arcStart: Int32Array
  arcFrom: Int32Array
  arcCost: Float64Array
  /** Into a mentor, the edge of who comes; into outside, the mentee who goes; -1 for nobody. */
  arcMove: Int32Array
  search: Search
}

/** The last search: what it costs to get from each node reached to its target, and which way. */
type Search = {
  target: number
  cost: Float64Array
  nextArc: Int32Array
  nextNode: Int32Array
  reached: Int32Array
  reachedCount: number
  heap: Int32Array
  heapPlace: Int32Array
}

/** Makes the network for a proved assignment, with one arc for each two nodes: the cheapest. */
export function makeResidual(proved: Proved): Residual {
  const { assignment, problem, survey } = proved
  const slack = slackOfEdges(proved)
  const { rowStart, mentor, capacity } = problem
  const { mentorOf } = assignment
  const menteeAt = new Int32Array(mentor.length)
  const chosen = new Int32Array(mentorOf.length).fill(-1)
  for (let i = 0; i < mentorOf.length; i++) {
    menteeAt.fill(i, rowStart[i], rowStart[i + 1])
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) if (mentor[e] === mentorOf[i]) chosen[i] = e
  }
  const outside = capacity.length
  const { ofMentee, ofMentor } = survey
  const search: Search = {
    target: outside,
    cost: new Float64Array(outside + 1).fill(Infinity),
    nextArc: new Int32Array(outside + 1),
    nextNode: new Int32Array(outside + 1),
    reached: new Int32Array(outside + 1),
    reachedCount: 0,
    heap: new Int32Array(outside + 1),
    heapPlace: new Int32Array(outside + 1),
  }
  const arcs = makeArcs(problem, assignment, slack)
  return { problem, slack, outside, ofMentee, ofMentor, menteeAt, chosen, ...arcs, search }
}

/** Puts the cheapest arcs of each node first: needed by searches with a limit, no others. */
export function sortArcs({ arcStart, arcFrom, arcCost, arcMove }: Residual): void {
  const order = arcFrom.map((_, x) => x)
  for (let n = 0; n < arcStart.length - 1; n++)
    sortByCost(order, arcCost, arcStart[n], arcStart[n + 1])
  arcFrom.set(order.map((x) => arcFrom[x]))
  arcMove.set(order.map((x) => arcMove[x]))
  arcCost.set(Float64Array.from(order, (x) => arcCost[x]))
}

/** Puts the arcs from `from` to before `to` into the order of their costs, equal ones as they were. */
function sortByCost(order: Int32Array, arcCost: Float64Array, from: number, to: number): void {
  const count = to - from
  // One exact number per arc sorts faster than with a comparison function.
  const keys = new Float64Array(count)
  let isExact = true
  for (let x = 0; x < count; x++) {
    keys[x] = arcCost[from + x] * count + x
    if (keys[x] > Number.MAX_SAFE_INTEGER) isExact = false
  }
  if (isExact) {
    keys.sort()
    for (let x = 0; x < count; x++) order[from + x] = from + (keys[x] % count)
  } else order.subarray(from, to).sort((x, y) => arcCost[x] - arcCost[y])
}

/**
 * Searches backwards from where a mentee is now (Dijkstra 1959) and hands over each mentor, or
 * outside, as soon as the cost of getting from there to here is certain, cheapest first.
 *
 * @param onSettled returns up to which cost to go on: Infinity, or a limit that never rises, for
 *   which `sortArcs` must have been called; anything below the present cost ends the search
 */
export function searchFromPlaceOf(
  residual: Residual,
  menteeIndex: number,
  onSettled: (node: number, cost: number) => number,
): void {
  const { outside, ofMentor, chosen, arcStart, arcFrom, arcCost, search } = residual
  const { cost, nextArc, nextNode, reached, heap, heapPlace } = search
  const component = residual.ofMentee[menteeIndex]
  for (let x = 0; x < search.reachedCount; x++) cost[reached[x]] = Infinity
  search.target = chosen[menteeIndex] < 0 ? outside : residual.problem.mentor[chosen[menteeIndex]]
  reached[0] = search.target
  search.reachedCount = 1
  cost[search.target] = 0
  heapRaise(heap, heapPlace, cost, 0, search.target)
  let heapSize = 1
  while (heapSize > 0) {
    const node = heap[0]
    const base = cost[node]
    const limit = onSettled(node, base)
    if (base > limit) return
    heapSize = heapDropFirst(heap, heapPlace, cost, heapSize)
    for (let x = arcStart[node], end = arcStart[node + 1]; x < end; x++) {
      const from = arcFrom[x]
      const d = base + arcCost[x]
      if (d > limit) break
      if (d >= cost[from]) continue
      // Outside touches every component, but each has its own unit of weight.
      if (node === outside && ofMentor[from] !== component) continue
      let at = heapPlace[from]
      if (cost[from] === Infinity) {
        reached[search.reachedCount++] = from
        at = heapSize++
      }
      cost[from] = d
      nextArc[from] = x
      nextNode[from] = node
      heapRaise(heap, heapPlace, cost, at, from)
    }
  }
}

/**
 * What changes when the mentee of an edge goes to its mentor and everyone makes room as the last
 * search, from that mentee's place, found cheapest. The search must have settled the mentor.
 */
export function changeByForcing(residual: Residual, forcedEdge: number): ForcedChange {
  const { problem, outside, menteeAt, arcMove, search, chosen } = residual
  const change = { matched: 0, waiting: 0, total: 0 }
  const count = (i: number, e: number, sign: 1 | -1) => {
    change.matched += sign
    if (problem.waiting) change.waiting += sign * problem.waiting[i]
    change.total += sign * problem.score[e]
  }
  const leave = (i: number) => {
    if (chosen[i] >= 0) count(i, chosen[i], -1)
  }
  const come = (e: number) => {
    leave(menteeAt[e])
    count(menteeAt[e], e, 1)
  }
  come(forcedEdge)
  for (
    let node = problem.mentor[forcedEdge];
    node !== search.target;
    node = search.nextNode[node]
  ) {
    const move = arcMove[search.nextArc[node]]
    if (move < 0) continue
    if (search.nextNode[node] === outside) leave(move)
    else come(move)
  }
  return change
}

function makeArcs(problem: AssignmentProblem, assignment: Assignment, slack: Float64Array) {
  const nodes = problem.capacity.length + 1
  const arcStart = new Int32Array(nodes + 1)
  const lastFrom = new Int32Array(nodes).fill(-1)
  visitMoves(problem, assignment, slack, (from, to) => {
    if (lastFrom[to] !== from) arcStart[to + 1]++
    lastFrom[to] = from
  })
  for (let n = 0; n < nodes; n++) arcStart[n + 1] += arcStart[n]
  const arcFrom = new Int32Array(arcStart[nodes])
  const arcCost = new Float64Array(arcStart[nodes])
  const arcMove = new Int32Array(arcStart[nodes])
  const next = arcStart.slice(0, nodes)
  lastFrom.fill(-1)
  visitMoves(problem, assignment, slack, (from, to, cost, move) => {
    // The nodes are walked one by one, so an arc from this one can only be the last so far.
    const isNew = lastFrom[to] !== from
    const x = isNew ? next[to]++ : next[to] - 1
    lastFrom[to] = from
    if (!isNew && cost >= arcCost[x]) return
    arcFrom[x] = from
    arcCost[x] = cost
    arcMove[x] = move
  })
  return { arcStart, arcFrom, arcCost, arcMove }
}

/** Visits every possible move out of one node after the other. */
function visitMoves(
  { capacity, rowStart, mentor }: AssignmentProblem,
  { mentorOf, menteePrice, mentorPrice }: Assignment,
  slack: Float64Array,
  visit: (from: number, to: number, cost: number, move: number) => void,
): void {
  const outside = capacity.length
  const { start, list } = menteesOf(mentorOf, outside)
  for (let node = 0; node <= outside; node++) {
    if (node === outside) {
      for (let j = 0; j < outside; j++) if (capacity[j] > 0) visit(node, j, mentorPrice[j], -1)
    } else if (start[node + 1] - start[node] < capacity[node]) visit(node, outside, 0, -1)
    for (let s = start[node]; s < start[node + 1]; s++) {
      const i = list[s]
      if (node !== outside) visit(node, outside, menteePrice[i], i)
      for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
        if (mentor[e] !== node && slack[e] < Infinity) visit(node, mentor[e], slack[e], e)
      }
    }
  }
}

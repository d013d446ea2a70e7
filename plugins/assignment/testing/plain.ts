import type { AssignmentProblem } from '../problem.ts'

/** A best assignment as the textbook finds it; see `solvePlainly`. */
export type PlainResult = {
  /** Mentor of each mentee, -1 without. */
  mentorOf: number[]
  matched: number
  waiting: number
  total: number
  /** Sum over the matched mentees of how many their mentor had before each. */
  crowding: number
}

/** What a path gains, compared in this order: waiting days, score, and less crowding. */
type Gain = readonly [waiting: number, score: number, evenness: number]

/** The best way found so far to hand a mentor one mentee more: who comes, and what it gains. */
type Way = { mentee: number; gain: Gain }

/**
 * Solves a problem the plain way, for comparison: slow, and written to be read.
 *
 * It matches one mentee more at a time, by the path that gains most: somebody without a mentor comes to a
 * mentor, one of whose mentees moves on to another, and so on to a mentor with a free place. The gains are
 * compared as they are, number by number; nothing is weighed and there are no prices. When every path
 * taken is the best one, no assignment of as many mentees is better (Busacker and Gowen 1961; the gains
 * only have to be added and compared, so a list of numbers will do), and when there is no path, none
 * matches more (Berge 1957).
 *
 * @param load how many mentees each mentor has already; counts for `crowding` and, last of all, for
 *   what is best
 */
export function solvePlainly(
  problem: AssignmentProblem,
  load: ArrayLike<number> = new Int32Array(problem.capacity.length),
): PlainResult {
  const mentees = problem.rowStart.length - 1
  const result: PlainResult = {
    mentorOf: new Array<number>(mentees).fill(-1),
    matched: 0,
    waiting: 0,
    total: 0,
    crowding: 0,
  }
  const given = Array.from(problem.capacity, () => 0)
  for (;;) {
    const ways = findWays(problem, result.mentorOf)
    let end = -1
    let most: Gain = [-Infinity, 0, 0]
    ways.forEach((way, j) => {
      if (given[j] >= problem.capacity[j]) return
      const gain = add(way.gain, [0, 0, -(load[j] + given[j])])
      if (isMore(gain, most)) [end, most] = [j, gain]
    })
    if (end < 0) return result
    given[end]++
    result.matched++
    result.waiting += most[0]
    result.total += most[1]
    result.crowding -= most[2]
    // Backwards along the path: each mentee comes from the mentor to whom the one before goes.
    for (let j = end; j >= 0;) {
      const { mentee } = ways.get(j)!
      const before = result.mentorOf[mentee]
      result.mentorOf[mentee] = j
      j = before
    }
  }
}

/** The best way to each mentor who can be reached from somebody without one (Bellman 1958, Ford 1956). */
function findWays(problem: AssignmentProblem, mentorOf: number[]): Map<number, Way> {
  const { capacity, mentor, rowStart, score, waiting } = problem
  const ways = new Map<number, Way>()
  for (let isImproved = true; isImproved;) {
    isImproved = false
    for (let mentee = 0; mentee < mentorOf.length; mentee++) {
      const present = mentorOf[mentee]
      const way = ways.get(present)
      if (present >= 0 && !way) continue
      const given = present < 0 ? 0 : scoreOf(problem, mentee, present)
      const before = way?.gain ?? [waiting?.[mentee] ?? 0, 0, 0]
      for (let e = rowStart[mentee]; e < rowStart[mentee + 1]; e++) {
        const j = mentor[e]
        if (j === present || capacity[j] === 0) continue
        const gain = add(before, [0, score[e] - given, 0])
        const known = ways.get(j)
        if (known && !isMore(gain, known.gain)) continue
        ways.set(j, { mentee, gain })
        isImproved = true
      }
    }
  }
  return ways
}

function scoreOf({ mentor, rowStart, score }: AssignmentProblem, i: number, j: number): number {
  return score[rowStart[i] + mentor.subarray(rowStart[i], rowStart[i + 1]).indexOf(j)]
}

function add(a: Gain, b: Gain): Gain {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

function isMore(a: Gain, b: Gain): boolean {
  return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) > 0
}

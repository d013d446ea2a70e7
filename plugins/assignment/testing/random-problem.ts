import type { AssignmentProblem } from '../problem.ts'
import { type Edge, randomIntegers, shuffled, toProblem } from './instances.ts'

/** A repeatable problem and how many mentees each mentor has already. */
export type RandomProblem = { problem: AssignmentProblem; load: Int32Array }

/** Shapes to choose from; each problem is one of every list, so that all of them meet. */
const SIZES = [
  { weight: 600, mentees: 9, mentors: 7 },
  { weight: 150, mentees: 6, mentors: 14 },
  { weight: 150, mentees: 20, mentors: 5 },
  { weight: 95, mentees: 30, mentors: 30 },
  // Rows long enough for every way in which they are listed.
  { weight: 5, mentees: 110, mentors: 90 },
]
const MOST_PLACES = [0, 1, 1, 1, 2, 2, 3, 3, 3, 12, 2 ** 31 - 1]
const DENSITIES = [0.05, 0.25, 0.25, 0.5, 0.5, 0.8, 1, 1]
const MOST_SCORES = [0, 1, 5, 60, 5000, 10_000_000, 2 ** 31 - 1]
const MOST_DAYS = [undefined, undefined, 0, 1, 4, 300, 1000]
/** People of different groups have no edges, so there are at least as many components. */
const GROUPS = [1, 1, 1, 1, 1, 2, 4]

/** Draws problem number `seed`: small ones mostly, of any shape and any kind of ties. */
export function randomProblem(seed: number): RandomProblem {
  const below = randomIntegers(seed)
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]
  const size = oneOfWeighted(SIZES, below)
  const mentees = below(20) === 0 ? 0 : 1 + below(size.mentees)
  const mentors = below(20) === 0 ? 0 : 1 + below(size.mentors)
  const mostPlaces = oneOf(MOST_PLACES)
  const density = oneOf(DENSITIES)
  const mostScore = oneOf(MOST_SCORES)
  const mostDays = oneOf(MOST_DAYS)
  const groups = oneOf(GROUPS)
  const edges: Edge[] = []
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let mentor = 0; mentor < mentors; mentor++) {
      if (mentee % groups !== mentor % groups || below(1000) >= 1000 * density) continue
      edges.push({ mentee, mentor, score: below(mostScore + 1) })
    }
  }
  const problem = toProblem({
    capacity: Array.from({ length: mentors }, () => below(mostPlaces + 1)),
    mentees,
    edges: below(2) === 0 ? edges : shuffled(edges, seed),
    waiting: mostDays === undefined ? undefined : daysOf(mentees, mostDays, below),
  })
  return { problem, load: Int32Array.from({ length: mentors }, () => below(4)) }
}

function oneOfWeighted<T extends { weight: number }>(
  list: readonly T[],
  below: (most: number) => number,
): T {
  let left = below(list.reduce((sum, { weight }) => sum + weight, 0))
  return list.find(({ weight }) => (left -= weight) < 0)!
}

function daysOf(mentees: number, mostDays: number, below: (most: number) => number): number[] {
  return Array.from({ length: mentees }, () => below(mostDays + 1))
}

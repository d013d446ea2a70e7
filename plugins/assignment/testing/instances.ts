import fc from 'fast-check'
import type { AssignmentProblem } from '../problem.ts'

/** A possible pair and its score. */
export type Edge = { mentee: number; mentor: number; score: number }

/** A problem as lists, easier to write and to change than flat arrays. */
export type Lists = { capacity: number[]; mentees: number; edges: Edge[]; waiting?: number[] }

/** Makes flat arrays; edges keep the order in which they are listed. */
export function toProblem({ capacity, mentees, edges, waiting }: Lists): AssignmentProblem {
  const rowStart = new Int32Array(mentees + 1)
  for (const { mentee } of edges) rowStart[mentee + 1]++
  for (let i = 0; i < mentees; i++) rowStart[i + 1] += rowStart[i]
  const next = rowStart.slice(0, mentees)
  const mentor = new Int32Array(edges.length)
  const score = new Int32Array(edges.length)
  for (const edge of edges) {
    const at = next[edge.mentee]++
    mentor[at] = edge.mentor
    score[at] = edge.score
  }
  return {
    capacity: Int32Array.from(capacity),
    rowStart,
    mentor,
    score,
    ...(waiting && { waiting: Int32Array.from(waiting) }),
  }
}

type Options = {
  mentees?: number
  mentors?: number
  /** Highest score; low ones make many ties. */
  maxScore?: number
  waiting?: 'always' | 'never' | 'sometimes'
}

/** Random problems: capacities 0 to 3, missing edges, tied scores and tied waiting days. */
export function someLists(options: Options = {}): fc.Arbitrary<Lists> {
  const { mentees = 6, mentors = 4, maxScore = 6, waiting = 'sometimes' } = options
  return fc
    .record({
      mentees: fc.integer({ min: 0, max: mentees }),
      mentors: fc.integer({ min: 0, max: mentors }),
    })
    .chain((size) =>
      fc
        .record({
          capacity: exactly(fc.integer({ min: 0, max: 3 }), size.mentors),
          // -1 is no edge: about a third of them.
          cells: exactly(
            fc.oneof(
              { weight: 1, arbitrary: fc.constant(-1) },
              { weight: 2, arbitrary: fc.integer({ min: 0, max: maxScore }) },
            ),
            size.mentees * size.mentors,
          ),
          waiting: exactly(fc.integer({ min: 0, max: 4 }), size.mentees),
          isWaiting: waiting === 'sometimes' ? fc.boolean() : fc.constant(waiting === 'always'),
        })
        .map((drawn) => ({
          capacity: drawn.capacity,
          mentees: size.mentees,
          edges: drawn.cells
            .map((score, x) => ({
              mentee: Math.floor(x / size.mentors),
              mentor: x % size.mentors,
              score,
            }))
            .filter(({ score }) => score >= 0),
          ...(drawn.isWaiting && { waiting: drawn.waiting }),
        })),
    )
}

function exactly<T>(item: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: length, maxLength: length })
}

/** A repeatable larger problem: `degree` random mentors for each mentee. */
export function largeLists(options: {
  mentees: number
  mentors: number
  degree: number
  maxCapacity: number
  maxScore: number
  seed: number
  waiting?: boolean
}): Lists {
  const next = randomIntegers(options.seed)
  const edges: Edge[] = []
  for (let mentee = 0; mentee < options.mentees; mentee++) {
    const mentors = new Set<number>()
    for (let x = 0; x < options.degree; x++) mentors.add(next(options.mentors))
    for (const mentor of mentors) {
      edges.push({ mentee, mentor, score: next(options.maxScore + 1) })
    }
  }
  return {
    capacity: Array.from({ length: options.mentors }, () => next(options.maxCapacity + 1)),
    mentees: options.mentees,
    edges,
    ...(options.waiting && {
      waiting: Array.from({ length: options.mentees }, () => next(100)),
    }),
  }
}

/** Random integers below a bound (mulberry32). */
export function randomIntegers(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** The same list in another repeatable order. */
export function shuffled<T>(list: T[], seed: number): T[] {
  const next = randomIntegers(seed)
  const result = list.slice()
  for (let x = result.length - 1; x > 0; x--) {
    const y = next(x + 1)
    ;[result[x], result[y]] = [result[y], result[x]]
  }
  return result
}

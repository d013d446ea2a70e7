import { type Layout, lengthOf, type Part, type Run } from './layout.ts'
import { MAX_COST, roomForRows, type Source, type Span, stepIfNear, WHOLE } from './rows.ts'
import { sortByItem, type SortScratch } from './sort.ts'

/** The edges of mentees, which are read from the problem as they are needed. */
export function fromMentees(layout: Layout, parts: Part[], sort: SortScratch): Source {
  const { problem, menteeAt, newMentor, highest } = layout
  const { rowStart, mentor: oldMentor, score } = problem
  const { edge, near } = sort
  const span: Span = { edge, from: 0, to: 0, rest: WHOLE }
  let top = 0
  let first = 0
  let stop = 0
  const edgesOf = (r: number) => rowStart[menteeAt[r] + 1] - rowStart[menteeAt[r]]
  return {
    seekers: 'mentees',
    hosts: 'mentors',
    room: mostOf(parts, ({ mentees }) => roomForRows(lengthOf(mentees), sumOf(mentees, edgesOf))),
    startPart(part) {
      top = part.top
      first = part.mentors.from
      stop = part.mentors.to
    },
    read(r, reach) {
      const i = menteeAt[r]
      const from = rowStart[i]
      const all = rowStart[i + 1] - from
      const isWhole = reach === MAX_COST
      // Nothing costs less than that; what costs the least may do so in another part.
      const most = Math.min(top - highest[i] + reach, MAX_COST - 1)
      const count = isWhole ? all : listScores(near, score, from, from + all, top, most)
      let to = 0
      let last = -1
      let isRising = true
      for (let x = 0; x < count; x++) {
        const e = isWhole ? from + x : near[x]
        const j = newMentor[oldMentor[e]]
        if (j < first || j >= stop) continue
        if (j < last) isRising = false
        last = j
        edge[to] = top - score[e]
        edge[to + 1] = j
        to += 2
      }
      // The order in which the caller lists a row must not decide between equal scores.
      if (!isRising) sortByItem(sort, to >> 1)
      span.to = to
      span.rest = count < all ? most + 1 : WHOLE
      return span
    },
  }
}

/** Lists which scores, taken from `top`, cost at most `most`; returns how many. */
function listScores(
  near: Int32Array,
  score: Int32Array,
  from: number,
  to: number,
  top: number,
  most: number,
): number {
  let count = 0
  for (let e = from; e < to; e++) {
    near[count] = e
    count += stepIfNear(top - score[e], most)
  }
  return count
}

/** The edges of mentors: those of a part are turned round and listed by mentor when it is its turn. */
export function fromMentors(layout: Layout, parts: Part[], wanted: Int32Array): Source {
  const { problem, menteeAt, mentorAt } = layout
  const { rowStart, mentor, score } = problem
  const most = (j: number) => wanted[mentorAt[j]]
  const largest = mostOf(parts, ({ mentors }) => sumOf(mentors, most))
  const edge = new Int32Array(2 * largest)
  const start = new Int32Array(mentorAt.length)
  const end = new Int32Array(mentorAt.length)
  /** Where the next edge of each mentor of the problem goes, -1 for those of other parts. */
  const next = new Int32Array(wanted.length).fill(-1)
  const span: Span = { edge, from: 0, to: 0, rest: WHOLE }
  return {
    seekers: 'mentors',
    hosts: 'mentees',
    room: mostOf(parts, ({ mentors }) => roomForRows(lengthOf(mentors), sumOf(mentors, most))),
    startPart({ mentees, mentors, top }, late, handicap) {
      let size = 0
      for (let j = mentors.from; j < mentors.to; j++) {
        start[j] = size
        next[mentorAt[j]] = size
        size += 2 * most(j)
      }
      for (let r = mentees.from; r < mentees.to; r++) {
        const i = menteeAt[r]
        const highest = top + (r < late ? 0 : handicap)
        turnRow(mentor, score, rowStart[i], rowStart[i + 1], next, edge, r, highest)
      }
      for (let j = mentors.from; j < mentors.to; j++) {
        end[j] = next[mentorAt[j]]
        next[mentorAt[j]] = -1
      }
    },
    read(j) {
      span.from = start[j]
      span.to = end[j]
      return span
    },
  }
}

/** Writes the edges of mentee r to the lists of their mentors. */
function turnRow(
  mentor: Int32Array,
  score: Int32Array,
  from: number,
  to: number,
  next: Int32Array,
  edge: Int32Array,
  r: number,
  highest: number,
): void {
  for (let e = from; e < to; e++) {
    const j = mentor[e]
    const at = next[j]
    if (at < 0) continue
    edge[at] = highest - score[e]
    edge[at + 1] = r
    next[j] = at + 2
  }
}

function mostOf(parts: Part[], amountOf: (part: Part) => number): number {
  return parts.reduce((most, part) => Math.max(most, amountOf(part)), 0)
}

function sumOf({ from, to }: Run, amountOf: (seeker: number) => number): number {
  let sum = 0
  for (let x = from; x < to; x++) sum += amountOf(x)
  return sum
}

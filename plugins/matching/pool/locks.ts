import type { AssignmentProblem } from '@mentoring/assignment'

import { isForbidden } from './edges.ts'
import { NOBODY, type Pairs, type PoolNumbers } from './numbers.ts'

/** Why a locked pair can't be kept: a rule forbids it, somebody is gone, or no place is left. */
export type DropReason = 'forbidden' | 'gone' | 'noPlace'

/** A locked pair by index. */
export type Lock = { mentee: number; mentor: number }

/** Which locks can be kept, by index; each takes one place. `lock` is the number of a dropped one. */
export const holdLocks = (
  numbers: PoolNumbers,
  locks: Pairs,
): { held: Lock[]; dropped: { lock: number; reason: DropReason }[] } => {
  const places = numbers.places.slice()
  const isHeld = new Set<number>()
  const held: Lock[] = []
  const dropped: { lock: number; reason: DropReason }[] = []
  for (let lock = 0; lock < locks.mentee.length; lock++) {
    const [i, j] = [locks.mentee[lock]!, locks.mentor[lock]!]
    const drop = (reason: DropReason) => dropped.push({ lock, reason })
    if (i === NOBODY || j === NOBODY || isHeld.has(i)) drop('gone')
    else if (isForbidden(numbers, i, j)) drop('forbidden')
    else if (places[j]! <= 0) drop('noPlace')
    else {
      places[j]! -= 1
      isHeld.add(i)
      held.push({ mentee: i, mentor: j })
    }
  }
  return { held, dropped }
}

/** The same problem for everybody else: these mentees without edges, one place fewer for each. */
export const withoutPairs = (problem: AssignmentProblem, pairs: Lock[]): AssignmentProblem => {
  const capacity = problem.capacity.slice()
  for (const { mentor } of pairs) capacity[mentor]! -= 1
  const isHeld = new Set(pairs.map(({ mentee }) => mentee))
  const rowStart = new Int32Array(problem.rowStart.length)
  const keep = new Uint8Array(problem.mentor.length)
  for (let i = 0; i < rowStart.length - 1; i++) {
    const [from, to] = [problem.rowStart[i]!, problem.rowStart[i + 1]!]
    rowStart[i + 1] = rowStart[i]! + (isHeld.has(i) ? 0 : to - from)
    if (!isHeld.has(i)) keep.fill(1, from, to)
  }
  return {
    ...problem,
    capacity,
    rowStart,
    mentor: problem.mentor.filter((_, e) => keep[e] === 1),
    score: problem.score.filter((_, e) => keep[e] === 1),
  }
}

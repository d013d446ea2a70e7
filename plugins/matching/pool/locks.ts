import type { AssignmentProblem } from '@mentoring/assignment'

import { assess, type Criteria } from './criteria.ts'
import type { DroppedLock, Pool } from './types.ts'

/** A locked pair by index. */
export type Lock = { mentee: number; mentor: number }

/** Which locks can be kept, by index; each takes one place. */
export const holdLocks = <Mentee, Mentor>(
  pool: Required<Omit<Pool<Mentee, Mentor>, 'mentees'>> & {
    mentees: { id: string; person: Mentee }[]
  },
  criteria: Criteria<Mentee, Mentor>,
): { held: Lock[]; dropped: DroppedLock[] } => {
  const { leftOut, mentees, mentors } = pool
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]))
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]))
  const isLeftOut = new Set(leftOut.map(({ mentee, mentor }) => `${mentee} ${mentor}`))
  const places = mentors.map(({ places }) => places)
  const held: Lock[] = []
  const dropped: DroppedLock[] = []
  for (const { mentee, mentor } of pool.locks) {
    const i = menteeAt.get(mentee)
    const j = mentorAt.get(mentor)
    const drop = (reason: DroppedLock['reason']) => dropped.push({ mentee, mentor, reason })
    if (i === undefined || j === undefined || held.some((lock) => lock.mentee === i)) drop('gone')
    else if (
      isLeftOut.has(`${mentee} ${mentor}`) ||
      assess(criteria, { mentee: mentees[i]!.person, mentor: mentors[j]!.person }).forbiddenBy
        .length > 0
    ) {
      drop('forbidden')
    } else if (places[j]! <= 0) drop('noPlace')
    else {
      places[j]! -= 1
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

import { assess, type Assessment, type Criteria } from './criteria.ts'
import { crowdedGroup } from './hall.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { solveAssignment } from './solve.ts'
import { verifyAssignment } from './verify.ts'

/** Those who wait and those who could take them, at one moment. */
export type Pool<Mentee, Mentor> = {
  mentees: { id: string; person: Mentee; daysWaited: number }[]
  mentors: { id: string; person: Mentor; places: number }[]
  /** Pairs left out although no rule forbids them, such as those a coordinator rejected. */
  isLeftOut?: (menteeId: string, mentorId: string) => boolean
}

/** A pair the engine proposes. */
export type ProposedPair = { mentee: string; mentor: string; assessment: Assessment }

/** A mentee without a proposal, with what stood in the way. */
export type Unmatched = {
  mentee: string
  reason: 'allPlacesTaken' | 'nobodyPossible'
  /** More mentees than places, all with no other mentors possible; see `crowdedGroup`. */
  crowd?: { mentees: number; places: number }
}

/** What a matching run found. */
export type PoolResult = {
  pairs: ProposedPair[]
  /** Mentees without a proposal, with what stood in the way. */
  unmatched: Unmatched[]
  /** Number of possible pairs. */
  edges: number
  total: number
  /** Did the independent check prove that no better result exists? */
  isCertified: boolean
}

/**
 * Finds the best matches for a pool: most people matched, then the most days waited among them,
 * then the highest total score. The result does not depend on the order of the input.
 *
 * @throws Error when the result fails its own check, which would be a fault of the engine.
 */
export const matchPool = <Mentee, Mentor>(
  pool: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
): PoolResult => {
  const mentees = [...pool.mentees].sort(byId)
  const mentors = [...pool.mentors].sort(byId)
  const { problem, assessments } = toProblem({ ...pool, mentees, mentors }, criteria)
  const assignment = solveAssignment(problem)
  const check = verifyAssignment(problem, assignment)
  if (!check.valid) {
    throw new Error(`The matching run failed its own check: ${check.problems.join(' ')}`)
  }

  const pairs: ProposedPair[] = []
  const unmatched: PoolResult['unmatched'] = []
  mentees.forEach(({ id }, i) => {
    const mentor = assignment.mentorOf[i]!
    if (mentor === -1) {
      const hasEdges = problem.rowStart[i + 1]! > problem.rowStart[i]!
      const isSomebodyPossible =
        hasEdges || mentors.some((mentor) => assessPossible(pool, criteria, mentees[i]!, mentor))
      const crowd = hasEdges ? crowdedGroup(problem, assignment, i) : undefined
      unmatched.push({
        mentee: id,
        reason: isSomebodyPossible ? 'allPlacesTaken' : 'nobodyPossible',
        ...(crowd && { crowd: { mentees: crowd.mentees.length, places: crowd.places } }),
      })
    } else {
      const assessment = assessments[edgeOf(problem, assignment, i)]!
      pairs.push({ mentee: id, mentor: mentors[mentor]!.id, assessment })
    }
  })
  return {
    pairs,
    unmatched,
    edges: problem.mentor.length,
    total: assignment.total,
    isCertified: check.valid,
  }
}

const byId = (a: { id: string }, b: { id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/** What the criteria say of a pair, places aside; nothing when it must not be. */
const assessPossible = <Mentee, Mentor>(
  { isLeftOut }: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  mentee: Pool<Mentee, Mentor>['mentees'][number],
  mentor: Pool<Mentee, Mentor>['mentors'][number],
): Assessment | undefined => {
  if (isLeftOut?.(mentee.id, mentor.id)) return undefined
  const assessment = assess(criteria, { mentee: mentee.person, mentor: mentor.person })
  return assessment.forbiddenBy.length > 0 ? undefined : assessment
}

const toProblem = <Mentee, Mentor>(
  pool: Pool<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
): { problem: AssignmentProblem; assessments: Assessment[] } => {
  const { mentees, mentors } = pool
  const rowStart = new Int32Array(mentees.length + 1)
  const mentorIndexes: number[] = []
  const assessments: Assessment[] = []
  mentees.forEach((mentee, i) => {
    mentors.forEach((mentor, j) => {
      if (mentor.places <= 0) return
      const assessment = assessPossible(pool, criteria, mentee, mentor)
      if (!assessment) return
      mentorIndexes.push(j)
      assessments.push(assessment)
    })
    rowStart[i + 1] = mentorIndexes.length
  })
  return {
    problem: {
      capacity: Int32Array.from(mentors, ({ places }) => Math.max(0, places)),
      rowStart,
      mentor: Int32Array.from(mentorIndexes),
      score: Int32Array.from(assessments, ({ score }) => score),
      waiting: Int32Array.from(mentees, ({ daysWaited }) => Math.max(0, daysWaited)),
    },
    assessments,
  }
}

const edgeOf = (problem: AssignmentProblem, assignment: Assignment, mentee: number): number => {
  for (let edge = problem.rowStart[mentee]!; edge < problem.rowStart[mentee + 1]!; edge += 1) {
    if (problem.mentor[edge] === assignment.mentorOf[mentee]) return edge
  }
  throw new Error(`Mentee ${mentee} is matched with a mentor they have no edge to.`)
}

import { type Assignment, type AssignmentProblem, crowdedGroups } from '@mentoring/assignment'

import type { NumberedNoEdge } from './edges.ts'

/** What stood in the way of a mentee without a proposal. */
export type WhyUnmatched = {
  reason: 'allPlacesTaken' | 'nobodyPossible' | 'noGoodFit' | 'noMentors'
  /** More mentees than places, all with no other mentors possible; see `crowdedGroups`. */
  crowd?: { mentees: number; places: number }
}

/** A mentee without a proposal, people and rules by index. */
export type NumberedUnmatched = WhyUnmatched & { mentee: number; noEdge?: NumberedNoEdge }

/** Says of everybody without a proposal what stood in the way. */
export const whyUnmatched = (
  problem: AssignmentProblem,
  assignment: Assignment,
  noEdge: Map<number, NumberedNoEdge>,
  isHeld: ReadonlySet<number>,
): NumberedUnmatched[] => {
  const crowds = new Map<number, WhyUnmatched['crowd']>()
  for (const { mentees, places } of crowdedGroups(problem, assignment)) {
    for (const i of mentees) crowds.set(i, { mentees: mentees.length, places })
  }
  const unmatched: NumberedUnmatched[] = []
  for (let mentee = 0; mentee < assignment.mentorOf.length; mentee++) {
    if (assignment.mentorOf[mentee]! >= 0 || isHeld.has(mentee)) continue
    const none = noEdge.get(mentee)
    const crowd = crowds.get(mentee)
    unmatched.push({
      mentee,
      reason: none ? reasonOf(none, problem.capacity.length) : 'allPlacesTaken',
      ...(none && { noEdge: none }),
      ...(crowd && { crowd }),
    })
  }
  return unmatched
}

const reasonOf = (
  { belowLeast, full }: NumberedNoEdge,
  mentors: number,
): WhyUnmatched['reason'] => {
  if (belowLeast > 0) return 'noGoodFit'
  if (full > 0) return 'allPlacesTaken'
  return mentors > 0 ? 'nobodyPossible' : 'noMentors'
}

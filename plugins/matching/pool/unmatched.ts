import { type Assignment, crowdedGroups } from '@mentoring/assignment'

import type { NoEdge } from './edges.ts'
import { byId } from './order.ts'
import type { SolvedInput, Unmatched } from './types.ts'

/** Says of everybody without a proposal what stood in the way. */
export const whyUnmatched = (
  { mentees, mentors, problem }: SolvedInput,
  assignment: Assignment,
  noEdge: Map<number, NoEdge>,
  isHeld: ReadonlySet<number>,
): Unmatched[] => {
  const crowds = new Map<number, Unmatched['crowd']>()
  for (const { mentees, places } of crowdedGroups(problem, assignment)) {
    for (const i of mentees) crowds.set(i, { mentees: mentees.length, places })
  }
  const unmatched: Unmatched[] = []
  mentees.forEach((mentee, i) => {
    if (assignment.mentorOf[i]! >= 0 || isHeld.has(i)) return
    const none = noEdge.get(i)
    const crowd = crowds.get(i)
    unmatched.push({
      mentee,
      reason: none ? reasonOf(none, mentors.length) : 'allPlacesTaken',
      ...none,
      ...(crowd && { crowd }),
    })
  })
  return unmatched.sort((a, b) => byId({ id: a.mentee }, { id: b.mentee }))
}

const reasonOf = ({ belowLeast, full }: NoEdge, mentors: number): Unmatched['reason'] => {
  if (belowLeast > 0) return 'noGoodFit'
  if (full > 0) return 'allPlacesTaken'
  return mentors > 0 ? 'nobodyPossible' : 'noMentors'
}

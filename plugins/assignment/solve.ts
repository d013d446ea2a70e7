import { findCrowding, ROOMY } from './crowding.ts'
import {
  absorbAll,
  makeMenteeSide,
  type MenteeSide,
  placeMentee,
  solveFromMentees,
  startMentees,
} from './from-mentees.ts'
import { handOver, makeMentorSide, type MentorSide, solveFromMentors } from './from-mentors.ts'
import { measureObjective, type Objective, weightOf } from './objective.ts'
import type { Groups } from './parts.ts'
import { orderByWaiting, prepare, type Prepared } from './prepare.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { countWanted, usablePlaces } from './seats.ts'
import { type Components, type Survey, surveyProblem } from './survey.ts'

/** Costs of a range up to this stay 32-bit integers when a handicap is added. */
const MAX_HANDICAPPED = 2 ** 30

/**
 * Finds an optimal assignment: most mentees matched; then, when `waiting` is given, most waiting
 * days among those matched; then the highest total score. The result is exact, and its prices prove
 * it (see `verifyAssignment`).
 *
 * The result depends on the problem only: not on the order of the edges inside a row, nor on chance
 * or time. Among equally good assignments it is the first that the search meets: part by part (see
 * `parts.ts`); in each, mentees by falling waiting days, then rising index, each looking through
 * their edges by falling score (later by rising price), then rising mentor index. In a part with
 * fewer places than mentees it is mentors by rising index first, each looking through their edges in
 * the same way, with mentees in that same order.
 *
 * Three steps: who competes for which places (`crowding.ts`, no scores yet; needed only when waiting
 * times differ, else the prices settle it by themselves); people in the order of the parts in which
 * edges can still be chosen (`prepare.ts`); and in each part, shortest augmenting paths from the side
 * that is scarce (`from-mentees.ts`, `from-mentors.ts`).
 *
 * @throws Error when the problem is malformed or its numbers are too large to be ordered exactly.
 *
 * @example
 * const { mentorOf } = solveAssignment({
 *   capacity: Int32Array.of(1, 1),
 *   rowStart: Int32Array.of(0, 2, 3),
 *   mentor: Int32Array.of(0, 1, 0),
 *   score: Int32Array.of(9, 4, 7),
 * })
 * // mentorOf is [1, 0]: mentee 0 gives way so that both are matched.
 */
export function solveAssignment(problem: AssignmentProblem): Assignment {
  return solveSurveyed(problem, surveyProblem(problem, { isForSolving: true }))
}

/** The same when the problem has been read already, for solving. */
export function solveSurveyed(problem: AssignmentProblem, survey: Survey): Assignment {
  const objective = measureObjective(problem, survey)
  const order = orderByWaiting(problem)
  const places = usablePlaces(problem, survey.wanted)
  const groups = order ? findCrowding(problem, survey, places, order) : groupsOf(survey)
  const prepared = prepare(problem, survey, groups, objective, places, order)
  const { menteeAt, mentorAt, menteeFrom, mentorFrom, top } = prepared
  const assignment: Assignment = {
    mentorOf: new Int32Array(problem.rowStart.length - 1).fill(-1),
    matched: 0,
    total: 0,
    menteePrice: new Float64Array(problem.rowStart.length - 1),
    mentorPrice: new Float64Array(problem.capacity.length),
  }
  const isFromMentees = Uint8Array.from(top, (_, p) => {
    const { [p]: firstMentor, [p + 1]: end } = mentorFrom
    if (order) return groups.ofMentor[mentorAt[firstMentor]] === ROOMY ? 1 : 0
    return countPlaces(prepared, firstMentor, end) >= menteeFrom[p + 1] - menteeFrom[p] ? 1 : 0
  })
  const side = makeMenteeSide(prepared, isFromMentees, order !== undefined)
  const { rows } = side
  startMentees(side, isFromMentees, order)
  let mentorSide: MentorSide | undefined
  for (let p = 0; p < top.length; p++) {
    const from = menteeFrom[p]
    const to = menteeFrom[p + 1]
    const group = groups.ofMentor[mentorAt[mentorFrom[p]]]
    const c = survey.ofMentor[mentorAt[mentorFrom[p]]]
    // Costs are counted down from the highest score of the part, weights up from the component's
    // lowest: `worth` of a mentee less the cost of an edge is the edge's weight.
    const worth = (days: number) => weightOf(objective, c, days, top[p])
    rows.size = rows.base
    rows.reach = prepared.dearest[p] >> 3
    side.work = 0
    let shift = 0
    // When all wait alike, being left over, or leaving a place free, costs what any match is worth:
    // nobody is who need not. Otherwise everyone in a roomy part is placed.
    const ceiling = order ? Infinity : worth(daysOf(problem, menteeAt[from]))
    if (isFromMentees[p]) solveFromMentees(side, p, from, to, ceiling)
    else {
      mentorSide ??= makeMentorSide(prepared, survey.wanted ?? countWanted(problem))
      if (order) {
        const level = group - 1
        // Mentees at the level can be left over; their price must then be 0.
        shift = solveCrowded(mentorSide, side, p, level) - worth(level)
      } else {
        solveFromMentors(mentorSide, p, to, 0, ceiling)
        handOver(mentorSide, p, side, to, 0, ceiling)
      }
    }
    writePart(assignment, side, p, objective, c, shift)
  }
  return assignment
}

/**
 * Writes pairs and prices of part p, of component c, into the assignment. A function of its own, as a
 * loop inside a long one is compiled late and keeps every number on the heap.
 */
function writePart(
  assignment: Assignment,
  { prepared, rows, seats, u, v }: MenteeSide,
  p: number,
  objective: Objective,
  c: number,
  shift: number,
): void {
  const { mentorOf, menteePrice, mentorPrice } = assignment
  const { menteeAt, menteeFrom, mentorAt, mentorFrom, problem } = prepared
  const { absorbed } = rows
  const top = prepared.top[p]
  let matched = 0
  let total = 0
  for (let r = menteeFrom[p]; r < menteeFrom[p + 1]; r++) {
    const i = menteeAt[r]
    const x = seats.mentorOf[r]
    if (x >= 0) {
      mentorOf[i] = mentorAt[x]
      matched++
      // The prices of a chosen pair are its cost.
      total += top - u[r] - v[x] - absorbed[x]
    }
    menteePrice[i] = weightOf(objective, c, daysOf(problem, i), top) - u[r] + shift
  }
  assignment.matched += matched
  assignment.total += total
  // 0 - 0 rather than -0: a price is never minus nought.
  for (let x = mentorFrom[p]; x < mentorFrom[p + 1]; x++) {
    mentorPrice[mentorAt[x]] = 0 - v[x] - absorbed[x] - shift
  }
}

/**
 * Solves part p, which is crowded at the given level of waiting days. Whoever waited longer has to be
 * placed: first by a handicap for the others, then whoever is still left over by a path on which one
 * of the others gives way. Returns the price of being left over.
 */
function solveCrowded(mentorSide: MentorSide, side: MenteeSide, p: number, level: number): number {
  const { dearest, menteeAt, menteeFrom, problem } = side.prepared
  const from = menteeFrom[p]
  const late = from + countLonger(problem, menteeAt, from, menteeFrom[p + 1], level)
  const handicap = late > from ? handicapOf(dearest[p]) : 0
  solveFromMentors(mentorSide, p, late, handicap, Infinity)
  const ceiling = handOver(mentorSide, p, side, late, handicap)
  absorbAll(side, p)
  for (let r = from; r < late; r++) {
    if (side.seats.mentorOf[r] < 0) placeMentee(side, p, r, late, ceiling)
  }
  return ceiling
}

/** When all wait alike, each component is settled by its prices: everyone in it is of one group. */
function groupsOf({ ofMentee, ofMentor }: Components): Groups {
  const toGroup = (c: number) => (c < 0 ? -1 : ROOMY)
  return { ofMentee: ofMentee.map(toGroup), ofMentor: ofMentor.map(toGroup) }
}

function countPlaces({ capacity }: Prepared, from: number, to: number): number {
  let places = 0
  for (let x = from; x < to; x++) places += capacity[x]
  return places
}

/**
 * What a place costs more for those who may be left over. Any value is right; a fifth of the range
 * of scores, as measured, is where few paths remain for afterwards and none gets long.
 */
function handicapOf(range: number): number {
  return range < MAX_HANDICAPPED ? Math.floor(range / 5) : 0
}

function daysOf({ waiting }: AssignmentProblem, i: number): number {
  return waiting ? waiting[i] : 0
}

/** How many mentees of a crowded part waited longer than its level: all of them are placed. */
function countLonger(
  problem: AssignmentProblem,
  menteeAt: Int32Array,
  from: number,
  to: number,
  level: number,
): number {
  let r = from
  while (r < to && daysOf(problem, menteeAt[r]) > level) r++
  return r - from
}

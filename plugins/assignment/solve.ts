import { measureObjective, weightOf } from './objective.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { type Components, type Survey, surveyProblem } from './survey.ts'
import { findCrowding, ROOMY } from './tuned/crowding.ts'
import {
  type Groups,
  type Layout,
  layOut,
  lengthOf,
  orderByWaiting,
  type Part,
} from './tuned/layout.ts'
import { setExit, type Side } from './tuned/search.ts'
import { takeSeat } from './tuned/seats.ts'
import { menteesLooking, mentorsLooking, seatAll } from './tuned/side.ts'
import { makeSortScratch } from './tuned/sort.ts'

/** Costs of a range up to this stay 32-bit integers when a handicap is added. */
const MAX_HANDICAPPED = 2 ** 30

/**
 * Finds an optimal assignment: most mentees matched; then, when `waiting` is given, most waiting
 * days among those matched; then the highest total score. The result is exact, and its prices prove
 * it (see `verifyAssignment`).
 *
 * The result depends on the problem only: not on the order of the edges inside a row, nor on chance
 * or time. Among equally good assignments it is the first that the search meets: part by part (see
 * `tuned/layout.ts`); in each, mentees by falling waiting days, then rising index, each looking through
 * their edges by falling score (later by rising price), then rising mentor index. In a part with
 * fewer places than mentees it is mentors by rising index first, each looking through their edges in
 * the same way, with mentees in that same order.
 *
 * Three steps: who competes for which places (`tuned/crowding.ts`, no scores yet; needed only when waiting
 * times differ, else the prices settle it by themselves); people in the order of the parts in which
 * edges can still be chosen (`tuned/layout.ts`); and in each part, shortest augmenting paths from the
 * side that is scarce (`tuned/search.ts`).
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
  return solveSurveyed(problem, surveyProblem(problem))
}

/** The same when the problem has been read already. */
export function solveSurveyed(problem: AssignmentProblem, survey: Survey): Assignment {
  const objective = measureObjective(problem, survey)
  const order = orderByWaiting(problem)
  // One place more than could come stays free whatever happens, which shows in the mentor's price.
  const places = problem.capacity.map((many, j) => Math.min(many, survey.wanted[j] + 1))
  const groups = order ? findCrowding(problem, places, order) : groupsOf(survey)
  const layout = layOut(problem, survey, groups, objective, places, order)
  const assignment: Assignment = {
    mentorOf: new Int32Array(problem.rowStart.length - 1).fill(-1),
    matched: 0,
    total: 0,
    menteePrice: new Float64Array(problem.rowStart.length - 1),
    mentorPrice: new Float64Array(problem.capacity.length),
  }
  const sort = makeSortScratch(Math.max(layout.menteeAt.length, problem.capacity.length))
  const isRoomy = (part: Part) =>
    order ? part.group === ROOMY : countPlaces(layout, part) >= lengthOf(part.mentees)
  const roomy = new Set(layout.parts.filter(isRoomy))
  const crowded = layout.parts.filter((part) => !roomy.has(part))
  const mentees = menteesLooking(layout, order ? layout.parts : [...roomy], sort)
  let mentors: Side | undefined
  for (const part of layout.parts) {
    // Costs are counted down from the highest score of the part, weights up from the component's
    // lowest: `worth` of a mentee less the cost of an edge is the edge's weight.
    const worth = (days: number) => weightOf(objective, part.component, days, part.top)
    const level = order ? part.group - 1 : daysOf(problem, layout.menteeAt[part.mentees.from])
    // When all wait alike, being left over, or leaving a place free, costs what any match is worth:
    // nobody is who need not. Otherwise everyone in a roomy part is placed.
    const allowExit = (side: Side) => {
      if (order) setExit(side)
      else setExit(side, 0, worth(level))
    }
    let shift = 0
    if (roomy.has(part)) {
      allowExit(mentees)
      seatAll(mentees, part)
    } else {
      mentors ??= mentorsLooking(layout, crowded, survey.wanted, sort)
      allowExit(mentors)
      // Mentees at the level can be left over; their price must then be 0.
      shift = seatCrowded(layout, mentors, mentees, part, level) - worth(level)
    }
    writePart(assignment, layout, mentees, part, worth, shift)
  }
  return assignment
}

/**
 * Fills the places of a part that is crowded at the given level of waiting days. Whoever waited longer has
 * to be placed: first by a handicap for the others, then whoever is still left over by a path on which
 * one of the others gives way. Returns the price of being left over.
 */
function seatCrowded(
  layout: Layout,
  mentors: Side,
  mentees: Side,
  part: Part,
  level: number,
): number {
  const { from, to } = part.mentees
  let late = from
  while (late < to && daysOf(layout.problem, layout.menteeAt[late]) > level) late++
  const handicap = late > from ? handicapOf(part.dearest) : 0
  seatAll(mentors, part, { late, handicap })
  const cost = handOver(mentors, mentees, part, late, handicap)
  setExit(mentees, late, cost)
  seatAll(mentees, part, { only: { from, to: late } })
  return cost
}

/**
 * Hands pairs and prices of a part from the mentors' side to the mentees', without the handicap. What one
 * side pays more, the other pays less: prices of mentors become 0 or less. Returns the price of being
 * left over for mentees from `late` on.
 */
function handOver(
  mentors: Side,
  mentees: Side,
  part: Part,
  late: number,
  handicap: number,
): number {
  // Also what a place costs that was left free.
  let highest = -Infinity
  for (let j = part.mentors.from; j < part.mentors.to; j++) {
    highest = Math.max(highest, mentors.seekerPrice[j])
  }
  for (let j = part.mentors.from; j < part.mentors.to; j++) {
    mentees.hostPrice[j] = mentors.seekerPrice[j] - highest
  }
  for (let r = part.mentees.from; r < part.mentees.to; r++) {
    mentees.seekerPrice[r] = mentors.hostPrice[r] + highest - (r < late ? 0 : handicap)
    if (mentors.seats.room[r] > 0) continue
    takeSeat(mentees.seats, r, mentors.seats.sitter[r])
    mentees.lacking[r]--
  }
  return highest - handicap
}

/**
 * Writes pairs and prices of a part into the assignment. A function of its own, as a loop inside a long one
 * is compiled late and keeps every number on the heap.
 */
function writePart(
  assignment: Assignment,
  { menteeAt, mentorAt, problem }: Layout,
  { seats, seekerPrice, hostPrice }: Side,
  part: Part,
  worth: (days: number) => number,
  shift: number,
): void {
  const { mentorOf, menteePrice, mentorPrice } = assignment
  for (let r = part.mentees.from; r < part.mentees.to; r++) {
    const i = menteeAt[r]
    menteePrice[i] = worth(daysOf(problem, i)) - seekerPrice[r] + shift
  }
  let matched = 0
  let total = 0
  for (let x = part.mentors.from; x < part.mentors.to; x++) {
    const j = mentorAt[x]
    for (let seat = seats.from[x], stop = seats.from[x + 1] - seats.room[x]; seat < stop; seat++) {
      const r = seats.sitter[seat]
      mentorOf[menteeAt[r]] = j
      matched++
      // The prices of a chosen pair are its cost.
      total += part.top - seekerPrice[r] - hostPrice[x]
    }
    // 0 - 0 rather than -0: a price is never minus nought.
    mentorPrice[j] = 0 - hostPrice[x] - shift
  }
  assignment.matched += matched
  assignment.total += total
}

/** When all wait alike, each component is settled by its prices: everyone in it is of one group. */
function groupsOf({ ofMentee, ofMentor }: Components): Groups {
  const toGroup = (c: number) => (c < 0 ? -1 : ROOMY)
  return { ofMentee: ofMentee.map(toGroup), ofMentor: ofMentor.map(toGroup) }
}

function countPlaces({ places }: Layout, { mentors }: Part): number {
  let count = 0
  for (let x = mentors.from; x < mentors.to; x++) count += places[x]
  return count
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

import { measureComponents } from './measure.ts'
import { measureObjective } from './objective.ts'
import { type AssignmentProblem, MAX_PEOPLE } from './problem.ts'
import { type Proved, proveSurveyed, solveProved } from './prove.ts'
import { slackOfEdges } from './slack.ts'
import { solveSurveyed } from './solve.ts'
import { type Survey, surveyProblem } from './survey.ts'

/** A best assignment that is also spread as evenly as can be; see `solveSpread`. */
export type Spread = {
  /** Of the given problem. */
  proved: Proved
  /** Sum over the new mentees of how many their mentor had before each. */
  crowding: number
  /** Of the seat problem: nothing as good is less crowded. */
  seated: Proved
}

/** A problem of one-place seats; see `spreadProblem`. */
export type SeatProblem = {
  problem: AssignmentProblem
  survey: Survey
  mentorOfSeat: Int32Array
}

/** Most edges from mentees to seats: keeps memory within a gigabyte or so. */
export const MAX_SEAT_EDGES = 2 ** 25

/**
 * Finds an assignment that is as good as that of `solveAssignment` (most matched, then most waiting
 * days, then highest total) and, among all such, has the least crowding: a mentor's t-th mentee,
 * counting those they already have, costs t - 1. So everyone gets a first mentee before anyone gets
 * a second, as far as that costs no score.
 *
 * A best assignment uses edges without slack only (see `slackOfEdges`), so only those few are
 * solved again, as a `spreadProblem`. The prices are those of the first solution: they prove every
 * best assignment alike. Like that of `solveAssignment`, the result depends on the problem only.
 *
 * @param load length N: mentees each mentor already has, integers >= 0; nobody has any by default
 * @throws Error when the problem or the load is malformed, when the numbers are too large to be
 *   spread exactly, or when the result fails its own check, which would be a fault of the engine.
 *
 * @example
 * // Two mentees, each as good with mentor 0 (two places, one mentee already) as with 1 or 2.
 * solveSpread(problem, Int32Array.of(1, 0, 0)).proved.assignment.mentorOf // [1, 2]
 */
export function solveSpread(
  problem: AssignmentProblem,
  load: Int32Array = new Int32Array(problem.capacity.length),
): Spread {
  const survey = surveyProblem(problem)
  const best = solveSurveyed(problem, survey)
  const objective = measureObjective(problem, survey)
  const slack = slackOfEdges({ problem, survey, objective, assignment: best })
  const seats = spreadProblem(
    keepEdges(problem, (e) => slack[e] === 0),
    load,
  )
  const seated = solveProved(seats.problem, seats.survey)
  const mentorOf = seated.assignment.mentorOf.map((seat) =>
    seat < 0 ? -1 : seats.mentorOfSeat[seat],
  )
  // The same prices: they prove the first solution as they prove this one.
  const proved = proveSurveyed(problem, survey, { ...best, mentorOf })
  return { proved, crowding: crowdingOf(mentorOf, load), seated }
}

/**
 * The problem in which each mentor's places are seats of their own, the first the most attractive,
 * such that its best assignments are those of `problem` with the least crowding. In each component
 *
 *     score(i, seat) = (score(i, j) - minScore) * (1 + pairs * (most - least)) + most - cost(seat)
 *     cost(seat)     = load[j] + number of the seat, from 0;  least and most: over all seats
 *
 * One point of score outweighs what `pairs = min(mentees, places)` seats can differ in cost, so
 * crowding comes after the total. A mentor gets no more seats than places or edges.
 *
 * @param load length N: mentees each mentor already has, integers >= 0; nobody has any by default
 * @returns the seats in order of their mentors, and the mentor of each
 * @throws Error when the problem or the load is malformed or the numbers are too large to be exact.
 */
export function spreadProblem(
  problem: AssignmentProblem,
  load: Int32Array = new Int32Array(problem.capacity.length),
): SeatProblem {
  const survey = surveyProblem(problem)
  checkLoad(problem, load)
  const { rowStart, mentor, score, waiting } = problem
  const firstSeat = countSeats(problem)
  const { minScore, factor, most } = measureSeats(problem, load, firstSeat, survey)
  const newStart = new Int32Array(rowStart.length)
  for (let i = 0; i < rowStart.length - 1; i++) {
    newStart[i + 1] = newStart[i]
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      newStart[i + 1] += firstSeat[mentor[e] + 1] - firstSeat[mentor[e]]
    }
  }
  const seats: AssignmentProblem = {
    capacity: new Int32Array(firstSeat[firstSeat.length - 1]).fill(1),
    rowStart: newStart,
    mentor: new Int32Array(newStart[newStart.length - 1]),
    score: new Int32Array(newStart[newStart.length - 1]),
    ...(waiting && { waiting }),
  }
  let at = 0
  for (let i = 0; i < rowStart.length - 1; i++) {
    const c = survey.ofMentee[i]
    for (let e = rowStart[i]; e < rowStart[i + 1]; e++) {
      const j = mentor[e]
      const base = (score[e] - minScore[c]) * factor[c] + most[c]
      for (let seat = firstSeat[j]; seat < firstSeat[j + 1]; seat++) {
        seats.mentor[at] = seat
        seats.score[at++] = base - load[j] - (seat - firstSeat[j])
      }
    }
  }
  const mentorOfSeat = new Int32Array(seats.capacity.length)
  for (let j = 0; j < load.length; j++) mentorOfSeat.fill(j, firstSeat[j], firstSeat[j + 1])
  return { problem: seats, survey: surveySeats(seats), mentorOfSeat }
}

/** Sum over the matched mentees of how many their mentor had before each. */
function crowdingOf(mentorOf: Int32Array, load: Int32Array): number {
  const mentees = load.slice()
  let crowding = 0
  for (const j of mentorOf) if (j >= 0) crowding += mentees[j]++
  return crowding
}

/** The seats of mentor j are `firstSeat[j]` … `firstSeat[j + 1] - 1`. */
function countSeats({ capacity, mentor }: AssignmentProblem): Int32Array {
  const firstSeat = new Int32Array(capacity.length + 1)
  const edges = new Int32Array(capacity.length)
  for (const j of mentor) edges[j]++
  let seatEdges = 0
  for (let j = 0; j < capacity.length; j++) {
    const seats = Math.min(capacity[j], edges[j])
    firstSeat[j + 1] = firstSeat[j] + seats
    seatEdges += seats * edges[j]
  }
  if (seatEdges > MAX_SEAT_EDGES || firstSeat[capacity.length] > MAX_PEOPLE) {
    throw new Error(
      `There are too many places and possible pairs to spread: ${firstSeat[capacity.length]} ` +
        `places (at most ${MAX_PEOPLE}) and ${seatEdges} ways to give them to somebody (at most ` +
        `${MAX_SEAT_EDGES}). Give mentors fewer places.`,
    )
  }
  return firstSeat
}

/** Highest score of an edge. */
const MAX_SCORE = 2 ** 31 - 1

/** Per component: lowest score, what one point of it counts, and the cost of the dearest seat. */
function measureSeats(
  problem: AssignmentProblem,
  load: Int32Array,
  firstSeat: Int32Array,
  survey: Survey,
) {
  const { minScore, maxScore, mentees, places } = measureComponents(problem.capacity, survey)
  const least = new Float64Array(survey.count).fill(Infinity)
  const most = new Float64Array(survey.count)
  for (let j = 0; j < load.length; j++) {
    const c = survey.ofMentor[j]
    if (c < 0) continue
    least[c] = Math.min(least[c], load[j])
    most[c] = Math.max(most[c], load[j] + firstSeat[j + 1] - firstSeat[j] - 1)
  }
  const factor = most.map((cost, c) => 1 + Math.min(mentees[c], places[c]) * (cost - least[c]))
  for (let c = 0; c < survey.count; c++) {
    const range = maxScore[c] - minScore[c]
    if (range * factor[c] + most[c] - least[c] > MAX_SCORE) {
      throw new Error(
        `Scores that differ by ${range}, mentors with ${least[c]} to ${most[c] + 1} mentees and ` +
          `${Math.min(mentees[c], places[c])} possible matches in one component are too large to ` +
          'be spread exactly. Use smaller scores.',
      )
    }
  }
  return { minScore, factor, most }
}

/** Reads the seats for the solver; says in the words of this file what it would refuse in its own. */
function surveySeats(seats: AssignmentProblem): Survey {
  const survey = surveyProblem(seats)
  try {
    measureObjective(seats, survey)
    return survey
  } catch (cause) {
    throw new Error(
      'Scores, waiting days and mentees per mentor are together too large to be spread exactly. ' +
        'Use smaller scores or cap the waiting days.',
      { cause },
    )
  }
}

function checkLoad({ capacity }: AssignmentProblem, load: Int32Array): void {
  if (Object.prototype.toString.call(load) !== '[object Int32Array]') {
    throw new Error('load must be an Int32Array.')
  }
  if (load.length !== capacity.length) {
    throw new Error(`load has ${load.length} entries but there are ${capacity.length} mentors.`)
  }
  const wrong = load.findIndex((mentees) => mentees < 0)
  if (wrong >= 0) throw new Error(`load[${wrong}] is ${load[wrong]}; it must be 0 or more.`)
}

/** The same problem with some of its edges only. */
function keepEdges(
  { capacity, rowStart, mentor, score, waiting }: AssignmentProblem,
  isKept: (edge: number) => boolean,
): AssignmentProblem {
  const newStart = rowStart.slice()
  let at = 0
  for (let i = 0, e = 0; i < rowStart.length - 1; i++) {
    for (; e < rowStart[i + 1]; e++) if (isKept(e)) at++
    newStart[i + 1] = at
  }
  const isEdgeKept = (_: number, e: number) => isKept(e)
  return {
    capacity,
    rowStart: newStart,
    mentor: mentor.filter(isEdgeKept),
    score: score.filter(isEdgeKept),
    ...(waiting && { waiting }),
  }
}

import { measureObjective, type Objective, weightOf } from './objective.ts'
import type { Assignment, AssignmentProblem } from './problem.ts'
import { type Survey, surveyProblem } from './survey.ts'

/** What `verifyAssignment` found. */
export type VerifyResult = {
  /** Whether the assignment keeps every rule and is proved optimal by its prices. */
  valid: boolean
  /** Plain sentences, at most `MAX_PROBLEMS` and then how many more there are. */
  problems: string[]
  /** Recounted from `mentorOf`; 0 when it cannot be read. */
  matched: number
  total: number
  /** Waiting days of the matched mentees together; 0 without `waiting`. */
  waiting: number
  /** How far the prices leave the result from proved optimal, in weight; 0 for a proof. */
  gap: number
}

/** How many problems are listed in full. */
export const MAX_PROBLEMS = 20

/**
 * Checks an assignment against its problem without trusting whoever made it: lengths, edges,
 * capacity, the numbers matched and total, and optimality.
 *
 * Optimality is proved in integers by linear programming duality (the programme is in
 * `objective.ts`). The prices must be integers >= 0 and feasible for every edge; a mentee with a
 * price must be matched, a mentor with a price must be full, and a chosen pair must have no slack
 * between its prices and its weight. The dual minus the primal objective is exactly the sum of what
 * those three rules forbid, `gap`; at 0 both are equal, so no assignment is better. Never throws.
 */
export function verifyAssignment(problem: AssignmentProblem, assignment: Assignment): VerifyResult {
  try {
    const survey = surveyProblem(problem)
    return checkAssignment(problem, survey, measureObjective(problem, survey), assignment)
  } catch (error) {
    const sentence = `The problem itself is not valid: ${(error as Error).message}`
    return { valid: false, problems: [sentence], matched: 0, total: 0, waiting: 0, gap: 0 }
  }
}

/** The same for a problem that has been read already. */
export function checkAssignment(
  problem: AssignmentProblem,
  survey: Survey,
  objective: Objective,
  assignment: Assignment,
): VerifyResult {
  const report = makeReport()
  const result = { matched: 0, total: 0, waiting: 0, gap: 0 }
  if (hasShape(problem, assignment, report.add)) {
    const edge = checkPairs(problem, assignment, result, report.add)
    checkPrices(problem, survey, objective, assignment, edge, result, report.add)
  }
  const problems = report.list()
  return { valid: problems.length === 0, problems, ...result }
}

type Counts = Pick<VerifyResult, 'matched' | 'total' | 'waiting' | 'gap'>
type Add = (sentence: string) => void

function makeReport() {
  const first: string[] = []
  let count = 0
  return {
    add: (sentence: string): void => {
      if (count++ < MAX_PROBLEMS) first.push(sentence)
    },
    list: () => (count > MAX_PROBLEMS ? [...first, `… and ${count - MAX_PROBLEMS} more.`] : first),
  }
}

function hasShape(problem: AssignmentProblem, assignment: Assignment, add: Add): boolean {
  if (typeof assignment !== 'object' || assignment === null) {
    add('The assignment is not an object.')
    return false
  }
  const mentees = problem.rowStart.length - 1
  const mentors = problem.capacity.length
  const { mentorOf, menteePrice, mentorPrice } = assignment
  const shapes = [
    ['mentorOf', mentorOf, 'Int32Array', mentees],
    ['menteePrice', menteePrice, 'Float64Array', mentees],
    ['mentorPrice', mentorPrice, 'Float64Array', mentors],
  ] as const
  let isFine = true
  for (const [name, value, type, length] of shapes) {
    if (Object.prototype.toString.call(value) !== `[object ${type}]`) {
      add(`${name} is not a ${type}.`)
      isFine = false
    } else if (value.length !== length) {
      add(`${name} has ${value.length} entries instead of ${length}.`)
      isFine = false
    }
  }
  return isFine
}

/** Checks the pairs and counts them; returns the edge chosen for each mentee, or -1. */
function checkPairs(
  problem: AssignmentProblem,
  assignment: Assignment,
  result: Counts,
  add: Add,
): Int32Array {
  const { capacity, rowStart, mentor, score, waiting } = problem
  const { mentorOf, matched, total } = assignment
  const edge = new Int32Array(mentorOf.length).fill(-1)
  const used = new Int32Array(capacity.length)
  for (let i = 0; i < mentorOf.length; i++) {
    const j = mentorOf[i]
    if (j === -1) continue
    if (j < 0 || j >= capacity.length) {
      add(`Mentee ${i} is given to mentor ${j}, who does not exist.`)
      continue
    }
    let e = rowStart[i]
    while (e < rowStart[i + 1] && mentor[e] !== j) e++
    if (e === rowStart[i + 1]) {
      add(`Mentee ${i} is given to mentor ${j}, but they are not a possible pair.`)
      continue
    }
    edge[i] = e
    used[j]++
    result.matched++
    result.total += score[e]
    if (waiting) result.waiting += waiting[i]
  }
  for (let j = 0; j < capacity.length; j++) {
    if (used[j] > capacity[j]) {
      add(`Mentor ${j} has ${used[j]} mentees but only ${capacity[j]} places.`)
    }
  }
  if (matched !== result.matched) {
    add(`matched says ${matched}, but ${result.matched} mentees are validly matched.`)
  }
  if (total !== result.total) {
    add(`total says ${total}, but the scores of the chosen pairs add up to ${result.total}.`)
  }
  return edge
}

function checkPrices(
  problem: AssignmentProblem,
  survey: Survey,
  objective: Objective,
  assignment: Assignment,
  edge: Int32Array,
  result: Counts,
  add: Add,
): void {
  const { capacity, mentor, score, waiting } = problem
  const { menteePrice, mentorPrice } = assignment
  if (!areWhole('mentee', menteePrice, add) || !areWhole('mentor', mentorPrice, add)) return
  const { ofMentee, ofMentor } = survey
  const free = Float64Array.from(capacity)
  for (let i = 0; i < ofMentee.length; i++) {
    const c = ofMentee[i]
    if (c < 0) {
      if (menteePrice[i] !== 0) add(`Mentee ${i} has a price but no mentor with places.`)
      continue
    }
    const days = waiting ? waiting[i] : 0
    checkRow(problem, assignment, i, c, weightOf(objective, c, days, 0), ofMentor, add)
    if (edge[i] < 0) {
      if (menteePrice[i] > 0) add(`Mentee ${i} has a price but is not matched.`)
      result.gap += menteePrice[i]
      continue
    }
    const j = mentor[edge[i]]
    free[j]--
    const slack = menteePrice[i] + mentorPrice[j] - weightOf(objective, c, days, score[edge[i]])
    if (slack !== 0) {
      add(`Mentee ${i} with mentor ${j} is chosen, but their prices are ${slack} off its weight.`)
    }
    result.gap += slack
  }
  for (let j = 0; j < capacity.length; j++) {
    if (mentorPrice[j] === 0) continue
    if (ofMentor[j] < 0) add(`Mentor ${j} has a price but no places or no edges.`)
    else if (free[j] > 0) add(`Mentor ${j} has a price but ${free[j]} free places.`)
    result.gap += free[j] * mentorPrice[j]
  }
}

/** Every edge must cost at least its weight, and lie inside one component. */
function checkRow(
  { capacity, rowStart, mentor, score }: AssignmentProblem,
  { menteePrice, mentorPrice }: Assignment,
  i: number,
  c: number,
  baseWeight: number,
  ofMentor: Int32Array,
  add: Add,
): void {
  const offset = baseWeight - menteePrice[i]
  for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
    const j = mentor[e]
    if (mentorPrice[j] >= offset + score[e] && ofMentor[j] === c) continue
    if (capacity[j] === 0) continue
    if (ofMentor[j] !== c) add(`Mentee ${i} and mentor ${j} are in different components.`)
    else add(`Mentee ${i} with mentor ${j} is worth more than their prices.`)
  }
}

function areWhole(who: string, price: Float64Array, add: Add): boolean {
  let isFine = true
  for (let x = 0; x < price.length; x++) {
    if (Number.isSafeInteger(price[x]) && price[x] >= 0) continue
    add(`The price of ${who} ${x} is ${price[x]}; it must be a whole number, 0 or more.`)
    isFine = false
  }
  return isFine
}

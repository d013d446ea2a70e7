import type { Objective } from '../objective.ts'
import type { AssignmentProblem } from '../problem.ts'
import type { Components, Survey } from '../survey.ts'
import { farthest } from './prices.ts'

/**
 * Which edges count: those between a mentee and a mentor of the same group, 0 or more. Someone in a
 * negative group takes part in nothing.
 */
export type Groups = { ofMentee: Int32Array; ofMentor: Int32Array }

/**
 * A problem laid out for the searches. A part is all people of one component and one group: an edge can
 * be chosen only inside a part. People are renumbered so that each part is one run of mentees and one run
 * of mentors: mentees by falling waiting days, then index; mentors by index. Scores become costs to
 * minimise, `top - score` of the part.
 *
 * A part need not be connected; its pieces do not touch each other, so that solving them together or
 * apart is the same.
 */
export type Layout = {
  problem: AssignmentProblem
  parts: Part[]
  /** New number -> index in the problem. */
  menteeAt: Int32Array
  mentorAt: Int32Array
  /** Index in the problem -> new number of each mentor, -1 for who takes part in nothing. */
  newMentor: Int32Array
  /** Places of the renumbered mentors. */
  places: Int32Array
  /** Per mentee of the problem: no edge of theirs that counts has a higher score. */
  highest: Int32Array
  /** See `farthest`; of all parts together. */
  far: number
}

/** New numbers of people, from the first to before the last. */
export type Run = { from: number; to: number }

export type Part = {
  component: number
  group: number
  mentees: Run
  mentors: Run
  /** A score that no edge exceeds. */
  top: number
  /** The highest cost of an edge. */
  dearest: number
}

/**
 * Renumbers a checked problem. Parts are in the order of their mentors of lowest index.
 *
 * @param places of each mentor that can be used
 * @param order mentees by falling waiting days; undefined when all wait alike
 */
export function layOut(
  problem: AssignmentProblem,
  survey: Survey,
  groups: Groups,
  objective: Objective,
  places: Int32Array,
  order: Int32Array | undefined,
): Layout {
  const split = splitByGroup(survey, groups)
  const mentees = listMembers(split.ofMentee, split.count, order)
  const mentors = listMembers(split.ofMentor, split.count)
  const newMentor = new Int32Array(problem.capacity.length).fill(-1)
  for (let x = 0; x < mentors.at.length; x++) newMentor[mentors.at[x]] = x
  let far = 0
  const parts = mentors.runs.map((run, p): Part => {
    const first = mentors.at[run.from]
    const component = survey.ofMentor[first]
    const top = objective.maxScore[component]
    const dearest = top - objective.minScore[component]
    const people = Math.min(lengthOf(mentees.runs[p]), lengthOf(run))
    // Twice the dearest is more than it costs with a handicap.
    const ceiling = order ? 0 : objective.unit[component] + dearest
    far = Math.max(far, farthest(2 * dearest, people, ceiling))
    const group = groups.ofMentor[first]
    return { component, group, mentees: mentees.runs[p], mentors: run, top, dearest }
  })
  return {
    problem,
    parts,
    menteeAt: mentees.at,
    mentorAt: mentors.at,
    newMentor,
    places: pick(places, mentors.at),
    highest: survey.highest,
    far,
  }
}

/** Mentee indices by falling waiting days, then rising index; undefined when all wait alike. */
export function orderByWaiting({ waiting }: AssignmentProblem): Int32Array | undefined {
  if (!waiting) return undefined
  const length = waiting.length
  let most = 0
  let least = Infinity
  for (let i = 0; i < length; i++) {
    if (waiting[i] > most) most = waiting[i]
    if (waiting[i] < least) least = waiting[i]
  }
  if (most <= least) return undefined
  // One exact number per mentee sorts faster than with a comparison function.
  const key = new Float64Array(length)
  for (let i = 0; i < length; i++) key[i] = (most - waiting[i]) * length + i
  key.sort()
  const order = new Int32Array(length)
  for (let x = 0; x < length; x++) order[x] = key[x] % length
  return order
}

export function lengthOf({ from, to }: Run): number {
  return to - from
}

/** The values at the given indices. */
export function pick(values: Int32Array, at: Int32Array): Int32Array {
  const picked = new Int32Array(at.length)
  for (let x = 0; x < at.length; x++) picked[x] = values[at[x]]
  return picked
}

function splitByGroup(components: Components, groups: Groups): Components {
  const numberOf: Map<number, number>[] = []
  for (let c = 0; c < components.count; c++) numberOf.push(new Map())
  let count = 0
  const numberParts = (ofItem: Int32Array, groupOf: Int32Array) => {
    const parts = new Int32Array(ofItem.length).fill(-1)
    for (let x = 0; x < parts.length; x++) {
      const group = groupOf[x]
      if (ofItem[x] < 0 || group < 0) continue
      const numbers = numberOf[ofItem[x]]
      let part = numbers.get(group)
      if (part === undefined) numbers.set(group, (part = count++))
      parts[x] = part
    }
    return parts
  }
  const ofMentor = numberParts(components.ofMentor, groups.ofMentor)
  const ofMentee = numberParts(components.ofMentee, groups.ofMentee)
  return { count, ofMentee, ofMentor }
}

/** Lists the members of each part in the given order; members of part -1 are left out. */
function listMembers(ofItem: Int32Array, count: number, order?: Int32Array) {
  const from = new Int32Array(count + 1)
  for (let x = 0; x < ofItem.length; x++) if (ofItem[x] >= 0) from[ofItem[x] + 1]++
  for (let p = 0; p < count; p++) from[p + 1] += from[p]
  const next = from.slice(0, count)
  const at = new Int32Array(from[count])
  for (let x = 0; x < ofItem.length; x++) {
    const item = order ? order[x] : x
    if (ofItem[item] >= 0) at[next[ofItem[item]]++] = item
  }
  const runs = Array.from(next, (to, p): Run => ({ from: from[p], to }))
  return { at, runs }
}

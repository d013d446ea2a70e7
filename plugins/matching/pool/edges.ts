import type { Criteria } from './criteria.ts'
import { ANY, type Keys, numbersOf, type People, type PoolNumbers } from './numbers.ts'
import { atOnce, type Sliced } from './slices.ts'

export type { People } from './numbers.ts'

/** Possible pairs with their scores, in the arrays of `AssignmentProblem`. */
type EdgeArrays = { rowStart: Int32Array; mentor: Int32Array; score: Int32Array }

export type Edges = EdgeArrays & {
  /** For each mentee without an edge: why, in numbers of mentors. */
  noEdge: Map<number, NoEdge>
}

/** What stands between a mentee and every mentor. A mentor may count under several rules. */
export type NoEdge = {
  /** Mentors each rule forbids, most first; `LEFT_OUT` for pairs left out. */
  forbiddenBy: { name: string; mentors: number }[]
  /** Mentors no rule forbids, but without a place. */
  full: number
  /** Mentors with a place whom no rule forbids, but who fit less than was asked for. */
  belowLeast: number
}

/** The same with the index of each rule, and after the last one for pairs left out. */
export type NumberedNoEdge = Omit<NoEdge, 'forbiddenBy'> & {
  forbiddenBy: { rule: number; mentors: number }[]
}

/** Most edges that room is made for at the start: 512 MB for each of the two arrays. */
const MOST_RESERVED = 2 ** 27

/** Name under which `NoEdge` counts pairs that are left out. */
export const LEFT_OUT = 'leftOut'

/**
 * Finds and scores all possible pairs of people, at once.
 *
 * @param least pairs with a lower score are left out
 */
export const findEdges = <Mentee, Mentor>(
  people: People<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  least = 0,
): Edges => {
  const { noEdge, ...edges } = atOnce(edgesOf(atOnce(numbersOf(people, criteria)), least))
  const named = [...noEdge].map(([i, why]): [number, NoEdge] => [i, nameRules(why, criteria.rules)])
  return { ...edges, noEdge: new Map(named) }
}

/** Says by name which rules stand in the way. */
export const nameRules = (
  { forbiddenBy, ...counts }: NumberedNoEdge,
  rules: { name: string }[],
): NoEdge => ({
  ...counts,
  forbiddenBy: forbiddenBy.map(({ mentors, rule }) => ({
    name: rules[rule]?.name ?? LEFT_OUT,
    mentors,
  })),
})

/**
 * Finds and scores all possible pairs without asking any rule, rung or share about a pair: a rule
 * or rung is looked up in an index of the mentors by key, and points in a table with one entry for
 * each two different values. What is done for each pair is a sum of small integers; where a least
 * score asks for a rung, pairs below it are not even met.
 *
 * @param least pairs with a lower score are left out
 */
export function* edgesOf(
  numbers: PoolNumbers,
  least: number,
): Sliced<EdgeArrays & { noEdge: Map<number, NumberedNoEdge> }> {
  const { mentees } = numbers
  const { edges, findRow } = edgeFinder(numbers, least)
  for (let i = 0; i < mentees; i++) {
    // A function of its own: loops of a generator are compiled late.
    findRow(i)
    yield { step: 'comparing', done: i + 1, of: mentees }
  }
  return edges()
}

/** What finds the edges of one mentee after the other, in the order of their numbers. */
const edgeFinder = (numbers: PoolNumbers, least: number) => {
  const { mentees, places, points: tables } = numbers
  const mentors = places.length
  const rules = numbers.rules.map(indexRule)
  const leftOut = indexLeftOut(numbers)
  const rungs = numbers.ladder.map(({ mentee, mentor }) => ({
    mentee,
    mentorsWith: indexKeys(mentor).withKey,
  }))
  const step = numbers.mostPoints + 1
  const isRungAsked = least >= step

  // Whoever may be matched with anybody has an edge to nearly everybody; what is not used of an
  // array costs nothing.
  const size = isRungAsked ? 0 : Math.min(mentees * mentors, MOST_RESERVED)
  const list: EdgeList = { mentor: new Int32Array(size), score: new Int32Array(size), length: 0 }
  const rowStart = new Int32Array(mentees + 1)
  const noEdge = new Map<number, NumberedNoEdge>()
  const forbidden = new Uint8Array(mentors)
  const rungsUp = new Uint8Array(mentors)
  const sum = new Int32Array(mentors)
  const row: Row = { forbidden, least, rungsUp, step, sum }
  const everybody = Int32Array.from(places.keys()).filter((j) => places[j]! > 0)

  const findRow = (i: number): void => {
    const barred = [...rules.map((barredTo) => barredTo(i)), leftOut.get(i) ?? []]
    for (const some of barred) for (const j of some) forbidden[j] = 1
    const met: number[] = []
    for (let r = rungs.length - 1; r >= 0; r--) {
      const { mentee, mentorsWith } = rungs[r]!
      for (let k = mentee.start[i]!; k < mentee.start[i + 1]!; k++) {
        for (const j of mentorsWith.get(mentee.key[k]!) ?? []) {
          if (rungsUp[j] === 0) met.push(j)
          rungsUp[j] = rungs.length - r
        }
      }
    }
    const candidates = isRungAsked ? withPlace(met, places) : everybody
    addPoints(sum, tables, i, candidates)
    reserve(list, candidates.length)
    addEdges(list, candidates, row)
    rowStart[i + 1] = list.length
    if (list.length === rowStart[i]) noEdge.set(i, explain(places, barred, forbidden))
    for (const some of barred) for (const j of some) forbidden[j] = 0
    for (const j of met) rungsUp[j] = 0
  }
  const edges = () => ({
    rowStart,
    mentor: list.mentor.subarray(0, list.length),
    score: list.score.subarray(0, list.length),
    noEdge,
  })
  return { edges, findRow }
}

/** Those who have a place, in the order of their numbers. */
const withPlace = (mentors: number[], places: Int32Array): Int32Array =>
  Int32Array.from(mentors)
    .filter((j) => places[j]! > 0)
    .sort()

/** Adds the edges to those candidates whom nothing stands against. */
const addEdges = (
  list: EdgeList,
  candidates: Int32Array,
  { forbidden, least, rungsUp, step, sum }: Row,
): void => {
  const { mentor, score } = list
  let { length } = list
  for (let x = 0; x < candidates.length; x++) {
    const j = candidates[x]!
    const worth = rungsUp[j]! * step + sum[j]!
    if (forbidden[j] !== 0 || worth < least) continue
    mentor[length] = j
    score[length++] = worth
  }
  list.length = length
}

/** The score of one pair, whether it is possible or not. */
export const scoreOf = (numbers: PoolNumbers, i: number, j: number): number => {
  const { ladder, mostPoints, points } = numbers
  const rung = ladder.findIndex(({ mentee, mentor }) => shareKey(mentee, i, mentor, j))
  return points.reduce(
    (sum, { menteeClass, mentorClass, points, width }) =>
      sum + points[menteeClass[i]! * width + mentorClass[j]!]!,
    (rung < 0 ? 0 : ladder.length - rung) * (mostPoints + 1),
  )
}

/** Does a rule forbid this pair, or is it left out? */
export const isForbidden = ({ leftOut, rules }: PoolNumbers, i: number, j: number): boolean =>
  leftOut.mentee.some((mentee, n) => mentee === i && leftOut.mentor[n] === j) ||
  rules.some(({ kind, mentee, mentor }) => {
    if (demandsNothing(mentee, i) || demandsNothing(mentor, j)) return false
    return shareKey(mentee, i, mentor, j) === (kind === 'mustNot')
  })

const shareKey = (mentee: Keys, i: number, mentor: Keys, j: number): boolean => {
  const offered = mentor.key.subarray(mentor.start[j], mentor.start[j + 1])
  return mentee.key
    .subarray(mentee.start[i], mentee.start[i + 1])
    .some((key) => key !== ANY && offered.includes(key))
}

const demandsNothing = ({ key, start }: Keys, n: number): boolean =>
  key[start[n]!] === ANY && start[n]! < start[n + 1]!

/** Mentors by key; those without keys apart. */
const indexKeys = ({ key, start }: Keys) => {
  const withKey = new Map<number, number[]>()
  const without: number[] = []
  for (let j = 0; j < start.length - 1; j++) {
    for (let k = start[j]!; k < start[j + 1]!; k++) {
      if (key[k] === ANY) without.push(j)
      else if (withKey.has(key[k]!)) withKey.get(key[k]!)!.push(j)
      else withKey.set(key[k]!, [j])
    }
  }
  return { withKey, without }
}

/** The mentors a rule forbids to each mentee. */
const indexRule = ({
  kind,
  mentee,
  mentor,
}: PoolNumbers['rules'][number]): ((i: number) => Iterable<number>) => {
  const { withKey, without } = indexKeys(mentor)
  const keysOf = (i: number) => mentee.key.subarray(mentee.start[i], mentee.start[i + 1])
  const sharing = (keys: Int32Array) => [...keys].flatMap((key) => withKey.get(key) ?? [])
  if (kind === 'mustNot') return (i) => sharing(keysOf(i))
  // People who demand the same are barred from the same: one list for all of them.
  const known = new Map<string, number[]>()
  return (i) => {
    if (demandsNothing(mentee, i)) return []
    const keys = keysOf(i)
    const name = keys.join()
    let list = known.get(name)
    if (!list) {
      const allowed = new Set([...without, ...sharing(keys)])
      list = Array.from(mentor.start.subarray(1).keys()).filter((j) => !allowed.has(j))
      known.set(name, list)
    }
    return list
  }
}

const indexLeftOut = ({ leftOut: { mentee, mentor } }: PoolNumbers): Map<number, number[]> => {
  const byMentee = new Map<number, number[]>()
  for (let n = 0; n < mentee.length; n++) {
    const list = byMentee.get(mentee[n]!)
    if (list) list.push(mentor[n]!)
    else byMentee.set(mentee[n]!, [mentor[n]!])
  }
  return byMentee
}

/** Sums up the points of mentee i with each candidate. */
const addPoints = (
  sum: Int32Array,
  tables: PoolNumbers['points'],
  i: number,
  candidates: Int32Array,
): void => {
  for (let x = 0; x < candidates.length; x++) sum[candidates[x]!] = 0
  for (const { mentorClass, menteeClass, points, width } of tables) {
    const row = menteeClass[i]! * width
    for (let x = 0; x < candidates.length; x++) {
      const j = candidates[x]!
      sum[j]! += points[row + mentorClass[j]!]!
    }
  }
}

const explain = (
  places: Int32Array,
  barred: Iterable<number>[],
  forbidden: Uint8Array,
): NumberedNoEdge => {
  const allowed = places.filter((_, j) => forbidden[j] === 0)
  const full = allowed.filter((places) => places <= 0).length
  return {
    forbiddenBy: barred
      .map((some, rule) => ({ rule, mentors: new Set(some).size }))
      .filter(({ mentors }) => mentors > 0)
      .sort((a, b) => b.mentors - a.mentors),
    full,
    belowLeast: allowed.length - full,
  }
}

/** What is known of one mentee with each mentor, by index. */
type Row = {
  forbidden: Uint8Array
  rungsUp: Uint8Array
  /** What a rung is worth. */
  step: number
  /** Points with each candidate. */
  sum: Int32Array
  least: number
}

/** Two arrays that grow together. */
type EdgeList = { mentor: Int32Array; score: Int32Array; length: number }

/** Makes room for so many more. */
const reserve = (list: EdgeList, more: number): void => {
  const needed = list.length + more
  if (needed <= list.mentor.length) return
  const size = Math.max(needed, Math.ceil(list.mentor.length * 1.6))
  list.mentor = grown(list.mentor, size)
  list.score = grown(list.score, size)
}

const grown = (array: Int32Array, size: number): Int32Array => {
  const larger = new Int32Array(size)
  larger.set(array)
  return larger
}

import { type Criteria, mostPointsOf, type Points, pointsOf, type Rule } from './criteria.ts'

/** The people of a problem, in the order in which they are numbered. */
export type People<Mentee, Mentor> = {
  mentees: { id: string; person: Mentee }[]
  mentors: { id: string; person: Mentor; places: number }[]
  /** Pairs left out although no rule forbids them, such as those a coordinator rejected. */
  leftOut: { mentee: string; mentor: string }[]
}

/** Possible pairs with their scores, in the arrays of `AssignmentProblem`. */
export type Edges = {
  rowStart: Int32Array
  mentor: Int32Array
  score: Int32Array
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

/** Most edges that room is made for at the start: 128 MB for each of the two arrays. */
const MOST_RESERVED = 2 ** 25

/** Name under which `NoEdge` counts pairs that are left out. */
export const LEFT_OUT = 'leftOut'

/**
 * Finds and scores all possible pairs without asking any rule, rung or share about a pair: a rule
 * or rung is looked up in an index of the mentors by key, and points in a table with one entry for
 * each two different values. What is done for each pair is a sum of small integers; where a least
 * score asks for a rung, pairs below it are not even met.
 *
 * @param least pairs with a lower score are left out
 */
export const findEdges = <Mentee, Mentor>(
  people: People<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
  least = 0,
): Edges => {
  const { mentees, mentors } = people
  const rules = criteria.rules.map((rule) => indexRule(rule, people))
  const leftOut = indexLeftOut(people)
  const rungs = criteria.ladder.map((rung) => ({
    keysOf: rung.of.mentee,
    mentorsWith: indexKeys(mentors, rung.of.mentor).withKey,
  }))
  const tables = criteria.points.map((criterion) => tabulate(criterion, people))
  const step = mostPointsOf(criteria) + 1
  const isRungAsked = least >= step

  // Whoever may be matched with anybody has an edge to nearly everybody; what is not used of an
  // array costs nothing.
  const size = isRungAsked ? 0 : Math.min(mentees.length * mentors.length, MOST_RESERVED)
  const list: EdgeList = { mentor: new Int32Array(size), score: new Int32Array(size), length: 0 }
  const hasPlace = Uint8Array.from(mentors, ({ places }) => (places > 0 ? 1 : 0))
  const rowStart = new Int32Array(mentees.length + 1)
  const noEdge: Edges['noEdge'] = new Map()
  const forbidden = new Uint8Array(mentors.length)
  const rungsUp = new Uint8Array(mentors.length)
  const points = new Int32Array(mentors.length)
  const everybody = Int32Array.from(mentors.keys()).filter((j) => mentors[j]!.places > 0)

  mentees.forEach(({ id, person }, i) => {
    const barred = [...rules.map((rule) => rule.barred(person)), leftOut.get(id) ?? []]
    for (const some of barred) for (const j of some) forbidden[j] = 1
    const met: number[] = []
    for (let r = rungs.length - 1; r >= 0; r--) {
      for (const key of rungs[r]!.keysOf(person)) {
        for (const j of rungs[r]!.mentorsWith.get(key) ?? []) {
          if (rungsUp[j] === 0) met.push(j)
          rungsUp[j] = rungs.length - r
        }
      }
    }
    const candidates = isRungAsked ? Int32Array.from(met).sort() : everybody
    addPoints(points, tables, i, candidates)
    reserve(list, candidates.length)
    for (let x = 0; x < candidates.length; x++) {
      const j = candidates[x]!
      const score = rungsUp[j]! * step + points[j]!
      if (forbidden[j] !== 0 || score < least || hasPlace[j] === 0) continue
      list.mentor[list.length] = j
      list.score[list.length++] = score
    }
    rowStart[i + 1] = list.length
    if (list.length === rowStart[i]) noEdge.set(i, explain(people, criteria, barred, forbidden))
    for (const some of barred) for (const j of some) forbidden[j] = 0
    for (const j of met) rungsUp[j] = 0
  })
  return {
    rowStart,
    mentor: list.mentor.subarray(0, list.length),
    score: list.score.subarray(0, list.length),
    noEdge,
  }
}

/** Mentors by key; those without keys (`undefined`) apart. */
const indexKeys = <Mentor>(
  mentors: { person: Mentor }[],
  keysOf: (mentor: Mentor) => string[] | undefined,
) => {
  const withKey = new Map<string, number[]>()
  const without: number[] = []
  mentors.forEach(({ person }, j) => {
    const keys = keysOf(person)
    if (!keys) without.push(j)
    for (const key of new Set(keys)) {
      const list = withKey.get(key)
      if (list) list.push(j)
      else withKey.set(key, [j])
    }
  })
  return { withKey, without }
}

/** The mentors a rule forbids to a mentee. */
const indexRule = <Mentee, Mentor>(
  rule: Rule<Mentee, Mentor>,
  { mentors }: People<Mentee, Mentor>,
): { barred: (mentee: Mentee) => Iterable<number> } => {
  const { withKey, without } = indexKeys(mentors, rule.of.mentor)
  const sharing = (keys: string[]) => keys.flatMap((key) => withKey.get(key) ?? [])
  if (rule.kind === 'mustNot') {
    return { barred: (mentee) => sharing(rule.of.mentee(mentee) ?? []) }
  }
  // People who demand the same are barred from the same: one list for all of them.
  const known = new Map<string, number[]>()
  return {
    barred: (mentee) => {
      const keys = rule.of.mentee(mentee)
      if (!keys) return []
      const name = JSON.stringify(keys)
      let list = known.get(name)
      if (!list) {
        const allowed = new Set([...without, ...sharing(keys)])
        list = [...mentors.keys()].filter((j) => !allowed.has(j))
        known.set(name, list)
      }
      return list
    },
  }
}

const indexLeftOut = <Mentee, Mentor>({ leftOut, mentors }: People<Mentee, Mentor>) => {
  const indexOf = new Map(mentors.map(({ id }, j) => [id, j]))
  const byMentee = new Map<string, number[]>()
  for (const { mentee, mentor } of leftOut) {
    const j = indexOf.get(mentor)
    if (j !== undefined) byMentee.set(mentee, [...(byMentee.get(mentee) ?? []), j])
  }
  return byMentee
}

/** The points of one criterion: `points[menteeClass[i] * width + mentorClass[j]]`. */
type Table = {
  menteeClass: Int32Array
  mentorClass: Int32Array
  width: number
  points: Uint8Array
}

const tabulate = <Mentee, Mentor>(
  criterion: Points<Mentee, Mentor>,
  { mentees, mentors }: People<Mentee, Mentor>,
): Table => {
  const a = classify(mentees.map(({ person }): unknown => criterion.of.mentee(person)))
  const b = classify(mentors.map(({ person }): unknown => criterion.of.mentor(person)))
  const width = b.values.length
  const points = new Uint8Array(a.values.length * width)
  a.values.forEach((mentee, x) => {
    b.values.forEach((mentor, y) => {
      points[x * width + y] = pointsOf(criterion, mentee, mentor)
    })
  })
  return { menteeClass: a.classOf, mentorClass: b.classOf, width, points }
}

/** Numbers equal values alike. */
const classify = (all: unknown[]): { classOf: Int32Array; values: unknown[] } => {
  const numbers = new Map<string, number>()
  const values: unknown[] = []
  const classOf = Int32Array.from(all, (value) => {
    // JSON writes NaN and Infinity as null.
    const name = typeof value === 'number' ? `${value}` : (JSON.stringify(value) ?? '')
    const known = numbers.get(name)
    if (known !== undefined) return known
    numbers.set(name, values.length)
    return values.push(value) - 1
  })
  return { classOf, values }
}

/** Sums up the points of mentee i with each candidate. */
const addPoints = (sum: Int32Array, tables: Table[], i: number, candidates: Int32Array): void => {
  for (let x = 0; x < candidates.length; x++) sum[candidates[x]!] = 0
  for (const { mentorClass, menteeClass, points, width } of tables) {
    const row = menteeClass[i]! * width
    for (let x = 0; x < candidates.length; x++) {
      const j = candidates[x]!
      sum[j]! += points[row + mentorClass[j]!]!
    }
  }
}

const explain = <Mentee, Mentor>(
  { mentors }: People<Mentee, Mentor>,
  { rules }: Criteria<Mentee, Mentor>,
  barred: Iterable<number>[],
  forbidden: Uint8Array,
): NoEdge => {
  const allowed = mentors.filter((_, j) => forbidden[j] === 0)
  const full = allowed.filter(({ places }) => places <= 0).length
  return {
    forbiddenBy: [...rules.map(({ name }) => name), LEFT_OUT]
      .map((name, n) => ({ name, mentors: new Set(barred[n]).size }))
      .filter(({ mentors }) => mentors > 0)
      .sort((a, b) => b.mentors - a.mentors),
    full,
    belowLeast: allowed.length - full,
  }
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

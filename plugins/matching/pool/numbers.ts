import { type Criteria, mostPointsOf, type Points, pointsOf, type Rule } from './criteria.ts'
import type { Sliced } from './slices.ts'

/** A pair, by the ids of both. */
export type PairOfIds = { mentee: string; mentor: string }

/** The people of a problem, in the order in which they are numbered. */
export type People<Mentee, Mentor> = {
  mentees: { id: string; person: Mentee }[]
  mentors: { id: string; person: Mentor; places: number }[]
  /** Pairs left out although no rule forbids them, such as those a coordinator rejected. */
  leftOut: PairOfIds[]
}

/**
 * A pool as numbers alone: all that decides which pairs are possible and what each is worth. Whoever
 * has it needs neither the people nor the functions of the criteria.
 */
export type PoolNumbers = {
  /** How many mentees there are. */
  mentees: number
  rules: ({ kind: Rule<never, never>['kind'] } & BothKeys)[]
  /** From the highest rung down. */
  ladder: BothKeys[]
  points: Table[]
  /** The most points a pair can have. */
  mostPoints: number
  /** Places left of each mentor; none when 0 or less. */
  places: Int32Array
  /** In the order of their numbers, none twice. */
  leftOut: Pairs
}

/** Keys of everybody on both sides; equal keys are equal numbers. */
export type BothKeys = { mentee: Keys; mentor: Keys }

/**
 * The keys of person n are `key[start[n]]` … `key[start[n + 1] - 1]`, none twice; `ANY` alone for
 * somebody without keys. Keys of mentees that no mentor has are left out: nobody shares them.
 */
export type Keys = { start: Int32Array; key: Int32Array }

/** Stands for the keys of somebody who has none, and so demands nothing. */
export const ANY = -1

/** The points of one criterion: `points[menteeClass[i] * width + mentorClass[j]]`. */
export type Table = {
  menteeClass: Int32Array
  mentorClass: Int32Array
  width: number
  points: Uint8Array
}

/** Pairs by index; `NOBODY` for somebody who is not there. */
export type Pairs = { mentee: Int32Array; mentor: Int32Array }

/** The index of somebody who is not there. */
export const NOBODY = -1

/**
 * Asks the criteria what they look at in each person, once, and what they make of each two different
 * values, once: never about a pair of people.
 */
export function* numbersOf<Mentee, Mentor>(
  people: People<Mentee, Mentor>,
  criteria: Criteria<Mentee, Mentor>,
): Sliced<PoolNumbers> {
  const rules: PoolNumbers['rules'] = []
  for (const { kind, of } of criteria.rules) rules.push({ kind, ...(yield* keysOf(people, of)) })
  const ladder: BothKeys[] = []
  for (const { of } of criteria.ladder) ladder.push(yield* keysOf(people, of))
  const points: Table[] = []
  for (const criterion of criteria.points) points.push(yield* tabulate(criterion, people))
  return {
    mentees: people.mentees.length,
    rules,
    ladder,
    points,
    mostPoints: mostPointsOf(criteria),
    places: Int32Array.from(people.mentors, ({ places }) => places),
    leftOut: listPairs(people, people.leftOut),
  }
}

/** The same pairs by index. */
export const indexPairs = (
  { mentees, mentors }: { mentees: { id: string }[]; mentors: { id: string }[] },
  pairs: PairOfIds[],
): Pairs => {
  const menteeAt = new Map(mentees.map(({ id }, i) => [id, i]))
  const mentorAt = new Map(mentors.map(({ id }, j) => [id, j]))
  return {
    mentee: Int32Array.from(pairs, ({ mentee }) => menteeAt.get(mentee) ?? NOBODY),
    mentor: Int32Array.from(pairs, ({ mentor }) => mentorAt.get(mentor) ?? NOBODY),
  }
}

/** Those of the pairs of which both are there, in the order of their numbers. */
const listPairs = <Mentee, Mentor>(people: People<Mentee, Mentor>, pairs: PairOfIds[]): Pairs => {
  const { mentee, mentor } = indexPairs(people, pairs)
  const width = people.mentors.length
  const numbers = new Set<number>()
  for (let n = 0; n < pairs.length; n++) {
    const [i, j] = [mentee[n]!, mentor[n]!]
    if (i !== NOBODY && j !== NOBODY) numbers.add(i * width + j)
  }
  const sorted = [...numbers].sort((a, b) => a - b)
  return {
    mentee: Int32Array.from(sorted, (number) => Math.floor(number / width)),
    mentor: Int32Array.from(sorted, (number) => number % width),
  }
}

function* keysOf<Mentee, Mentor>(
  { mentees, mentors }: People<Mentee, Mentor>,
  of: Rule<Mentee, Mentor>['of'],
): Sliced<BothKeys> {
  const numbers = new Map<string, number>()
  const known = (key: string) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size)
    return numbers.get(key)
  }
  // Those of the mentors come first: they say which there are.
  const mentor = yield* listKeys(mentors, of.mentor, known)
  return { mentee: yield* listKeys(mentees, of.mentee, (key) => numbers.get(key)), mentor }
}

function* listKeys<T>(
  people: { person: T }[],
  keysOf: (person: T) => string[] | undefined,
  numberOf: (key: string) => number | undefined,
): Sliced<Keys> {
  const start = new Int32Array(people.length + 1)
  const list: number[] = []
  for (let n = 0; n < people.length; n++) {
    const keys = keysOf(people[n]!.person)
    if (!keys) list.push(ANY)
    for (const key of new Set(keys)) {
      const number = numberOf(key)
      if (number !== undefined) list.push(number)
    }
    start[n + 1] = list.length
    yield
  }
  return { start, key: Int32Array.from(list) }
}

function* tabulate<Mentee, Mentor>(
  criterion: Points<Mentee, Mentor>,
  { mentees, mentors }: People<Mentee, Mentor>,
): Sliced<Table> {
  const a = yield* classify(mentees, criterion.of.mentee)
  const b = yield* classify(mentors, criterion.of.mentor)
  const width = b.values.length
  const points = new Uint8Array(a.values.length * width)
  for (let x = 0; x < a.values.length; x++) {
    // A function of its own: loops of a generator are compiled late.
    fillRow(points, x * width, criterion, a.values[x], b.values)
    yield
  }
  return { menteeClass: a.classOf, mentorClass: b.classOf, width, points }
}

/** Writes the points of one value of the mentees with each of the mentors'. */
const fillRow = <Mentee, Mentor>(
  points: Uint8Array,
  at: number,
  criterion: Points<Mentee, Mentor>,
  mentee: unknown,
  mentors: unknown[],
): void => {
  for (let y = 0; y < mentors.length; y++) points[at + y] = pointsOf(criterion, mentee, mentors[y])
}

/** Numbers equal values alike. */
function* classify<T>(
  people: { person: T }[],
  of: (person: T) => unknown,
): Sliced<{ classOf: Int32Array; values: unknown[] }> {
  const numbers = new Map<string, number>()
  const values: unknown[] = []
  const classOf = new Int32Array(people.length)
  for (let n = 0; n < people.length; n++) {
    const value = of(people[n]!.person)
    const name = nameOfValue(value)
    const known = numbers.get(name)
    if (known === undefined) numbers.set(name, values.push(value) - 1)
    classOf[n] = known ?? values.length - 1
    yield
  }
  return { classOf, values }
}

/** A text that is equal for values that are treated alike. */
const nameOfValue = (value: unknown): string =>
  // JSON writes NaN and Infinity as null.
  typeof value === 'number' ? `${value}` : (JSON.stringify(value) ?? '')

/** Do the criteria see the same in these two records of somebody? */
export const looksTheSame = <Mentee, Mentor, Role extends 'mentee' | 'mentor'>(
  { ladder, points, rules }: Criteria<Mentee, Mentor>,
  role: Role,
  before: { mentee: Mentee; mentor: Mentor }[Role],
  after: { mentee: Mentee; mentor: Mentor }[Role],
): boolean =>
  [...rules, ...ladder, ...points].every(({ of }) => {
    const look = of[role] as (person: typeof before) => unknown
    return nameOfValue(look(before)) === nameOfValue(look(after))
  })

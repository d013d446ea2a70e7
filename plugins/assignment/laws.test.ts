import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  forcePairCost,
  nextBestMentors,
  prove,
  solveAssignment,
  verifyAssignment,
} from './index.ts'
import type { Assignment } from './problem.ts'
import { type Outcome, outcomeOf } from './testing/brute-force.ts'
import { type Edge, largeLists, type Lists, someLists, toProblem } from './testing/instances.ts'

// What must hold between the answers to related questions, whatever the true answer is: unlike
// trying every matching, it also finds faults where nobody knows the answer.

/** Problems small enough to draw thousands of, and too large to try every matching. */
const anyLists = fc.oneof(
  someLists(),
  someLists({ mentees: 9, mentors: 6, maxScore: 3 }),
  someLists({ mentees: 9, mentors: 6, maxScore: 1000 }),
)

const solve = (lists: Lists): Assignment => solveAssignment(toProblem(lists))
const outcome = (lists: Lists): Outcome => outcomeOf(toProblem(lists), solve(lists))

/** The outcome of giving each mentee a mentor, below 0 for none. */
const outcomeOfPairs = ({ edges, waiting }: Lists, mentorOf: number[]): Outcome =>
  edges
    .filter(({ mentee, mentor }) => mentorOf[mentee] === mentor)
    .map(({ mentee, score }) => ({ matched: 1, waiting: waiting?.[mentee] ?? 0, total: score }))
    .reduce(plus, { matched: 0, waiting: 0, total: 0 })

/** Above 0 when a is better than b, 0 when they are as good. */
const compare = (a: Outcome, b: Outcome): number =>
  a.matched - b.matched || a.waiting - b.waiting || a.total - b.total

const plus = (a: Outcome, b: Outcome): Outcome => ({
  matched: a.matched + b.matched,
  waiting: a.waiting + b.waiting,
  total: a.total + b.total,
})

const withPlaces = (lists: Lists, j: number, change: number): Lists => ({
  ...lists,
  capacity: lists.capacity.map((places, x) => (x === j ? places + change : places)),
})

const withoutMentee = (lists: Lists, i: number): Lists => ({
  ...lists,
  edges: lists.edges.filter(({ mentee }) => mentee !== i),
})

const without = (lists: Lists, pair: Edge): Lists => ({
  ...lists,
  edges: lists.edges.filter((edge) => edge !== pair),
})

const raised = (lists: Lists, pair: Edge, by: number): Lists => ({
  ...lists,
  edges: lists.edges.map((edge) => (edge === pair ? { ...edge, score: edge.score + by } : edge)),
})

type PairLaw<T> = (lists: Lists, pair: Edge, assignment: Assignment) => T

const anyPair: PairLaw<boolean> = () => true
const used: PairLaw<boolean> = (_, { mentee, mentor }, { mentorOf }) => mentorOf[mentee] === mentor
const unused: PairLaw<boolean> = (...pair) => !used(...pair)
const ofUnmatched: PairLaw<boolean> = (_, { mentee }, { mentorOf }) => mentorOf[mentee] < 0
const ofPriced: PairLaw<boolean> = (_, { mentor }, { mentorPrice }) => mentorPrice[mentor] > 0
const ofUnpriced: PairLaw<boolean> = (...pair) => !ofPriced(...pair)

/** Runs a law for one pair of every drawn problem, of those with places and that it is about. */
function forOne(isMeant: PairLaw<boolean>, law: PairLaw<void>): void {
  fc.assert(
    fc.property(anyLists, fc.nat(), (lists, pick) => {
      const assignment = solve(lists)
      const pairs = lists.edges.filter(
        (pair) => lists.capacity[pair.mentor] > 0 && isMeant(lists, pair, assignment),
      )
      fc.pre(pairs.length > 0)
      law(lists, pairs[pick % pairs.length], assignment)
    }),
    { numRuns: 500 },
  )
}

describe('places', () => {
  it('never make the result worse when there is one more', () => {
    forOne(anyPair, (lists, { mentor }) => {
      expect(compare(outcome(withPlaces(lists, mentor, 1)), outcome(lists))).toBeGreaterThanOrEqual(
        0,
      )
    })
  })

  it('without a price change nothing when there is one more', () => {
    forOne(ofUnpriced, (lists, { mentor }) => {
      expect(outcome(withPlaces(lists, mentor, 1))).toEqual(outcome(lists))
    })
  })

  it('with a price are missed when there is one fewer', () => {
    forOne(ofPriced, (lists, { mentor }) => {
      expect(compare(outcome(withPlaces(lists, mentor, -1)), outcome(lists))).toBeLessThan(0)
    })
  })

  it('are as good with one mentor each as with one mentor together', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        const owners = lists.capacity.flatMap((places, j) => Array<number>(places).fill(j))
        const edges = lists.edges.flatMap((edge) =>
          owners.flatMap((j, seat) => (j === edge.mentor ? [{ ...edge, mentor: seat }] : [])),
        )
        expect(outcome({ ...lists, capacity: owners.map(() => 1), edges })).toEqual(outcome(lists))
      }),
      { numRuns: 500 },
    )
  })
})

describe('mentees', () => {
  it('never make the result worse by joining, nor better by leaving', () => {
    forOne(anyPair, (lists, { mentee }) => {
      expect(compare(outcome(lists), outcome(withoutMentee(lists, mentee)))).toBeGreaterThanOrEqual(
        0,
      )
    })
  })

  it('change nothing by leaving unmatched', () => {
    forOne(ofUnmatched, (lists, { mentee }) => {
      expect(outcome(withoutMentee(lists, mentee))).toEqual(outcome(lists))
    })
  })

  it('and mentors of one place each could change roles', () => {
    fc.assert(
      fc.property(anyLists, (drawn) => {
        const { mentees, edges } = drawn
        const swapped: Lists = {
          capacity: Array<number>(mentees).fill(1),
          mentees: drawn.capacity.length,
          edges: edges.map(({ mentee, mentor, score }) => ({
            mentee: mentor,
            mentor: mentee,
            score,
          })),
        }
        const lists = { mentees, edges, capacity: drawn.capacity.map(() => 1) }
        expect(outcome(swapped)).toEqual(outcome(lists))
      }),
      { numRuns: 500 },
    )
  })

  it('of two programmes in one problem are matched as well as in two problems', () => {
    fc.assert(
      fc.property(anyLists, anyLists, (one, two) => {
        const waitingOf = ({ waiting, mentees }: Lists) => waiting ?? Array<number>(mentees).fill(0)
        const both: Lists = {
          capacity: [...one.capacity, ...two.capacity],
          mentees: one.mentees + two.mentees,
          edges: [
            ...one.edges,
            ...two.edges.map(({ mentee, mentor, score }) => ({
              mentee: mentee + one.mentees,
              mentor: mentor + one.capacity.length,
              score,
            })),
          ],
          waiting: [...waitingOf(one), ...waitingOf(two)],
        }
        // With other equals perhaps: whether waiting differs in the other programme decides how these
        // are solved.
        const mentorOf = [...solve(both).mentorOf]
        const ofOne = mentorOf.slice(0, one.mentees)
        const ofTwo = mentorOf.slice(one.mentees).map((j) => j - one.capacity.length)
        expect(outcomeOfPairs(one, ofOne)).toEqual(outcome(one))
        expect(outcomeOfPairs(two, ofTwo)).toEqual(outcome(two))
      }),
      { numRuns: 500 },
    )
  })
})

describe('scores', () => {
  it('all multiplied multiply the total and change nothing else', () => {
    fc.assert(
      fc.property(anyLists, fc.integer({ min: 0, max: 1000 }), (lists, by) => {
        const edges = lists.edges.map((edge) => ({ ...edge, score: edge.score * by }))
        const best = outcome(lists)
        expect(outcome({ ...lists, edges })).toEqual({ ...best, total: best.total * by })
      }),
      { numRuns: 500 },
    )
  })

  it('raised for one pair pay once they make up for what insisting on it loses', () => {
    forOne(anyPair, (lists, pair, assignment) => {
      const { mentee, mentor } = pair
      const change = forcePairCost(prove(toProblem(lists), assignment), mentee, mentor)
      const best = outcome(lists)
      for (const by of [1, 3, 1000]) {
        // No score makes up for somebody unmatched or for a day of waiting.
        const isFree = change.matched === 0 && change.waiting === 0
        const gain = isFree ? Math.max(0, by + change.total) : 0
        expect(outcome(raised(lists, pair, by))).toEqual({ ...best, total: best.total + gain })
      }
    })
  })
})

describe('a pair', () => {
  it('that is not used is not missed when it is forbidden', () => {
    forOne(unused, (lists, pair) => {
      expect(outcome(without(lists, pair))).toEqual(outcome(lists))
    })
  })

  it('that is used and forbidden leaves the next best mentor or nobody for the mentee', () => {
    forOne(used, (lists, pair, assignment) => {
      const best = outcome(lists)
      const [next] = nextBestMentors(prove(toProblem(lists), assignment), [pair.mentee])
      const alone = outcome(withoutMentee(lists, pair.mentee))
      const other = next ? plus(best, next.change) : alone
      const after = outcome(without(lists, pair))
      expect(after).toEqual(compare(other, alone) > 0 ? other : alone)
      expect(compare(after, best)).toBeLessThanOrEqual(0)
    })
  })

  it('insisted on is the pair and the best of the rest with one place fewer', () => {
    forOne(anyPair, (lists, { mentee, mentor, score }, assignment) => {
      const rest = outcome(withPlaces(withoutMentee(lists, mentee), mentor, -1))
      const pair = { matched: 1, waiting: lists.waiting?.[mentee] ?? 0, total: score }
      const change = forcePairCost(prove(toProblem(lists), assignment), mentee, mentor)
      expect(plus(outcome(lists), change)).toEqual(plus(pair, rest))
    })
  })

  it.each([
    { name: 'few places', mentors: 50, maxCapacity: 2 },
    { name: 'about as many places', mentors: 80, maxCapacity: 4 },
    { name: 'many places', mentors: 120, maxCapacity: 4 },
  ])('insisted on is that among many too: $name', ({ mentors, maxCapacity }) => {
    for (let seed = 1; seed <= 8; seed++) {
      const size = { mentees: 150, mentors, degree: seed * 2, maxCapacity }
      const lists = largeLists({ ...size, maxScore: seed * 9, seed, waiting: seed % 2 === 0 })
      const assignment = solve(lists)
      const best = outcome(lists)
      const pairs = lists.edges.filter(({ mentor }) => lists.capacity[mentor] > 0)
      for (let x = seed; x < pairs.length; x += Math.ceil(pairs.length / 25)) {
        const { mentee, mentor, score } = pairs[x]
        const rest = outcome(withPlaces(withoutMentee(lists, mentee), mentor, -1))
        const pair = { matched: 1, waiting: lists.waiting?.[mentee] ?? 0, total: score }
        const change = forcePairCost(prove(toProblem(lists), assignment), mentee, mentor)
        expect(plus(best, change)).toEqual(plus(pair, rest))
      }
    }
  })
})

describe('a certificate', () => {
  it.each([
    { name: 'one score raised', change: (l: Lists, pair: Edge) => raised(l, pair, 2) },
    { name: 'one place fewer', change: (l: Lists, pair: Edge) => withPlaces(l, pair.mentor, -1) },
    { name: 'one place more', change: (l: Lists, pair: Edge) => withPlaces(l, pair.mentor, 1) },
    { name: 'no waiting days', change: (l: Lists) => ({ ...l, waiting: undefined }) },
  ])('of another problem is refused unless the result is best here too: $name', ({ change }) => {
    forOne(anyPair, (lists, pair, assignment) => {
      const other = change(lists, pair)
      const { matched, waiting, total } = verifyAssignment(toProblem(other), assignment)
      // Honest about its numbers, so that only pairs and prices can give it away.
      const honest = verifyAssignment(toProblem(other), { ...assignment, matched, total })
      if (honest.valid) expect({ matched, waiting, total }).toEqual(outcome(other))
    })
  })
})

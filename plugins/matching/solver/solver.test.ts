import { deserialize, serialize } from 'node:v8'

import fc from 'fast-check'
import { afterAll, describe, expect, it, vi } from 'vitest'

import { prepare } from '../pool/match-pool.ts'
import { indexPairs } from '../pool/numbers.ts'
import { atOnce, type Progress } from '../pool/slices.ts'
import { type Person, somebody, someCriteria } from '../pool/testing/people.ts'
import type { Choice, Pool } from '../pool/types.ts'
import type { DeclaredOptions } from '../types.ts'
import { hasEndedEarly, readySolver, withSolver } from './index.ts'
import { startChild } from './start-child.ts'
import { solverHere } from './work.ts'

type Command = [string, ...string[]]

const NOWHERE: Command = ['/no/such/program']

/** Starts what answers; `first` is done before. */
const command = (first = ''): Command => [
  process.execPath,
  '--import',
  'tsx',
  '--input-type=module',
  '--eval',
  `${first}\nawait import('@mentoring/matching/solve')`,
]

/** Of the same value the same bytes: how a list was made shows in those of the first time. */
const bytesOf = (value: unknown): Buffer => serialize(deserialize(serialize(value)))

const pools: fc.Arbitrary<Pool<Person, Person>> = fc
  .record({
    mentees: fc.array(fc.tuple(somebody, fc.nat(40)), { maxLength: 8 }),
    mentors: fc.array(fc.tuple(somebody, fc.integer({ min: -1, max: 3 }), fc.nat(3)), {
      maxLength: 6,
    }),
    leftOut: fc.array(fc.tuple(fc.nat(8), fc.nat(6)), { maxLength: 4 }),
    locks: fc.array(fc.tuple(fc.nat(8), fc.nat(6)), { maxLength: 4 }),
  })
  .map(({ leftOut, locks, mentees, mentors }) => {
    const named = (pairs: [number, number][]) =>
      pairs.map(([i, j]) => ({ mentee: `a${i}`, mentor: `b${j}` }))
    return {
      mentees: mentees.map(([person, daysWaited], i) => ({ id: `a${i}`, person, daysWaited })),
      mentors: mentors.map(([person, places, load], j) => ({ id: `b${j}`, person, places, load })),
      leftOut: named(leftOut),
      locks: named(locks),
    }
  })
const choices: fc.Arbitrary<Choice> = fc.record({
  least: fc.constantFrom(0, 1, 20),
  isSpread: fc.boolean(),
  seed: fc.nat(3),
})

describe('the process that solves', () => {
  const child = startChild(command())
  afterAll(() => child.kill())

  it('answers as this process does, to the byte', { timeout: 120_000 }, async () => {
    const here = solverHere()
    await fc.assert(
      fc.asyncProperty(pools, someCriteria, choices, async (pool, criteria, choice) => {
        const { mentees, mentors, task } = atOnce(prepare(pool, criteria, choice))
        const all = mentees.flatMap((mentee) =>
          mentors.map((mentor) => ({ mentee: mentee.id, mentor: mentor.id })),
        )
        const pairs = indexPairs({ mentees, mentors }, all)
        for (const ask of [
          (solver: typeof here) => solver.solve(task),
          (solver: typeof here) => solver.explain(),
          (solver: typeof here) => solver.costs(task, pairs),
          (solver: typeof here) => solver.repeat({ task }),
        ]) {
          const [there, own] = [await ask(child), await ask(here)]
          expect(there).toEqual(own)
          expect(bytesOf(there).equals(bytesOf(own))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says what is wrong with a question, and answers the next one', async () => {
    const { task } = atOnce(
      prepare<object, object>(
        { mentees: [{ id: 'a', person: {}, daysWaited: 3 }], mentors: [] },
        { rules: [], ladder: [], ground: { name: 'other', label: 'Other' }, points: [] },
        {},
      ),
    )
    await expect(child.solve({ ...task, waiting: new Int32Array() })).rejects.toThrow(/waiting/)
    expect((await child.solve(task)).unmatched).toHaveLength(1)
  })
})

describe('whoever solves a pool', () => {
  const logger = { warn: vi.fn() }
  const lend = <T>(
    solverCommand: DeclaredOptions['solverCommand'],
    about: { pairs: number; signal?: AbortSignal; report?: (progress: Progress) => void },
    use: Parameters<typeof withSolver<T>>[3],
  ) =>
    withSolver(
      // As far as they are looked at.
      { payload: { logger } } as unknown as Parameters<typeof withSolver>[0],
      { solverCommand } as DeclaredOptions,
      about,
      use,
    )
  const people = <T>(count: number, more: T) =>
    Array.from({ length: count }, (_, n) => ({ id: `p${n}`, person: {}, ...more }))
  const { task } = atOnce(
    prepare<object, object>(
      { mentees: people(20, { daysWaited: 1 }), mentors: people(10, { places: 1 }) },
      { rules: [], ladder: [], ground: { name: 'other', label: 'Other' }, points: [] },
      {},
    ),
  )
  /** Answers only once somebody ends it. */
  const SILENT = command(
    'const { send } = process; process.send = (said) => said.word !== "answer" && send.call(process, said)',
  )

  it('is this process when the pool is small: nothing is started for it', async () => {
    const found = await lend(['/no/such/program'], { pairs: 200 }, (solver) => solver.solve(task))
    expect(found.mentorOf.filter((j) => j >= 0)).toHaveLength(10)
    expect(logger.warn).not.toHaveBeenCalled()
  })

  it('is there before it is asked, where so many pairs will need it', async () => {
    readySolver({ solverCommand: NOWHERE } as DeclaredOptions, 200)
    readySolver({ solverCommand: command() } as DeclaredOptions, 1e6)
    const found = await lend(NOWHERE, { pairs: 1e8 }, (solver) => solver.solve(task))
    expect(found.mentorOf.filter((j) => j >= 0)).toHaveLength(10)
    expect(logger.warn).not.toHaveBeenCalled()
  })

  it('is not started beside one that works', async () => {
    await lend(command(), { pairs: 1e8 }, async (solver) => {
      readySolver({ solverCommand: NOWHERE } as DeclaredOptions, 1e6)
      return solver.solve(task)
    })
    // None was kept, so this one is started, and not found to be the other.
    const found = await lend(command(), { pairs: 1e8 }, (solver) => solver.solve(task))
    expect(found.mentorOf.filter((j) => j >= 0)).toHaveLength(10)
    expect(logger.warn).not.toHaveBeenCalled()
  })

  it('is ended by the signal, whatever it does, with the reason of the signal', async () => {
    const stop = new AbortController()
    const steps: string[] = []
    const work = lend(
      SILENT,
      {
        pairs: 1e6,
        signal: stop.signal,
        report: ({ step }) => {
          steps.push(step)
          // It has begun, and says nothing more.
          if (step === 'solving') stop.abort(new Error('That is enough.'))
        },
      },
      (solver) => solver.solve(task),
    )
    await expect(work).rejects.toThrow('That is enough.')
    expect(steps).toContain('comparing')
  })

  it('is one process for all questions beside the draft, one after the other', async () => {
    let most = 0
    let now = 0
    const ask = () =>
      lend(command(), { pairs: 1e8 }, async (solver) => {
        most = Math.max(most, (now += 1))
        await solver.solve(task)
        now -= 1
      })
    const failing = lend(command(), { pairs: 1e8 }, () => Promise.reject(new Error('Not this one')))
    await expect(failing).rejects.toThrow('Not this one')
    await Promise.all([ask(), ask(), ask()])
    expect(most).toBe(1)
  })

  it('says so when it was killed', async () => {
    const first = 'process.once("message", () => process.kill(process.pid, "SIGKILL"))'
    const work = lend(command(first), { pairs: 1e6 }, (solver) => solver.solve(task))
    const error: unknown = await work.catch((error: unknown) => error)
    expect(hasEndedEarly(error)).toBe(true)
    expect((error as Error).message).toContain('SIGKILL')
  })

  it('is this process where none can be started, and the log says so once', async () => {
    for (const unfit of [['/no/such/program'], [process.execPath, '--eval', '1']] as Command[]) {
      const found = await lend(unfit, { pairs: 1e6 }, (solver) => solver.solve(task))
      expect(found.mentorOf.filter((j) => j >= 0)).toHaveLength(10)
    }
    expect(logger.warn).toHaveBeenCalledTimes(1)
    expect(logger.warn.mock.calls[0]![0]).toContain('/no/such/program')
  })
})

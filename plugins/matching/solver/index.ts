import { Mutex } from 'async-mutex'
import type { Payload, PayloadRequest } from 'payload'

import type { Progress } from '../pool/slices.ts'
import type { DeclaredOptions } from '../types.ts'
import { type Child, isNotStarted, startChild } from './start-child.ts'
import { type Solver, solverHere } from './work.ts'

/**
 * A pool with fewer pairs of people than that is solved in this process: it takes less than a tenth of
 * a second, and a message there and back would take longer.
 */
const FEW_PAIRS = 50_000

/** What has solved a larger pool is not kept: it holds on to its memory. */
const MANY_PAIRS = 10_000_000

/** How long a process that has nothing to do is kept for the next question, in milliseconds. */
const KEPT_IDLE = 60_000

/** After how long it is tried again to start one, in milliseconds: a machine may only be short of memory. */
const TRY_AGAIN = 10 * 60_000

/** What every copy of this module shares: a bundler may make several. */
type Shared = {
  idle?: { child: Child; end: NodeJS.Timeout }
  /** How many processes have a question. */
  busy: number
  /** Until when no process is started, since one could not be; in milliseconds since 1970. */
  impossibleUntil: number
  /** Of what is asked that is no work on the draft. */
  turn: Mutex
}
const KEY = Symbol.for('matching.solver')
const shared = ((globalThis as Record<symbol, unknown>)[KEY] ??= {
  busy: 0,
  impossibleUntil: 0,
  turn: new Mutex(),
}) as Shared

/** What a question is about, and who wants to hear of it. */
type About = {
  /** How many pairs of people there are, possible or not. */
  pairs: number
  /** Of work on the draft. Other questions about large pools wait for each other, which bounds the processes. */
  signal?: AbortSignal
  report?: (progress: Progress) => void
}

/**
 * Lends whoever solves: a process of its own for a large pool, this one for a small pool, or where no
 * process can be started. A process starts at once, so that it is there when it is asked; it is killed
 * when the signal says so.
 *
 * @throws EndedEarly when the process ended before it had answered.
 */
export const withSolver = async <T>(
  req: PayloadRequest,
  options: DeclaredOptions,
  about: About,
  use: (solver: Solver) => Promise<T>,
): Promise<T> => {
  const { pairs, report, signal } = about
  const { solverCommand } = options
  if (!solverCommand || pairs < FEW_PAIRS || Date.now() < shared.impossibleUntil) {
    return use(solverHere(report, signal))
  }
  const ask = () => withProcess(req, solverCommand, about, use)
  return signal ? ask() : shared.turn.runExclusive(ask)
}

/**
 * Starts the process that solves before it is asked, where so many pairs will need it: who opens the
 * workspace is likely to ask next. It ends when nobody has asked for a while. None is started beside one
 * that works: that one is kept.
 */
export const readySolver = ({ solverCommand }: DeclaredOptions, pairs: number): void => {
  if (!solverCommand || pairs < FEW_PAIRS || Date.now() < shared.impossibleUntil) return
  if (shared.busy > 0) return
  keepIdle(takeIdle() ?? startChild(solverCommand))
}

const withProcess = async <T>(
  { payload }: PayloadRequest,
  solverCommand: [string, ...string[]],
  { pairs, report = () => {}, signal }: About,
  use: (solver: Solver) => Promise<T>,
): Promise<T> => {
  const here = solverHere(report, signal)
  const child = takeIdle() ?? startChild(solverCommand)
  shared.busy += 1
  child.tell(report)
  const stop = () => child.kill()
  signal?.addEventListener('abort', stop)
  /** The same question to the process, or to this one when there is none. */
  const asking =
    <Given extends unknown[], Answer>(
      there: (...given: Given) => Promise<Answer>,
      orHere: (...given: Given) => Promise<Answer>,
    ) =>
    async (...given: Given): Promise<Answer> => {
      try {
        signal?.throwIfAborted()
        await child.ready
      } catch (error) {
        signal?.throwIfAborted()
        if (!isNotStarted(error)) throw error
        noteImpossible(payload, error)
        return orHere(...given)
      }
      return there(...given).catch((error: Error) => {
        signal?.throwIfAborted()
        throw error
      })
    }
  try {
    return await use({
      solve: asking(child.solve, here.solve),
      explain: asking(child.explain, here.explain),
      costs: asking(child.costs, here.costs),
      repeat: asking(child.repeat, here.repeat),
    })
  } finally {
    shared.busy -= 1
    signal?.removeEventListener('abort', stop)
    child.tell(() => {})
    if (pairs > MANY_PAIRS) child.kill()
    else keepIdle(child)
  }
}

/** Was it the process that solves that ended? */
export { hasEndedEarly } from './start-child.ts'

const noteImpossible = ({ logger }: Payload, { message }: Error): void => {
  if (Date.now() >= shared.impossibleUntil) {
    logger.warn(
      `matching: large pools are matched in this process, because none could be started beside it: ${message}`,
    )
  }
  shared.impossibleUntil = Date.now() + TRY_AGAIN
}

const takeIdle = (): Child | undefined => {
  const { idle } = shared
  if (!idle) return undefined
  clearTimeout(idle.end)
  shared.idle = undefined
  return idle.child.isGone() ? undefined : idle.child
}

/** Keeps one process for the next question, for a while. */
const keepIdle = (child: Child): void => {
  if (shared.idle) child.kill()
  else if (!child.isGone()) {
    const end = setTimeout(() => {
      shared.idle = undefined
      child.kill()
    }, KEPT_IDLE)
    end.unref()
    shared.idle = { child, end }
  }
}

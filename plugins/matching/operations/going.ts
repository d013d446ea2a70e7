import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { Refused } from '@mentoring/kit/refused'
import { whenStopping } from '@mentoring/kit/stopping'
import { Mutex } from 'async-mutex'
import type { PayloadRequest } from 'payload'

import { speak } from '../languages/index.ts'
import { configOf } from '../local.ts'
import type { Progress } from '../pool/slices.ts'
import { hasEndedEarly } from '../solver/index.ts'
import type { DeclaredOptions } from '../types.ts'

/** What work on the draft is doing; `waiting` for other work on it. */
export type Step = Progress['step'] | 'reading' | 'storing' | 'waiting'

/** Work on the draft that goes on, as coordinators see it. */
export type Going = {
  id: string
  what: 'propose' | 'run' | 'swap'
  /** Who started it, by what the admin calls them. */
  by?: string
  /** ISO date. */
  since: string
  step: Step
  /** How many of how many people; nothing where that is not known. */
  done?: number
  of?: number
  /** From 1; it begins again when people change before it is stored. */
  attempt: number
}

/** What came of work on the draft: what it tells whoever started it, or why nothing was changed. */
export type Outcome = { id: string } & ({ summary: object } | { problem: string })

/** Work on the draft, from inside. */
export type Job = {
  /** Says what it does now. */
  now: (step: Step, done?: number, of?: number) => void
  /** The same, as whoever solves says it. */
  report: (progress: Progress) => void
  /** Says that the draft is stored, and what is told of it: what follows can't undo that. */
  stored: (summary: object) => void
  /** Says that it begins again. */
  again: () => void
  signal: AbortSignal
}

type Held = {
  going: Going
  stop: AbortController
  isStopped: boolean
  /** Aborted once there is an outcome: ends the waiting for it. */
  told: AbortController
}

/** What every copy of this module shares: a bundler may make several. */
type Shared = { held: Held[]; outcomes: Outcome[]; turn: Mutex }
const KEY = Symbol.for('matching.going')
const known = globalThis as Record<symbol, unknown>
const shared = (known[KEY] ??= begin()) as Shared

function begin(): Shared {
  const shared: Shared = { held: [], outcomes: [], turn: new Mutex() }
  // It would be lost anyway; so whoever waits for it is told.
  whenStopping(async () => shared.held.forEach(({ stop }) => stop.abort()))
  return shared
}

/** How many outcomes are kept for those who ask for them later. */
const KEPT = 50

/**
 * Does work on the draft: one at a time in this process, because a second one would find its input
 * gone and begin again. Work that only explains what it has stored gives way. Inside the caller's
 * transaction it waits for nobody: whoever is before it may wait for that transaction.
 *
 * @throws Refused when it was stopped, or the process that solves ended early; the draft is as it was.
 */
export const workOnDraft = async <T extends object>(
  req: PayloadRequest,
  options: DeclaredOptions,
  what: Going['what'],
  work: (job: Job) => Promise<T>,
): Promise<T> => startWork(req, options, what, work).done

/** The same, without waiting for its end: whoever has the id can ask for the outcome. */
export const startWork = <T extends object>(
  req: PayloadRequest,
  options: DeclaredOptions,
  what: Going['what'],
  work: (job: Job) => Promise<T>,
): { id: string; done: Promise<T> } => {
  const id = randomUUID()
  const held: Held = {
    going: {
      id,
      what,
      by: nameOf(req, options),
      since: new Date().toISOString(),
      step: 'waiting',
      attempt: 1,
    },
    stop: new AbortController(),
    isStopped: false,
    told: new AbortController(),
  }
  for (const { going, stop } of shared.held) if (going.step === 'explaining') stop.abort()
  shared.held.push(held)
  const done = (
    req.transactionID ? doNow(held, work) : shared.turn.runExclusive(() => doNow(held, work))
  )
    .catch((error: unknown) => {
      throw held.stop.signal.aborted || hasEndedEarly(error) ? whyEnded(req, held) : error
    })
    .finally(() => (shared.held = shared.held.filter((one) => one !== held)))
  done.catch((error: unknown) => {
    const isTold = error instanceof Refused
    keep(held, { problem: isTold ? error.message : speak(req.i18n)('runFault') })
  })
  return { id, done }
}

const doNow = async <T>(held: Held, work: (job: Job) => Promise<T>): Promise<T> => {
  const { going, stop } = held
  stop.signal.throwIfAborted()
  const now: Job['now'] = (step, done, of) => void Object.assign(going, { step, done, of })
  return work({
    now,
    report: ({ done, of, step }) => now(step, done, of),
    stored: (summary) => {
      keep(held, { summary })
      // Others wait for their turn: explaining gives way.
      if (shared.held.some((one) => one !== held)) stop.abort()
    },
    again: () => void (going.attempt += 1),
    signal: stop.signal,
  })
}

const keep = ({ going, told }: Held, came: { summary: object } | { problem: string }): void => {
  shared.outcomes = [...shared.outcomes, { id: going.id, ...came }].slice(-KEPT)
  told.abort()
}

const whyEnded = (req: PayloadRequest, { isStopped }: Held): Refused => {
  const say = speak(req.i18n)
  return isStopped
    ? new Refused(409, say('runStopped'), 'runStopped')
    : new Refused(409, say('runEnded'), 'runEnded')
}

/** Work on the draft that goes on, the one whose turn it is first; and what came of the one asked for. */
export const findGoing = (id?: string): { going: Going[]; outcome?: Outcome } => ({
  going: shared.held.map(({ going }) => ({ ...going })),
  outcome: shared.outcomes.find((outcome) => outcome.id === id),
})

/** Waits until something has come of work on the draft, but no longer than so many milliseconds. */
export const untilTold = async (id: string, longest: number): Promise<void> => {
  const held = shared.held.find(({ going }) => going.id === id)
  if (held) await sleep(longest, undefined, { signal: held.told.signal }).catch(() => {})
}

/**
 * Stops work on the draft. What it had stored stays.
 *
 * @throws Refused when it does not go on any more.
 */
export const stopWork = (req: PayloadRequest, id: string): void => {
  const held = shared.held.find(({ going }) => going.id === id)
  if (!held) throw new Refused(409, speak(req.i18n)('runOver'), 'runOver')
  held.isStopped = true
  held.stop.abort()
}

/** What the admin calls whoever asks. */
const nameOf = (
  { payload, user }: PayloadRequest,
  { users }: DeclaredOptions,
): string | undefined => {
  const { useAsTitle } = configOf(payload, users).admin
  const name = (user as Record<string, unknown> | null)?.[useAsTitle ?? 'email']
  return typeof name === 'string' || typeof name === 'number' ? `${name}` : undefined
}

import type { Config, Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { addRound, roundsStanding, startRounds } from './rounds.ts'

/** Payload as far as rounds know it. */
const start = (run: () => Promise<unknown>, lateAfterSeconds = 180, everySeconds = 60) => {
  const round = { name: 'test', everySeconds, lateAfterSeconds, run }
  const config = addRound({} as Config, round)
  const errors: unknown[] = []
  const logger = { error: (line: unknown) => errors.push(line) }
  // As far as rounds know it.
  const payload = { config, logger } as unknown as Payload
  startRounds(payload)
  return { errors, standing: () => roundsStanding(payload).test! }
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-06-01T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a round', () => {
  it('begins at once and goes on, one after the other', async () => {
    let open = 0
    let most = 0
    let ended = 0
    start(async () => {
      most = Math.max(most, (open += 1))
      await new Promise((resolve) => setTimeout(resolve, 90_000))
      open -= 1
      ended += 1
    })
    await vi.advanceTimersByTimeAsync(90_000 + 60_000 + 90_000)
    expect([most, ended]).toEqual([1, 2])
  })

  it('goes on when the clock is set back', async () => {
    const run = vi.fn(async () => {})
    const { standing } = start(run)
    await vi.advanceTimersByTimeAsync(60_000)
    vi.setSystemTime(new Date('2026-11-01T12:00:00Z'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(run).toHaveBeenCalledTimes(3)
    expect(standing().isLate).toBe(false)
  })

  it('that comes often and fails is told once and waits longer, until it goes well', async () => {
    let isBroken = true
    const run = vi.fn(async () => {
      if (isBroken) throw new Error('disk full')
    })
    const { errors } = start(run, 180, 1)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(run.mock.calls.length).toBeLessThan(40)
    expect(errors).toEqual([expect.objectContaining({ msg: 'A round failed', round: 'test' })])
    isBroken = false
    await vi.advanceTimersByTimeAsync(20_000)
    run.mockClear()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(run.mock.calls.length).toBeGreaterThan(8)
    isBroken = true
    await vi.advanceTimersByTimeAsync(10_000)
    expect(errors).toHaveLength(2)
  })

  it('that fails is told, goes on, and is late after a while', async () => {
    let isBroken = true
    const { errors, standing } = start(async () => {
      if (isBroken) throw new Error('no')
    })
    await vi.advanceTimersByTimeAsync(120_000)
    expect(errors).toHaveLength(1)
    expect(standing()).toEqual({ isLate: false, secondsAgo: undefined })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(standing().isLate).toBe(true)
    isBroken = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(standing().isLate).toBe(false)
  })

  it('that hangs is late', async () => {
    const { standing } = start(() => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(181_000)
    expect(standing().isLate).toBe(true)
  })
})

describe('rounds of a project that has no jobs', () => {
  /** What Payload does in a server: it starts, then its cron jobs do. */
  const serve = async (given: object, shouldAutoRun?: () => boolean) => {
    const run = vi.fn(async () => {})
    const round = { name: 'test', everySeconds: 60, lateAfterSeconds: 180, run }
    const second = { ...round, name: 'second' }
    const config = addRound(addRound({ jobs: given } as Config, round), second)
    // As far as rounds know it.
    const payload = {
      config: { ...config, jobs: { ...config.jobs, shouldAutoRun } },
    } as unknown as Payload
    await config.onInit!(payload)
    const { autoRun, enabled } = payload.config.jobs
    const crons = enabled && typeof autoRun === 'function' ? await autoRun(payload) : undefined
    return { crons, payload, run }
  }

  it('start with Payload’s cron jobs, each once, and leave the project’s own as they are', async () => {
    const own = [{ queue: 'own' }]
    const { crons, payload, run } = await serve({ autoRun: own })
    expect(crons).toEqual(own)
    expect(run).toHaveBeenCalledTimes(2)
    await (payload.config.jobs.autoRun as (payload: Payload) => unknown)(payload)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('do not where the project starts them itself', async () => {
    const { payload, run } = await serve({}, () => false)
    expect(run).not.toHaveBeenCalled()
    startRounds(payload)
    expect(run).toHaveBeenCalledTimes(2)
  })
})

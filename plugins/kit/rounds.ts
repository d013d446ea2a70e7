import type { Config, Payload } from 'payload'

import { isStopping, whenStopping } from './stopping.ts'

/** Something that is done again and again for as long as the server runs. */
export type Round = {
  name: string
  /** Pause after the end of one round until the next; up to 20 seconds while it fails. */
  everySeconds: number
  /** Without a round that went well for this long, the health of the server is bad. */
  lateAfterSeconds: number
  /** How much a round left for the next, when it does a part at a time. @default nothing */
  left?: () => number
  run: (payload: Payload) => Promise<unknown>
}

/** What is known of a round, by the process's own clock. */
type Standing = { began: number; wentWell?: number }

/** The longest pause after failures of a round that comes more often than that, in seconds. */
const LONGEST_PAUSE = 20

const KEY = 'rounds'
type Known = { round: Round; standing?: Standing }
const roundsOf = ({ custom }: Pick<Config, 'custom'>): Known[] => (custom?.[KEY] ?? []) as Known[]

/**
 * Adds a round to a project. Rounds start where Payload starts its own cron jobs: in a server, with
 * the first request or `getPayload({ config, cron: true })`, and not in scripts. A project whose
 * `jobs.shouldAutoRun` says no starts them itself, by {@link startRounds}.
 */
export const addRound = (config: Config, round: Round): Config => {
  const known = roundsOf(config)
  const custom = { ...config.custom, [KEY]: [...known, { round } satisfies Known] }
  return { ...(known.length > 0 ? config : startedByPayload(config)), custom }
}

const startedByPayload = (config: Config): Config => {
  const given = config.jobs?.autoRun
  return {
    ...config,
    jobs: {
      ...config.jobs,
      autoRun: async (payload) => {
        const { shouldAutoRun } = payload.config.jobs
        const isStarted = roundsOf(payload.config).some(({ standing }) => standing)
        if (!isStarted && ((await shouldAutoRun?.(payload)) ?? true)) startRounds(payload)
        return typeof given === 'function' ? given(payload) : (given ?? [])
      },
    },
    onInit: async (payload) => {
      await config.onInit?.(payload)
      // Payload looks for cron jobs only where there are tasks; a round needs none.
      payload.config.jobs.enabled = true
    },
  }
}

/** As a plugin: the rounds that belong to no other. */
export const rounds =
  (list: Round[]) =>
  (config: Config): Config =>
    list.reduce(addRound, config)

/** The round that runs the jobs of one queue, each second. */
export const queueRound = (queue: string): Round => ({
  name: queue,
  everySeconds: 1,
  lateAfterSeconds: 180,
  run: ({ jobs }) => jobs.run({ queue, limit: 20, silent: { info: true }, overrideAccess: true }),
})

/**
 * Starts all rounds of a project, once. They go by the time that passes, not by what o'clock it is: a
 * clock of the machine that was ahead and is set back holds none of them up, which Payload's own
 * `autoRun` and `schedule` would be. When the server stops, no round begins and those that run are
 * waited for.
 */
export const startRounds = (payload: Payload): void => {
  const running = roundsOf(payload.config).map((known) => {
    known.standing = { began: performance.now() }
    return repeat(payload, known.round, known.standing)
  })
  whenStopping(() => {
    for (const { wake } of running) wake()
    return Promise.all(running.map(({ ended }) => ended))
  })
}

/** After failures a round waits longer, in seconds. */
const pauseAfter = (everySeconds: number, failures: number): number =>
  Math.max(everySeconds, Math.min(LONGEST_PAUSE, everySeconds * 2 ** failures))

const repeat = (payload: Payload, { everySeconds, name, run }: Round, standing: Standing) => {
  let wake = () => {}
  const pause = (seconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const go = async () => {
    let failures = 0
    while (!isStopping()) {
      try {
        await run(payload)
        standing.wentWell = performance.now()
        failures = 0
      } catch (error) {
        failures += 1
        // A disk that is full must not be filled by saying so each second.
        if (failures === 1) payload.logger.error({ msg: 'A round failed', round: name, err: error })
      }
      if (!isStopping()) await pause(pauseAfter(everySeconds, failures))
    }
  }
  return { ended: go(), wake: () => wake() }
}

/** How each round stands: seconds since one went well, whether that is too long, and what is left to do. */
export const roundsStanding = (
  payload: Payload,
): Record<string, { isLate: boolean; left: number | undefined; secondsAgo: number | undefined }> =>
  Object.fromEntries(
    roundsOf(payload.config).map(({ round, standing }) => {
      const ago = (moment: number) => (performance.now() - moment) / 1000
      const secondsAgo = standing?.wentWell === undefined ? undefined : ago(standing.wentWell)
      const silence = standing ? (secondsAgo ?? ago(standing.began)) : Infinity
      return [
        round.name,
        {
          isLate: silence > round.lateAfterSeconds,
          left: round.left?.(),
          secondsAgo: secondsAgo === undefined ? undefined : Math.round(secondsAgo),
        },
      ]
    }),
  )

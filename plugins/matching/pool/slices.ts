import { setImmediate as nextTurn } from 'node:timers/promises'

/** How far work is; `done` and `of` count people. */
export type Progress = { step: 'comparing' | 'explaining' | 'solving'; done?: number; of?: number }

/** Work that can be put aside wherever it yields, and may say there how far it is. */
export type Sliced<T> = Generator<Progress | undefined, T>

/** How long a slice takes at most, in milliseconds, but for what is done between two yields. */
const LONGEST_SLICE = 8

/** Does all of it at once. */
export const atOnce = <T>(work: Sliced<T>): T => {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/**
 * Does it in slices, and whatever else waits in this process between them.
 *
 * @param signal ends it, with its reason, before the next slice
 * @param report is told how far it is, after each slice and at each new step
 */
export const inSlices = async <T>(
  work: Sliced<T>,
  signal?: AbortSignal,
  report?: (progress: Progress) => void,
): Promise<T> => {
  let now: Progress | undefined
  for (let until = performance.now() + LONGEST_SLICE; ;) {
    const { done, value } = work.next()
    if (done) return value
    if (value && value.step !== now?.step) report?.(value)
    now = value ?? now
    if (performance.now() < until) continue
    if (now) report?.(now)
    await nextTurn()
    signal?.throwIfAborted()
    until = performance.now() + LONGEST_SLICE
  }
}

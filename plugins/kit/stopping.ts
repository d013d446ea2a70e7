/** What every copy of this module shares: Next bundles one of its own beside the server's. */
type Shared = { isStopping: boolean; work: Set<() => Promise<unknown>> }

const KEY = Symbol.for('mentoring.stopping')
const shared = ((globalThis as Record<symbol, unknown>)[KEY] ??= {
  isStopping: false,
  work: new Set(),
}) as Shared

/**
 * Names what must be finished, or set back, before the process ends. It is called once, when the
 * server was told to stop: from then on it starts nothing new, and its promise resolves when what it
 * has in hand is done. It has about 20 seconds. The database works until it is done.
 *
 * @example
 * whenStopping(async () => {
 *   takeNoMore()
 *   await Promise.race([inHand(), sleep(10_000)])
 *   await setBackTheRest()
 * })
 */
export const whenStopping = (finish: () => Promise<unknown>): void => void shared.work.add(finish)

/** Was the server told to stop? Then nothing new is begun. */
export const isStopping = (): boolean => shared.isStopping

/** Says that the server stops, and waits for what is in hand. Called by the server alone. */
export const stopWork = async (): Promise<void> => {
  shared.isStopping = true
  await Promise.allSettled([...shared.work].map((finish) => finish()))
}

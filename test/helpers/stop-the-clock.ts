import { onTestFinished, vi } from 'vitest'

/**
 * Stops the clock until the test ends. Limits count in windows of the clock: without this a test that
 * uses one up fails whenever a window ends in the middle of it. Not for tests whose clock stands
 * anyway (`bootMentoring`): it would go on when the test ends.
 */
export const stopTheClock = (): void => {
  if (vi.isFakeTimers()) throw new Error('This clock stands already')
  vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

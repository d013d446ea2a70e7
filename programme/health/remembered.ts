import type { Payload } from 'payload'

/** What was found is good for this long, in milliseconds. */
const PAUSE = 5_000

/** Looks at most every few seconds, however often it is asked; meanwhile everybody gets what was found. */
export const remembered = <T>(
  look: (payload: Payload) => Promise<T>,
): ((payload: Payload) => Promise<T>) => {
  let last: { at: number; answer: Promise<T> } | undefined
  return (payload) => {
    if (!last || performance.now() - last.at > PAUSE) {
      last = { at: performance.now(), answer: look(payload) }
      last.answer.catch(() => undefined)
    }
    return last.answer
  }
}

const SECOND = 1000
const HOUR = 3600 * SECOND
const DAY = 24 * HOUR

/** A message, or a mail server, is tried again after this long, and then twice as long each time. */
const FIRST_PAUSE = 30 * SECOND

/** The longest pause between two tries. */
export const LONGEST_PAUSE = HOUR

/** A message is tried for this long; a mail server can be away over a weekend. */
const TRIED_FOR = 5 * DAY

/** A clock that is far ahead for a while must not make a message look old after a try or two. */
const LEAST_TRIES = 8

/** When to try again, after so many tries that failed. */
export const nextTry = (tries: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries - 1, 20)))

/**
 * Has the time come? No pause is longer than {@link LONGEST_PAUSE}: a time further off was written by
 * a clock that was wrong.
 */
export const isTime = (at: string | null | undefined, now: Date): boolean => {
  const wait = at ? Date.parse(at) - now.getTime() : 0
  return wait <= 0 || wait > LONGEST_PAUSE + SECOND
}

/** Has a message been tried for long enough? */
export const isGivenUp = (
  { attempts, queuedAt }: { attempts?: number | null; queuedAt?: string | null },
  now: Date,
): boolean =>
  (attempts ?? 0) >= LEAST_TRIES &&
  now.getTime() - Date.parse(queuedAt ?? now.toISOString()) >= TRIED_FOR

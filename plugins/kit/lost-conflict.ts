/** What databases call the end of one of two transactions that got in each other’s way. */
const CODES = new Set<unknown>([
  24, // MongoDB: LockTimeout
  112, // MongoDB: WriteConflict
  251, // MongoDB: NoSuchTransaction, for the rest of one that was ended
  '40001', // PostgreSQL: serialization failure
  '40P01', // PostgreSQL: deadlock detected
  'SQLITE_BUSY',
])

/**
 * Did the database end this work because other work was at the same records at the same moment?
 * Nothing of it was kept then, and the same work may well succeed when it is done again.
 */
export const isLostConflict = (error: unknown): boolean => {
  // Some layers wrap the database’s own error.
  for (
    let one = error, depth = 0;
    depth < 5 && typeof one === 'object' && one !== null;
    depth += 1
  ) {
    const { cause, code, hasErrorLabel } = one as {
      cause?: unknown
      code?: unknown
      hasErrorLabel?: (label: string) => boolean
    }
    if (CODES.has(code)) return true
    if (typeof hasErrorLabel === 'function') {
      if (hasErrorLabel.call(one, 'TransientTransactionError')) return true
    }
    one = cause
  }
  return false
}

/**
 * How long to wait before work that lost is tried again, in milliseconds: longer each time, and by
 * chance, so that the losers do not all meet again.
 */
export const waitAfter = (attempt: number): number =>
  Math.random() * Math.min(1000, 20 * 2 ** attempt)

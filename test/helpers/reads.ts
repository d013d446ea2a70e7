import type { Payload } from 'payload'

/** What was asked of the database, and how much came back. */
export type Reads = {
  statements: number
  rows: number
  /** Of the rows, those that were read with all their fields. */
  whole: number
  /** The most that came back at once. */
  most: number
}

const READING = ['count', 'find', 'findOne'] as const

/** Counts what the database is asked while `work` runs: calls of the adapter, and records that come back. */
export const countReads = async (payload: Payload, work: () => Promise<void>): Promise<Reads> => {
  const { db } = payload
  const reads: Reads = { statements: 0, rows: 0, whole: 0, most: 0 }
  // Each by its own name, with what it takes and gives left as it is.
  const own = db as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  const kept = READING.map((name) => [name, own[name]!] as const)
  for (const [name, ask] of kept) {
    own[name] = async (...args) => {
      const answer = await ask.apply(db, args)
      const { docs } = (answer ?? {}) as { docs?: unknown[] }
      const rows = docs?.length ?? (name === 'findOne' && answer ? 1 : 0)
      reads.statements += 1
      reads.rows += rows
      if (!(args[0] as { select?: object }).select) reads.whole += rows
      reads.most = Math.max(reads.most, rows)
      return answer
    }
  }
  try {
    await work()
  } finally {
    for (const [name, ask] of kept) own[name] = ask
  }
  return reads
}

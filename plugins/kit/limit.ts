import { createHmac } from 'node:crypto'

import {
  APIError,
  type CollectionConfig,
  commitTransaction,
  type Config,
  type PayloadRequest,
} from 'payload'

import { inTransaction } from './in-transaction.ts'
import { count } from './text.ts'
import { writtenByCode } from './written-by-code.ts'

/** Counts one use by `key`; returns the seconds to wait when there have been too many, else nothing. */
export type Limit = {
  use: (req: PayloadRequest, key: string) => Promise<number | undefined>
  /** Takes one use back. */
  giveBack: (req: PayloadRequest, key: string) => Promise<void>
  /** Has there been any use in this window or the one before? */
  has: (req: PayloadRequest, key: string) => Promise<boolean>
}

/** How long to wait, as people read it. @example waitInWords(61) // '2 minutes' */
export const waitInWords = (seconds: number): string => count(Math.ceil(seconds / 60), 'minute')

const SLUG = 'limits'

/** One use in so many also clears away what is over. */
const CLEAR_EVERY = 200

/**
 * Where limits are counted: in the database, so that they hold over restarts and processes. The keys
 * are addresses of people and clients, so only their HMAC is kept.
 */
const limitsCollection: CollectionConfig = {
  slug: SLUG,
  ...writtenByCode(() => false),
  admin: { hidden: true, hideAPIURL: true },
  timestamps: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true },
    { name: 'uses', type: 'number', required: true },
    // One window longer than it counts: `has` looks back by one.
    { name: 'until', type: 'date', required: true, index: true },
  ],
}

/** Adds the collection that limits are counted in, if no other plugin has. */
export const addLimits = (config: Config): Config => {
  const collections = config.collections ?? []
  const isThere = collections.some(({ slug }) => slug === SLUG)
  return isThere ? config : { ...config, collections: [...collections, limitsCollection] }
}

/**
 * A limit on a door that strangers can reach. Time is cut into windows of `seconds`; each counts anew.
 *
 * @param name unique among the limits
 * @param uses how many are allowed in `seconds`
 *
 * @example
 * const limit = makeLimit({ name: 'log-in', uses: 30, seconds: 600 })
 * if ((await limit.use(req, address)) !== undefined) refuse()
 */
export const makeLimit = (options: { name: string; uses: number; seconds: number }): Limit => {
  const length = options.seconds * 1000
  const rowOf = (req: PayloadRequest, key: string, back = 0) => {
    const window = Math.floor(Date.now() / length) - back
    const said = JSON.stringify([options.name, window, key])
    return {
      key: createHmac('sha256', req.payload.secret).update(said).digest('base64url'),
      until: (window + 1) * length,
      length,
    }
  }
  return {
    use: async (req, key) => {
      const row = rowOf(req, key)
      const uses = await add(req, row, 1)
      if (Math.random() * CLEAR_EVERY < 1) await clear(req)
      return uses > options.uses
        ? Math.max(1, Math.ceil((row.until - Date.now()) / 1000))
        : undefined
    },
    giveBack: async (req, key) => {
      await add(req, rowOf(req, key), -1)
    },
    has: async (req, key) => {
      const keys = [0, 1].map((back) => rowOf(req, key, back).key)
      const where = { key: { in: keys } }
      return (await req.payload.db.findOne({ collection: SLUG, where, req: inside(req) })) !== null
    },
  }
}

/**
 * Counts several uses in one go. Where writers queue and each write has to reach the disk before the
 * next, they are one write; on MongoDB, where many can count at once, each stays one of its own.
 */
export const countTogether = <T>(req: PayloadRequest, uses: () => Promise<T>): Promise<T> =>
  req.payload.db.name === 'mongoose' ? uses() : inTransaction(req, uses)

/**
 * Refuses whoever has used up a limit.
 *
 * @param wait seconds, as `use` gives them
 * @throws APIError with 429 when there is any
 */
export const refuseAfter = (wait: number | undefined): void => {
  if (wait === undefined) return
  const message = `Too many tries. Wait ${waitInWords(wait)} and try again.`
  throw new APIError(message, 429, undefined, true)
}

/**
 * Keeps what was counted when the operation it was counted in is about to be refused, and so rolled
 * back. Nothing else may have been written in its transaction yet.
 */
export const keepCount = async (req: PayloadRequest): Promise<void> => {
  if (req.transactionID) await commitTransaction(req)
}

/** Adds to a count in one step of the database, so that none of two at once is lost. */
const add = async (
  req: PayloadRequest,
  { key, length, until }: { key: string; length: number; until: number },
  by: number,
): Promise<number> => {
  const { db } = req.payload
  const common = { collection: SLUG, req: inside(req) } as const
  const increase = async () =>
    // The adapter answers with the row, whose type it does not know.
    (await db.updateOne({
      ...common,
      where: { key: { equals: key } },
      data: { uses: { $inc: by } },
      options: { atomic: true },
    })) as unknown as { uses: number } | null
  const counted = await increase()
  if (counted) return counted.uses
  try {
    const data = { key, uses: by, until: new Date(until + length).toISOString() }
    await db.create({ ...common, data, returning: false })
    return by
  } catch (error) {
    // Another request has made the row meanwhile.
    const late = await increase()
    if (!late) throw error
    return late.uses
  }
}

const clear = async (req: PayloadRequest): Promise<void> => {
  const where = { until: { less_than: new Date().toISOString() } }
  await req.payload.db.deleteMany({ collection: SLUG, where, req: inside(req) })
}

/**
 * Inside the caller's transaction where there is one: on SQLite a write beside it would wait for it.
 * Else without any, so that a count stays when what it counts fails.
 */
const inside = (req: PayloadRequest): PayloadRequest | undefined =>
  req.transactionID ? req : undefined

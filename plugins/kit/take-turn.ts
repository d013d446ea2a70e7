import type { CollectionConfig, Config, Payload, PayloadRequest } from 'payload'

import { writtenByCode } from './written-by-code.ts'

/** Rules that look at records which those who ask do not all write, each with a row of its own. */
const RULES = ['administrators', 'content', 'forms', 'order', 'pictures'] as const

/** A rule by which one asks after the other. */
export type Rule = (typeof RULES)[number]

/** A row for each rule that counts; only code writes it. */
export const turns: CollectionConfig = {
  slug: 'turns',
  ...writtenByCode(() => false),
  admin: { hidden: true },
  timestamps: false,
  fields: [
    { name: 'rule', type: 'text', required: true, unique: true },
    { name: 'turn', type: 'number', defaultValue: 0 },
  ],
}

/** Makes the rows that are not there yet. Inside a transaction two might make the same one. */
export const prepareTurns = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'turns',
    pagination: false,
    overrideAccess: true,
  })
  for (const rule of RULES) {
    if (docs.some((row) => row.rule === rule)) continue
    await payload.create({ collection: 'turns', data: { rule }, overrideAccess: true })
  }
}

/** For a plugin: adds the turns to a project that has none, with their rows made before it does anything else. */
export const addTurns = (config: Config): Config => {
  const collections = config.collections ?? []
  if (collections.some(({ slug }) => slug === turns.slug)) return config
  return {
    ...config,
    collections: [...collections, turns],
    onInit: async (payload) => {
      await prepareTurns(payload)
      await config.onInit?.(payload)
    },
  }
}

/**
 * Keeps everybody else who asks by the same rule waiting until this transaction ends, so that what
 * is counted after this still holds when it commits. Without it, two who each write another record
 * could both count as if the other had not: on MongoDB only those conflict that write the same one.
 */
export const takeTurn = async (req: PayloadRequest, rule: Rule): Promise<void> => {
  await req.payload.db.updateOne({
    collection: 'turns',
    where: { rule: { equals: rule } },
    data: { turn: { $inc: 1 } },
    req,
    returning: false,
  })
}

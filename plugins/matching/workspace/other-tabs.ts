import type { PayloadRequest } from 'payload'

import { inLanguageOf } from '../languages/index.ts'
import { findConfirmedLast } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'
import { loadPool } from '../operations/load-pool.ts'
import { recruitmentGaps, supplyAndDemand, type SupplyAndDemand } from '../operations/supply.ts'
import { loadPart } from './part.ts'
import { showMatch } from './show-match.ts'
import type { ShownMatch } from './shown.ts'

/** How many recent matches the workspace lists, to be looked at and undone. */
const RECENT_MATCHES = 20

/** The latest introductions, with the access of the one who looks. */
export const loadRecent = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<{ recent: ShownMatch[] }> => {
  const recent = await findConfirmedLast(
    req,
    options,
    { status: { equals: 'introduced' } },
    RECENT_MATCHES,
  )
  const part = await loadPart(req, options, recent)
  return { recent: recent.map(showMatch(options, part, inLanguageOf(req, options))) }
}

/** Where people are missing: who waits and who could take them. */
export type Supply = { supply: SupplyAndDemand[]; gaps: string[] }

/** Reads the whole pool, with the access of the one who looks. */
export const loadSupply = async (
  req: PayloadRequest,
  options: ResolvedOptions,
): Promise<Supply> => {
  const pool = await loadPool(req, options, new Date())
  const { say, words } = inLanguageOf(req, options)
  // As declared: who is missing where does not depend on how pairs are compared today.
  const { ladder } = options.criteria
  return {
    supply: supplyAndDemand(pool, ladder, say),
    gaps: recruitmentGaps(pool, ladder, words, say),
  }
}

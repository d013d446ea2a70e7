import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../in-transaction.ts'
import { matchPool } from '../engine/pool.ts'
import type { ResolvedOptions } from '../types.ts'
import { loadPool } from './load-pool.ts'
import { TURN_FIELD } from './lock-pair.ts'

/** What a run tells the coordinator who started it. */
export type RunSummary = {
  mentees: number
  places: number
  proposed: number
  isCertified: boolean
}

/**
 * Matches all who wait: stores the run and its proposals, in place of the open proposals of the run
 * before. Nothing is confirmed and nobody is written to.
 */
export const runMatching = (req: PayloadRequest, options: ResolvedOptions): Promise<RunSummary> =>
  inTransaction(req, async () => {
    const { payload } = req
    await letOneRunAtATime(req, options)
    const pool = await loadPool(req, options, new Date())
    const result = matchPool(pool, options.criteria)
    const mentors = pool.mentors.filter(({ places }) => places > 0)
    const places = mentors.reduce((sum, mentor) => sum + mentor.places, 0)

    const run = await payload.create({
      collection: 'matching-runs',
      data: {
        startedBy: req.user?.id,
        mentees: pool.mentees.length,
        mentors: mentors.length,
        places,
        proposed: result.pairs.length,
        total: result.total,
        isCertified: result.isCertified,
        record: {
          mentees: pool.mentees.map(({ id, daysWaited }) => ({ id, daysWaited })),
          mentors: mentors.map(({ id, places }) => ({ id, places })),
          ladder: options.criteria.ladder.map(({ name }) => name),
          points: options.criteria.points.map(({ name, most }) => ({ name, most })),
          possiblePairs: result.edges,
          pairs: result.pairs.map(({ mentee, mentor, assessment: { tier, score } }) => ({
            mentee,
            mentor,
            tier,
            score,
          })),
          unmatched: result.unmatched,
        },
      },
      depth: 0,
      overrideAccess: true,
      req,
    })
    await payload.delete({
      collection: 'matches',
      where: { status: { equals: 'proposed' } },
      overrideAccess: true,
      req,
    })
    for (const { mentee, mentor, assessment } of result.pairs) {
      const { tier, tierLabel, score, reasons, differences } = assessment
      await payload.create({
        collection: 'matches',
        data: {
          mentee,
          mentor,
          tier,
          tierLabel,
          score,
          reasons,
          differences,
          status: 'proposed',
          madeBy: 'run',
          run: run.id,
        },
        depth: 0,
        overrideAccess: true,
        req,
      })
    }
    return {
      mentees: pool.mentees.length,
      places,
      proposed: result.pairs.length,
      isCertified: result.isCertified,
    }
  })

/**
 * Of two runs at once the second waits or starts again, or both would leave their proposals. Each
 * writes to everybody who waits before it reads; see `lockPair`.
 */
const letOneRunAtATime = (req: PayloadRequest, { mentees }: ResolvedOptions) =>
  req.payload.db.updateMany({
    collection: mentees.slug,
    where: mentees.available,
    data: { [TURN_FIELD]: Date.now() },
    req,
    returning: false,
  })

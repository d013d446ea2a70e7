import { Refused } from '@mentoring/kit/refused'
import { inTurn } from '@mentoring/kit/in-turn'
import { TURN_FIELD } from '@mentoring/matching'
import type { PayloadRequest } from 'payload'

import { findRecord, updateRow } from '../../database/records.ts'
import type { Match, Mentee, Mentor } from '../../payload-types.ts'
import { factsOf } from './facts-of.ts'
import type { MatchContext } from './types.ts'
import { loadPeriod } from './load-period.ts'

/**
 * Runs `work` on a match in one transaction, with both people locked: all it writes is kept or none
 * of it, and nobody else decides about either of them meanwhile. Whoever calls has made sure that
 * the one who asks may.
 *
 * @throws Refused 404 when the match is gone; what `work` throws.
 */
export const inMatch = async <T>(
  req: PayloadRequest,
  id: string,
  work: (context: MatchContext) => Promise<T>,
  now = new Date(),
): Promise<T> => {
  const before = await matchOf(req, id)
  const ids = { mentee: before.mentee as string, mentor: before.mentor as string }
  return inTurn(req, [ids.mentee, ids.mentor], async () => {
    // The order in which the matching plugin locks them, so that none waits for the other.
    const mentee = (await lock(req, 'mentees', ids.mentee)) as Mentee
    const mentor = (await lock(req, 'mentors', ids.mentor)) as Mentor
    // Read again: somebody else may have taken a step in between.
    const match = await matchOf(req, id)
    const period = await loadPeriod(req)
    return work({
      req,
      match,
      mentee,
      mentor,
      facts: factsOf(match),
      period,
      now,
      noted: 0,
    })
  })
}

const matchOf = async (req: PayloadRequest, id: string): Promise<Match> => {
  const match = await findRecord(req, 'matches', id)
  if (!match) throw new Refused(404, 'This match is no longer on record.')
  return match
}

const lock = async (
  req: PayloadRequest,
  collection: 'mentees' | 'mentors',
  id: string,
): Promise<Mentee | Mentor> => {
  await updateRow(req, collection, id, { [TURN_FIELD]: { $inc: 1 } })
  return req.payload.findByID({ collection, id, depth: 0, overrideAccess: true, req })
}

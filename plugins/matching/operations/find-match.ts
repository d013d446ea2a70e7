import type { PayloadRequest } from 'payload'

import { Refused } from '@mentoring/kit/refused'
import { PARTED_SENTENCE } from '../sentences.ts'
import { findMatch, type MatchRow } from '../store.ts'
import type { ResolvedOptions } from '../types.ts'

/**
 * A proposal by its id.
 *
 * @throws Refused when it is gone or decided.
 */
export const findProposal = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<MatchRow> => {
  const match = await find(req, options, id, 'proposal')
  if (match.status !== 'proposed') {
    throw new Refused(409, 'This proposal was decided already. Look at the list again.', 'decided')
  }
  return match
}

/**
 * A match that is no further than its introduction, by its id.
 *
 * @throws Refused when it is gone, closed, or has gone on.
 */
export const findIntroduced = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<MatchRow> => {
  const match = await find(req, options, id, 'match')
  if (!options.states.open.includes(match.status)) {
    throw new Refused(409, 'This match is not open, so it can’t be undone.', 'notOpen')
  }
  if (match.status !== 'introduced') {
    throw new Refused(
      409,
      'These two have gone on since the introduction, so it can’t be undone. End the match instead.',
      'goneOn',
    )
  }
  return match
}

/**
 * A pair that is kept apart by a coordinator's earlier decision, by its id.
 *
 * @throws Refused when it is gone, does not keep them apart, or does so for good.
 */
export const findClosedMatch = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
): Promise<MatchRow> => {
  const match = await find(req, options, id, 'decision')
  if (!options.states.apart.includes(match.status)) {
    throw new Refused(409, 'These two can be proposed to each other already.', 'notClosed')
  }
  if (options.states.parted.includes(match.status)) {
    throw new Refused(409, PARTED_SENTENCE, 'parted')
  }
  return match
}

const find = async (
  req: PayloadRequest,
  options: ResolvedOptions,
  id: string,
  noun: string,
): Promise<MatchRow> => {
  const match = await findMatch(req, options, id)
  if (!match) {
    throw new Refused(404, `This ${noun} is no longer there. Look at the list again.`)
  }
  return match
}

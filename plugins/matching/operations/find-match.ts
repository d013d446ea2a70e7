import type { PayloadRequest } from 'payload'

import { Refused } from '@mentoring/kit/refused'
import { speak } from '../languages/index.ts'
import { findMatch, type MatchRow } from '../store.ts'
import type { DeclaredOptions } from '../types.ts'

/**
 * A proposal by its id.
 *
 * @throws Refused when it is gone or decided.
 */
export const findProposal = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
): Promise<MatchRow> => {
  const match = await find(req, options, id, 'noProposal')
  if (match.status !== 'proposed') {
    throw new Refused(409, speak(req.i18n)('decided'), 'decided')
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
  options: DeclaredOptions,
  id: string,
): Promise<MatchRow> => {
  const match = await find(req, options, id, 'noMatch')
  if (!options.states.open.includes(match.status)) {
    throw new Refused(409, speak(req.i18n)('notOpen'), 'notOpen')
  }
  if (match.status !== 'introduced') {
    throw new Refused(409, speak(req.i18n)('goneOn'), 'goneOn')
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
  options: DeclaredOptions,
  id: string,
): Promise<MatchRow> => {
  const match = await find(req, options, id, 'noDecision')
  if (!options.states.apart.includes(match.status)) {
    throw new Refused(409, speak(req.i18n)('notClosed'), 'notClosed')
  }
  if (options.states.parted.includes(match.status)) {
    throw new Refused(409, speak(req.i18n)('parted'), 'parted')
  }
  return match
}

const find = async (
  req: PayloadRequest,
  options: DeclaredOptions,
  id: string,
  whenGone: 'noDecision' | 'noMatch' | 'noProposal',
): Promise<MatchRow> => {
  const match = await findMatch(req, options, id)
  if (!match) throw new Refused(404, speak(req.i18n)(whenGone))
  return match
}

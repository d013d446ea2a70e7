import type { PayloadRequest } from 'payload'

import { MatchRefused } from '../errors.ts'
import { OPEN_STATES } from '../types.ts'

/**
 * A proposal by its id, with the ids of its people.
 *
 * @throws MatchRefused when it is gone or decided.
 */
export const findProposal = async (req: PayloadRequest, id: string) => {
  const match = await findMatch(req, id, 'proposal')
  if (match.status !== 'proposed') {
    throw new MatchRefused(
      409,
      'This proposal was decided already. Look at the list again.',
      'decided',
    )
  }
  return match
}

/**
 * A match that has a place, by its id, with the ids of its people.
 *
 * @throws MatchRefused when it is gone or not open.
 */
export const findOpenMatch = async (req: PayloadRequest, id: string) => {
  const match = await findMatch(req, id, 'match')
  if (!OPEN_STATES.includes(match.status)) {
    throw new MatchRefused(409, 'This match is not open, so it can’t be undone.', 'notOpen')
  }
  return match
}

const findMatch = async (req: PayloadRequest, id: string, noun: string) => {
  const match = await req.payload.findByID({
    collection: 'matches',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  if (!match) {
    throw new MatchRefused(404, `This ${noun} is no longer there. Look at the list again.`)
  }
  return { ...match, mentee: match.mentee as string, mentor: match.mentor as string }
}

import type { Round } from '@mentoring/kit/rounds'
import { createLocalReq } from 'payload'

import { forgetOldLinks } from '../links/end-links.ts'
import { followMatches } from './follow-matches.ts'

/**
 * Follows all matches, every minute: see `followMatches`. What is due depends on the present time
 * alone, so this is no job, which would be a row with a time of its own.
 */
export const followRound: Round = {
  name: 'followMatches',
  everySeconds: 60,
  // Many matches can be due at once.
  lateAfterSeconds: 600,
  run: async (payload) => {
    const now = new Date()
    const req = await createLocalReq({}, payload)
    await followMatches(req, now)
    await forgetOldLinks(req, now)
  },
}

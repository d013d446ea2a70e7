import type { Round } from '@mentoring/kit/rounds'
import { createLocalReq } from 'payload'

import { forgetOldLinks } from '../links/end-links.ts'
import { type Followed, followMatches } from './follow-matches.ts'

let last: Followed = { left: 0 }

/**
 * Follows the matches, every minute: see `followMatches`. What is due depends on the present time
 * alone, so this is no job, which would be a row with a time of its own.
 */
export const followRound: Round = {
  name: 'followMatches',
  everySeconds: 60,
  // Many matches can be due at once.
  lateAfterSeconds: 600,
  left: () => last.left,
  run: async (payload) => {
    const now = new Date()
    const req = await createLocalReq({}, payload)
    last = await followMatches(req, now, last.place)
    if (last.left > 0) {
      payload.logger.info({ msg: 'Matches are followed in parts', left: last.left })
    }
    await forgetOldLinks(req, now)
  },
}

import type { Round } from '@mentoring/kit/rounds'
import { createLocalReq } from 'payload'

import { forgetDrafts } from './drafts.ts'

/** Forgets drafts of sign-ups whose time is over, every minute. */
export const forgetRound: Round = {
  name: 'forgetDrafts',
  everySeconds: 60,
  lateAfterSeconds: 600,
  run: async (payload) => forgetDrafts(await createLocalReq({}, payload), new Date()),
}

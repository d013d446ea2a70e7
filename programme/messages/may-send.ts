import type { PayloadRequest } from 'payload'

import { hasLivingDraftLinks } from '../people/sign-up/drafts/link.ts'
import { hasLivingStaffLinks } from '../staff/staff-links.ts'
import type { Mail } from '../../payload-types.ts'
import type { MatchMessage } from './message.ts'
import { mayStillGo } from '../matches/reminders-sent.ts'

/** May a message still go, or when may it? Asked right before it is sent. */
export const maySend = async (
  mail: Mail,
  message: MatchMessage,
  req: PayloadRequest,
): Promise<boolean | Date> =>
  (await hasLivingStaffLinks(mail, req)) &&
  (await hasLivingDraftLinks(mail, req)) &&
  mayStillGo(mail, message, req)

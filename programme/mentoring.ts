import { hiddenUnless, isCoordinator } from '../collections/access.ts'
import type { MentoringOptions } from '../plugins/mentoring/types.ts'
import { serverURL } from '../settings.ts'
import { contactAddress } from './contact.ts'
import { details } from './details.ts'

/** What follows a match in this programme. */
export const MENTORING: MentoringOptions = {
  access: isCoordinator,
  hidden: hiddenUnless(isCoordinator),
  details,
  contact: contactAddress,
  serverURL,
}

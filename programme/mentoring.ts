import { hiddenUnless, isCoordinator } from '../collections/access.ts'
import { findCopies } from '../database/copies.ts'
import type { MentoringOptions } from './matches/types.ts'
import { serverURL } from '../settings.ts'
import { renderAgreement, renderMyData, renderMyForm, renderMyPage } from '../site/render-my.ts'
import { renderDeadLink, renderFault, renderMessage } from '../site/render.ts'
import { contactAddress } from './messages/contact.ts'
import { currentSnapshot } from './current-snapshot.ts'
import { details } from './people/details.ts'
import { SIGN_UP } from './people/sign-up/options.ts'

/** What follows a match in this programme. */
export const MENTORING: MentoringOptions = {
  access: isCoordinator,
  hidden: hiddenUnless(isCoordinator),
  details,
  contact: contactAddress,
  serverURL,
  copiesKeptUntil: async ({ payload }) => (await findCopies(payload)).at(-1)?.goesAt,
  sendConfirmation: SIGN_UP.mails.confirm,
  faultPage: renderFault,
  templates: async (req) => {
    const snapshot = await currentSnapshot(req)
    return {
      personal: (page) => renderMyPage({ ...page, snapshot }),
      form: (page) => renderMyForm({ ...page, snapshot }),
      agreement: (page) => renderAgreement({ ...page, snapshot }),
      data: (page) => renderMyData({ ...page, snapshot }),
      deadLink: (page) => renderDeadLink({ ...page, snapshot }),
      message: (page) => renderMessage({ ...page, snapshot }),
    }
  },
}

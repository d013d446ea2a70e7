import { hiddenUnless, isCoordinator } from '../collections/access.ts'
import type { MentoringOptions } from '../plugins/mentoring/types.ts'
import { serverURL } from '../settings.ts'
import { renderAgreement, renderMyData, renderMyForm, renderMyPage } from '../site/render-my.ts'
import { renderMessage } from '../site/render.ts'
import { contactAddress } from './contact.ts'
import { currentSnapshot } from './current-snapshot.ts'
import { details } from './details.ts'

/** What follows a match in this programme. */
export const MENTORING: MentoringOptions = {
  access: isCoordinator,
  hidden: hiddenUnless(isCoordinator),
  details,
  contact: contactAddress,
  serverURL,
  templates: async (req) => {
    const snapshot = await currentSnapshot(req)
    return {
      personal: (page) => renderMyPage({ ...page, snapshot }),
      form: (page) => renderMyForm({ ...page, snapshot }),
      agreement: (page) => renderAgreement({ ...page, snapshot }),
      data: (page) => renderMyData({ ...page, snapshot }),
      message: (page) => renderMessage({ ...page, snapshot }),
    }
  },
}

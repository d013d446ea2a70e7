import { queueMail } from '@mentoring/outbox'
import type { Publication } from '@mentoring/publication'
import type { PayloadRequest } from 'payload'

import { ukDateTime } from '../clock/dates.ts'
import { adminLink } from './admin-link.ts'
import { commsTeam } from './comms-team.ts'
import { contactAddress } from './contact.ts'
import type { StaffMailName } from './staff.ts'

/** A mail is no place for all that a build may say. */
const LONGEST_PROBLEM = 600

/** Tells the comms team that the site could not be published, in the transaction of `req`. */
export const tellCommsTeam = async (
  req: PayloadRequest,
  { findings, id, problem, startedAt }: Publication,
): Promise<void> => {
  const contact = await contactAddress(req)
  const found = (findings ?? []).map(({ text }) => text).join('\n\n')
  for (const { email, id: who, name } of await commsTeam(req)) {
    await queueMail({
      req,
      template: 'publicationFailed' satisfies StaffMailName,
      about: {},
      occasion: `${id} ${who}`,
      to: email,
      values: {
        name,
        contact,
        when: ukDateTime(startedAt),
        problem: (found || problem || '').slice(0, LONGEST_PROBLEM),
      },
      links: adminLink(`${req.payload.config.routes.admin}/collections/publications/${id}`),
    })
  }
}

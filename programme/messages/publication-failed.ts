import { queueMail, type SecretLink } from '@mentoring/outbox'
import type { Publication } from '@mentoring/publication'
import type { PayloadRequest } from 'payload'

import { COMMS_TEAM } from '../../collections/access.ts'
import type { User } from '../../payload-types.ts'
import { ukDateTime } from '../clock/dates.ts'
import { contactAddress } from './contact.ts'
import type { StaffMailName } from './staff.ts'

/** What the link in the message leads to. It holds no secret: the admin asks who looks. */
const PURPOSE = 'publication'

/** A mail is no place for all that a build may say. */
const LONGEST_PROBLEM = 600

/** The address of the link, as the outbox makes it at the moment of sending. */
export const publicationLinkAddress = (serverURL: string) => ({
  [PURPOSE]: ({ nonce }: SecretLink) => `${serverURL}/admin/collections/publications/${nonce}`,
})

/** Tells the comms team that the site could not be published, in the transaction of `req`. */
export const tellCommsTeam = async (
  req: PayloadRequest,
  { findings, id, problem, startedAt }: Publication,
): Promise<void> => {
  const contact = await contactAddress(req)
  const found = (findings ?? []).map(({ text }) => text).join('\n\n')
  for (const { email, id: who, name } of await findTeam(req)) {
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
      links: { link: { purpose: PURPOSE, nonce: id } },
    })
  }
}

const findTeam = async (req: PayloadRequest): Promise<User[]> => {
  for (const where of COMMS_TEAM) {
    const { docs } = await req.payload.find({
      collection: 'users',
      where,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    if (docs.length > 0) return docs
  }
  return []
}

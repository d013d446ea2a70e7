import type { PayloadRequest } from 'payload'

import { COMMS_TEAM } from '../../collections/access.ts'
import { findRecords } from '../../database/records.ts'
import type { User } from '../../payload-types.ts'

/** Those who hear of what is the matter with the site: the comms team, or administrators where there is none. */
export const commsTeam = async (req: PayloadRequest): Promise<User[]> => {
  for (const role of COMMS_TEAM) {
    const isThere = { isDeactivated: { not_equals: true } }
    const team = await findRecords(req, 'users', { and: [role, isThere] })
    if (team.length > 0) return team
  }
  return []
}

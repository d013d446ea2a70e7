import type { PayloadRequest } from 'payload'

import { findRecords } from '../../database/records.ts'

/** Those who hear of what is the matter with the site: the comms team, or administrators where there is none. */
export const commsTeam = async (
  req: PayloadRequest,
): Promise<{ email: string; name: string }[]> => {
  for (const role of ['comms', 'admin'] as const) {
    const team = await findRecords(req, 'users', {
      and: [{ role: { equals: role } }, { isDeactivated: { not_equals: true } }],
    })
    if (team.length > 0) return team.map(({ email, name }) => ({ email, name }))
  }
  return []
}

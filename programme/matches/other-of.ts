import type { PayloadRequest } from 'payload'

import { idOf } from '../../database/record-id.ts'
import type { Match } from '../../payload-types.ts'
import { otherRole, type Role } from '../clock/facts.ts'
import { findParticipant, type Participant } from '../links/owner.ts'

/** The other person of a match than the one on this side; nothing when they are no longer on record. */
export const otherOf = (
  req: PayloadRequest,
  match: Pick<Match, Role>,
  role: Role,
): Promise<Participant | undefined> => {
  const theirs = otherRole(role)
  return findParticipant(req, { role: theirs, id: idOf(match[theirs]) })
}

import type { PayloadRequest, Where } from 'payload'

import { Mentees } from '../../../collections/Mentees.ts'
import { Mentors } from '../../../collections/Mentors.ts'
import { findFirstRecord } from '../../../database/records.ts'
import { currentSnapshot } from '../../../globals/current-snapshot.ts'
import { formSchema } from '../../../plugins/forms/form-schema.ts'
import type { Role } from '../../clock/facts.ts'
import { OPEN } from '../../clock/states.ts'
import type { SignUpForm } from './types.ts'

/** The sign-up forms; the kind is part of the address `/api/sign-up/KIND`. */
export const FORMS: Record<Role, SignUpForm> = {
  mentor: {
    kind: 'mentor',
    schema: formSchema(Mentors.fields),
    whenConfirmed: () => ({ status: 'active' }),
    standing: async (mentor, req) =>
      (await matchedSince(req, { mentor: { equals: mentor.id } })) ?? {
        status: mentor.takesMentees === false ? 'paused' : 'waiting',
        since: String(mentor.confirmedAt),
      },
  },
  mentee: {
    kind: 'mentee',
    schema: formSchema(Mentees.fields),
    whenConfirmed: (now) => ({ status: 'waiting', waitingSince: now.toISOString() }),
    standing: async (mentee, req) =>
      (await matchedSince(req, { mentee: { equals: mentee.id } })) ?? {
        status: 'waiting',
        since: String(mentee.waitingSince),
      },
  },
}

/** The form of a kind that an address names, if there is one. */
export const formOf = (kind: unknown): SignUpForm | undefined =>
  kind === 'mentor' || kind === 'mentee' ? FORMS[kind] : undefined

/** The consent wording that people read now; stored with each sign-up. */
export const consentWording = async (req: PayloadRequest, kind: Role): Promise<string> =>
  (await currentSnapshot(req)).signUp[kind].consent

/** The latest open match of a person, as the page about where they stand says it. */
const matchedSince = async (req: PayloadRequest, person: Where) => {
  const open = { and: [person, { status: { in: OPEN } }] }
  const match = await findFirstRecord(req, 'matches', open, '-confirmedAt')
  return match && { status: 'matched' as const, since: String(match.confirmedAt) }
}

import type { PayloadRequest, Where } from 'payload'

import { findFirstRecord } from '../../../database/records.ts'
import { formOf as schemaOf } from '@mentoring/forms/editions/form-of'
import { editionInForce, editionToFinish } from '@mentoring/forms/editions/in-force'
import { KINDS } from '../../../collections/forms.ts'
import { isRole, type Role } from '../../clock/facts.ts'
import { OPEN } from '../../clock/states.ts'
import type { SignUpForm } from './types.ts'

/** What happens to those who sign up by each form. */
const OF_ROLES: Record<Role, Pick<SignUpForm, 'standing' | 'whenConfirmed'>> = {
  mentor: {
    whenConfirmed: () => ({ status: 'active' }),
    standing: async (mentor, req) =>
      (await matchedSince(req, { mentor: { equals: mentor.id } })) ?? {
        status: mentor.takesMentees === false ? 'paused' : 'waiting',
        since: String(mentor.confirmedAt),
      },
  },
  mentee: {
    whenConfirmed: (now) => ({ status: 'waiting', waitingSince: now.toISOString() }),
    standing: async (mentee, req) =>
      (await matchedSince(req, { mentee: { equals: mentee.id } })) ?? {
        status: 'waiting',
        since: String(mentee.waitingSince),
      },
  },
}

/** What happens to those whom nobody is looked for. */
const OF_OTHERS: Pick<SignUpForm, 'whenConfirmed'> = {
  whenConfirmed: () => ({ status: 'confirmed' }),
}

/** The kind of form that an address names, if there is one, published or not. */
export const kindDeclared = (req: PayloadRequest): string | undefined =>
  KINDS.find((kind) => kind === req.routeParams?.kind)

/** The kind of form that an address names, if there is one that can be filled in. */
export const kindOf = async (req: PayloadRequest): Promise<string | undefined> => {
  const kind = kindDeclared(req)
  return kind && kind in (await editionInForce(req)).forms ? kind : undefined
}

/**
 * The sign-up form of a kind.
 *
 * @param number of the edition that somebody has begun to fill in. @default the one that is in force
 */
export const formOf = async (
  req: PayloadRequest,
  kind: string,
  number?: number,
): Promise<SignUpForm> => {
  const edition =
    number === undefined ? await editionInForce(req) : await editionToFinish(req, number)
  const rest = isRole(kind) ? OF_ROLES[kind] : OF_OTHERS
  return { kind, ...rest, edition, schema: schemaOf(edition, kind)! }
}

/**
 * What people agree to, word for word, as it is in force; stored with each sign-up. Also where somebody has begun
 * to fill in an older edition.
 */
export const consentWording = async (req: PayloadRequest, kind: string): Promise<string> =>
  (await editionInForce(req)).forms[kind]!.agreement.consent

/** The latest open match of a person, as the page about where they stand says it. */
const matchedSince = async (req: PayloadRequest, person: Where) => {
  const open = { and: [person, { status: { in: OPEN } }] }
  const match = await findFirstRecord(req, 'matches', open, '-confirmedAt')
  return match && { status: 'matched' as const, since: String(match.confirmedAt) }
}

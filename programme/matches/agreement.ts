import type { PayloadRequest } from 'payload'

import type { Agreement } from '../../payload-types.ts'
import { createRecord, findRecords, updateRecord } from '../../database/records.ts'
import { formSchema } from '@mentoring/forms/form-schema'
import { labelledAnswers } from '@mentoring/forms/answers'
import { startOfDay, ukDate } from '../clock/dates.ts'
import { otherRole, type Role, ROLES } from '../clock/facts.ts'
import { agreementTerms } from '../../collections/Agreements.ts'
import type { MatchContext } from './types.ts'
import { noteContact } from './contact.ts'
import { Refused } from '@mentoring/kit/refused'
import { refuseWhenOver } from './refuse-when-over.ts'
import { change, note, takeStep } from './take-step.ts'
import { writeTo } from './write-to.ts'

/** Each version is an email to the other: nobody's mailbox is filled by it. */
const MOST_A_DAY = 5

/** What two people agree on. */
export type Terms = Pick<
  Agreement,
  'confidentiality' | 'howLong' | 'howOften' | 'howToMeet' | 'topics'
>

/** The agreement's questions, as a form. */
export const AGREEMENT_FORM = formSchema(agreementTerms)

/** The terms of an agreement as people read them. */
export const termRows = (terms: Terms) => labelledAnswers(AGREEMENT_FORM, terms)

/**
 * Writes the agreement, or a change of it, as a new version. Whoever writes it signs it; the other is
 * asked to.
 *
 * @throws Refused when the match is over, or there were many versions today.
 */
export const writeAgreement = async (
  context: MatchContext,
  role: Role,
  terms: Terms,
): Promise<void> => {
  const { match, now, req } = context
  refuseWhenOver(context, 'its agreement stays as it is')
  const earlier = await findAgreements(req, match.id)
  const today = startOfDay(now).toISOString()
  if (earlier.filter(({ createdAt }) => createdAt >= today).length >= MOST_A_DAY) {
    throw new Refused(
      409,
      'The agreement has been changed many times today. Talk it through, then change it tomorrow.',
    )
  }
  const version = (earlier[0]?.version ?? 0) + 1
  const { confidentiality, howLong, howOften, howToMeet, topics } = terms
  await createRecord(req, 'agreements', {
    match: match.id,
    version,
    key: `${match.id}:${version}`,
    ...{ confidentiality, howLong, howOften, howToMeet, topics },
    [signatureOf(role)]: now.toISOString(),
  })
  await note(context, 'terms', { by: role })
  await writeTo(context, otherRole(role), 'agreementToSign', { occasion: `${version}` })
}

/**
 * Signs the agreement. When both have, it is in force and each gets a copy.
 *
 * @param version the one that was read
 * @throws Refused when there is a newer one, or nothing to sign, or the match is over.
 */
export const signAgreement = async (
  context: MatchContext,
  role: Role,
  version: number,
): Promise<void> => {
  const { now, req } = context
  refuseWhenOver(context, 'its agreement stays as it is')
  const [latest] = await findAgreements(req, context.match.id)
  if (!latest) throw new Refused(409, 'There is no agreement to sign yet. Fill it in first.')
  if (latest.version !== version) {
    throw new Refused(
      409,
      'The agreement has been changed since you opened it. Read the new version, then sign it.',
    )
  }
  if (latest[signatureOf(role)]) return
  const signed = await updateRecord(req, 'agreements', latest.id, {
    [signatureOf(role)]: now.toISOString(),
  })
  await note(context, 'sign', { by: role })
  if (!isSigned(signed)) return
  // Whoever signs together is in contact, even if nobody said so before.
  if (context.facts.state === 'introduced') await noteContact(context, { by: role })
  if (context.facts.state === 'inContact') {
    // The mentee has signed, so whatever they had not heard they have by now.
    const changes = { agreedAt: now.toISOString(), heardNothingAt: null }
    await takeStep(context, 'agree', { by: role }, changes)
  } else if (!context.match.agreedAt) await change(context, { agreedAt: now.toISOString() })
  for (const each of ROLES) {
    await writeTo(context, each, 'agreementSigned', {
      occasion: `${version}`,
      values: { agreement: agreementLines(context, signed) },
    })
  }
}

/** The agreements of a match, the latest version first. */
export const findAgreements = (req: PayloadRequest, match: string): Promise<Agreement[]> =>
  findRecords(req, 'agreements', { match: { equals: match } }, { sort: '-version' })

/** The latest version that both have signed; versions come latest first. */
export const agreementInForce = (agreements: Agreement[]): Agreement | undefined =>
  agreements.find(isSigned)

/** The field that says when somebody signed. */
export const signatureOf = (role: Role) =>
  role === 'mentor' ? ('mentorSignedAt' as const) : ('menteeSignedAt' as const)

const isSigned = (agreement: Agreement): boolean =>
  ROLES.every((role) => Boolean(agreement[signatureOf(role)]))

/** The agreement as lines of a mail. */
const agreementLines = ({ mentee, mentor }: MatchContext, agreement: Agreement): string =>
  [
    `Between ${mentor.name} (mentor) and ${mentee.name} (mentee)`,
    ...termRows(agreement).map(({ label, value }) => `${label}\n${value}`),
    'No-blame exit\nEither of us can stop at any time by telling the central team. No reason is asked.',
    `Signed by ${mentor.name} on ${ukDate(agreement.mentorSignedAt!)} and by ${mentee.name} on ${ukDate(agreement.menteeSignedAt!)}`,
  ].join('\n\n')

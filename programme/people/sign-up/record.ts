import { inTransaction } from '@mentoring/kit/in-transaction'
import { takeLeastTime } from '@mentoring/kit/least-time'
import { mayMail } from '@mentoring/kit/mail-limits'
import { type PayloadRequest, type RequiredDataFromCollectionSlug, ValidationError } from 'payload'

import { createRecord } from '../../../database/records.ts'

import { makeConfirmLink } from '../../links/links.ts'
import { asSignedUp, collectionOf, findByEmail } from '../../links/owner.ts'
import type { Answers } from '@mentoring/forms/answers'
import { everyQuestion } from '@mentoring/forms/editions/questions-of'
import { asRecord } from '@mentoring/forms/own-answers'
import { writeToPerson } from '../../messages/write-to-person.ts'
import { mailAbout, mailConfirmation } from './mails.ts'
import type { SignUpForm } from './types.ts'

/**
 * Keeps a sign-up: an unconfirmed record, and a link mailed to its address that confirms exactly these
 * answers. Of several sign-ups from one address each has its own link, and the first that is confirmed
 * counts; without a mail nothing is kept. Once confirmed, a sign-up changes nothing and only the owner
 * of the address is told. The caller can't tell these cases apart, not by the time it takes either.
 *
 * @param wording what the applicant agreed to
 */
export const recordSignUp = async (
  req: PayloadRequest,
  form: SignUpForm,
  { email, ...given }: Answers,
  wording: string,
): Promise<void> => {
  const { edition, kind } = form
  const answers = asRecord(everyQuestion(edition, kind), given, edition.number)
  const record = () =>
    inTransaction(req, async () => {
      // Answers nobody is asked to confirm would be anybody's.
      if (!(await mayMail(req, kind, String(email)))) return
      const now = new Date()
      const earlier = await findByEmail(req, kind, String(email))
      if (earlier && earlier.person.status !== 'unconfirmed') {
        const { template, values } = await mailAbout(req, 'known', kind)
        return writeToPerson(req, template, earlier, { values })
      }
      const consent = { wording, givenAt: now.toISOString() }
      const data = { ...answers, email, status: 'unconfirmed', consent }
      const participant = earlier ?? (await create(req, form, data))
      const link = await makeConfirmLink(req, participant, now, answers)
      await mailConfirmation(req, participant, link)
    })

  const recordOnce = async () => {
    try {
      await record()
    } catch (error) {
      // Two posts of one address at once: the second finds the first's record now.
      if (!isTakenEmail(error)) throw error
      await record()
    }
  }
  await takeLeastTime(recordOnce())
}

const create = async (req: PayloadRequest, { kind }: SignUpForm, data: object) => {
  const answers = data as RequiredDataFromCollectionSlug<'mentees' | 'mentors'>
  return asSignedUp(kind, await createRecord(req, collectionOf(kind), answers))
}

const isTakenEmail = (error: unknown): boolean =>
  error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'email')

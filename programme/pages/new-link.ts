import { inTransaction } from '@mentoring/kit/in-transaction'
import { takeLeastTime } from '@mentoring/kit/least-time'
import { waitInWords } from '@mentoring/kit/limit'
import { askForMail, mayMail } from '@mentoring/kit/mail-limits'
import { page, seeOther } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import type { PersonalLink } from '../../payload-types.ts'
import { KINDS } from '../../collections/forms.ts'
import { findLatestAnswers, makeConfirmLink, openLink } from '../links/links.ts'
import { findByEmail, ownerOf } from '../links/owner.ts'
import { PURPOSES } from '../links/purposes.ts'
import { findVisitor } from '../links/visits.ts'
import { type AnswerError, type Answers, checkAnswers } from '@mentoring/forms/answers'
import { formSchema, onForm } from '@mentoring/forms/form-schema'
import type { InputValues } from '@mentoring/forms/answers'
import { mailAbout, mailConfirmation } from '../people/sign-up/mails.ts'
import type { SignedUp } from '../links/owner.ts'
import { readForm } from './read-form.ts'
import { writeToPerson } from '../messages/write-to-person.ts'
import { myTemplates } from './templates.ts'

const LINK_PATH = '/my/link/'

/** The page that says a link is on its way, whether it is or not. */
const SENT_PATH = `${LINK_PATH}?sent=yes`

const LINK_FORM = formSchema([
  onForm(
    { name: 'email', type: 'email', required: true },
    {
      section: '',
      label: 'Email address',
      hint: 'The one you signed up with',
      autocomplete: 'email',
      missing: 'Enter your email address',
      invalid: 'Enter an email address in the correct format, such as name@example.org',
    },
  ),
])

/** `GET /my/link/`: asks for the address; once it is sent, says what happens next. */
export const showLinkForm = async (req: PayloadRequest): Promise<Response> => {
  if (req.searchParams.get('sent') === null) return linkForm(req, {})
  const templates = await myTemplates(req)
  return page(
    templates.message({
      title: 'Check your email',
      paragraphs: [
        'If we know your address, we have sent a new link to it.',
        'It can take a few minutes. Look in your spam folder too.',
        'We send no more than 3 in an hour. If you have asked before, use the latest email you have from us.',
      ],
    }),
  )
}

const linkForm = async (
  req: PayloadRequest,
  { errors = [], values, wait }: { errors?: AnswerError[]; values?: InputValues; wait?: number },
): Promise<Response> => {
  const templates = await myTemplates(req)
  return page(
    templates.form({
      title: 'Get a link to your page',
      paragraphs: [
        'On your page you see where you stand, change your details, and tell us how it goes with your mentor or mentee. There is no password.',
      ],
      form: LINK_FORM,
      values,
      errors: wait === undefined ? errors : [tooManyAsk(wait)],
      submit: 'Email me a link',
      action: LINK_PATH,
      carried: {},
    }),
    wait !== undefined ? 429 : errors.length > 0 ? 422 : 200,
    wait === undefined ? {} : { 'retry-after': String(wait) },
  )
}

const tooManyAsk = (wait: number): AnswerError => ({
  field: '',
  message: `Many people are asking for links. Send this again in ${waitInWords(wait)}.`,
})

/**
 * `POST /my/link/`: somebody enters their address and is sent a link to their page, or two when they
 * are mentor and mentee; whoever has not confirmed yet, the link that confirms. Answer and time do not tell whether the address is known.
 */
export const askForLink = async (req: PayloadRequest): Promise<Response> => {
  const { email: typed } = await readForm(req)
  const { answers, errors } = checkAnswers(LINK_FORM, { email: typed }, new Date())
  if (errors.length > 0) return linkForm(req, { errors, values: typed ? { email: typed } : {} })
  const wait = await askForMail(req, String(answers.email))
  if (wait !== undefined) return linkForm(req, { wait, values: { email: String(typed) } })
  const send = async () => {
    for (const role of KINDS) {
      const to = await findByEmail(req, role, String(answers.email))
      if (to) await sendTo(req, to)
    }
  }
  await takeLeastTime(send())
  return seeOther(SENT_PATH)
}

/** `POST /my/renew/`: whoever has a dead link, or whose visit is over, gets a new one, at the address on record. */
export const renewLink = async (req: PayloadRequest): Promise<Response> => {
  const { token, visit } = await readForm(req)
  const send = async () => {
    const known = visit
      ? await findVisitor(req, visit)
      : await openLink(req, token, PURPOSES, new Date())
    if (known) await sendTo(req, known.participant, known.link)
  }
  await takeLeastTime(send())
  return seeOther(SENT_PATH)
}

/**
 * Sends a link to somebody's page; before they have confirmed, the link that confirms.
 *
 * @param dead the link they have: a new one confirms the same answers
 * @returns whether it was sent: a mailbox gets no more than a few in an hour
 */
export const sendTo = async (
  req: PayloadRequest,
  to: SignedUp,
  dead?: PersonalLink,
): Promise<boolean> => {
  const { person, role } = to
  const isUnconfirmed = person.status === 'unconfirmed'
  // A confirmation counts with those of the sign-up form: nobody's inbox is filled by taking turns.
  if (!(await mayMail(req, isUnconfirmed ? role : `link ${role}`, person.email))) return false
  await inTransaction(req, async () => {
    if (!isUnconfirmed) {
      const { template, values } = await mailAbout(req, 'page', role)
      return writeToPerson(req, template, to, { values })
    }
    const found = dead ? dead.answers : await findLatestAnswers(req, ownerOf(to))
    const answers = (found ?? undefined) as Answers | undefined
    await mailConfirmation(req, to, await makeConfirmLink(req, to, new Date(), answers))
  })
  return true
}

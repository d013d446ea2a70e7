import { setTimeout as sleep } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../in-transaction.ts'
import { queueMail } from '../../mail-outbox/queue-mail.ts'
import { type AnswerError, checkAnswers } from '../../sign-up/answers.ts'
import { formSchema, onForm } from '../../sign-up/form-schema.ts'
import { mayMail } from '../../sign-up/limits.ts'
import { readBody, UnreadableBody } from '../../sign-up/read-body.ts'
import { page, seeOther } from '../../sign-up/respond.ts'
import { hashToken, looksLikeToken } from '../../sign-up/token.ts'
import type { InputValues } from '../../sign-up/types.ts'
import { aboutOf, findParticipant, LINK_PURPOSES, makeLink } from '../links.ts'
import type { MentoringMail } from '../mails/index.ts'
import { optionsOf } from '../options.ts'
import type { Participant } from '../types.ts'

const LINK_PATH = '/my/link/'

/** The page that says a link is on its way, whether it is or not. */
const SENT_PATH = `${LINK_PATH}?sent=yes`

/** Every request takes at least this long, in milliseconds, whether the address is known or not. */
const LEAST_TIME = 400

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
  const templates = await optionsOf(req.payload.config).templates(req)
  return page(
    templates.message({
      title: 'Check your email',
      paragraphs: [
        'If we know your address, we have sent a link to your page to it.',
        'It can take a few minutes. Look in your spam folder too.',
      ],
    }),
  )
}

const linkForm = async (
  req: PayloadRequest,
  { errors = [], values }: { errors?: AnswerError[]; values?: InputValues },
): Promise<Response> => {
  const templates = await optionsOf(req.payload.config).templates(req)
  return page(
    templates.form({
      title: 'Get a link to your page',
      paragraphs: [
        'On your page you see where you stand, change your details, and tell us how it goes with your mentor or mentee. There is no password.',
      ],
      form: LINK_FORM,
      values,
      errors,
      submit: 'Email me a link',
      action: LINK_PATH,
      carried: {},
    }),
    errors.length > 0 ? 422 : 200,
  )
}

/**
 * `POST /my/link/`: somebody enters their address and is sent a link to their page, or two when they
 * are mentor and mentee. Answer and time do not tell whether the address is known.
 */
export const askForLink = async (req: PayloadRequest): Promise<Response> => {
  const typed = await readText(req, 'email')
  const { answers, errors } = checkAnswers(LINK_FORM, { email: typed }, new Date())
  if (errors.length > 0) return linkForm(req, { errors, values: typed ? { email: typed } : {} })
  const send = async () => sendTo(req, await findByEmail(req, String(answers.email)))
  await Promise.all([send(), sleep(LEAST_TIME)])
  return seeOther(SENT_PATH)
}

/** `POST /my/renew/`: whoever has an expired link gets a new one, at the address it was sent to. */
export const renewLink = async (req: PayloadRequest): Promise<Response> => {
  const token = await readText(req, 'token')
  const send = async () => sendTo(req, await findByToken(req, token))
  await Promise.all([send(), sleep(LEAST_TIME)])
  return seeOther(SENT_PATH)
}

const readText = async (req: PayloadRequest, name: string): Promise<string | undefined> => {
  try {
    const value = (await readBody(req as unknown as Request))[name]
    return typeof value === 'string' ? value : undefined
  } catch (error) {
    if (error instanceof UnreadableBody) return undefined
    throw error
  }
}

const sendTo = async (req: PayloadRequest, participants: Participant[]): Promise<void> => {
  const options = optionsOf(req.payload.config)
  for (const to of participants) {
    if (!(await mayMail(`link ${aboutOf(to)}`))) continue
    await inTransaction(req, async () => {
      const link = await makeLink(req, to, 'page', new Date())
      await queueMail({
        req,
        key: `personalLink:${aboutOf(to)}:${link.nonce}`,
        to: to.person.email,
        template: 'personalLink' satisfies MentoringMail,
        values: { name: to.person.name, role: to.role, contact: await options.contact(req) },
        links: { page: link },
      })
    })
  }
}

/** People who have confirmed this address; nobody else's name is put into a mail to it. */
const findByEmail = async (req: PayloadRequest, email: string): Promise<Participant[]> => {
  const found: Participant[] = []
  for (const collection of ['mentors', 'mentees'] as const) {
    const { docs } = await req.payload.find({
      collection,
      where: { and: [{ email: { equals: email } }, { status: { not_equals: 'unconfirmed' } }] },
      limit: 1,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const participant = docs[0] && (await findParticipant(req, `${collection}:${docs[0].id}`))
    if (participant) found.push(participant)
  }
  return found
}

const findByToken = async (
  req: PayloadRequest,
  token: string | undefined,
): Promise<Participant[]> => {
  if (!looksLikeToken(token)) return []
  const { docs } = await req.payload.find({
    collection: 'personal-links',
    where: {
      and: [
        { hash: { equals: hashToken(token) } },
        { purpose: { in: Object.keys(LINK_PURPOSES) } },
      ],
    },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const participant = docs[0] && (await findParticipant(req, docs[0].about))
  return participant ? [participant] : []
}

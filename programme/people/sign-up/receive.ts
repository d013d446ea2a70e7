import { waitInWords } from '@mentoring/kit/limit'
import { askForMail } from '@mentoring/kit/mail-limits'
import { json, page, seeOther, wantsJSON } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import {
  type AnswerError,
  answerRows,
  checkAnswers,
  type InputValues,
  type RawAnswers,
  unknownInputs,
} from '../../../plugins/forms/answers.ts'
import { versionOf } from './consent.ts'
import { questions } from '../../../plugins/forms/form-types.ts'
import { readBody, UnreadableBody } from '../../../plugins/forms/read-body.ts'
import { recordSignUp } from './record.ts'
import { signUpTemplates, type SignUpTemplates } from '../../pages/templates.ts'
import { consentWording, formOf } from './forms.ts'

/**
 * The steps of the form as the page posts them: `check` shows the answers, `change` goes back to the
 * questions, `send` signs up. A program that posts no step signs up at once.
 */
const STEPS = ['check', 'change', 'send'] as const

/**
 * Inputs beside the questions: the step, the question whose "Change" was pressed, and which wording
 * of the consent stood on the page of answers.
 */
const CONTROLS = ['step', 'change', 'consentVersion']

/** `POST /api/sign-up/KIND`: the one door for sign-ups, for browsers and programs. */
export const receiveSignUp = async (req: PayloadRequest): Promise<Response> => {
  const form = formOf(req.routeParams?.kind)
  const asJSON = wantsJSON(req.headers)
  const pages = await signUpTemplates(req)
  const refuse = (status: number, title: string, text: string, headers = {}) =>
    refusal(pages, asJSON, status, title, text, headers)
  if (!form) return refuse(404, 'Page not found', 'There is no sign-up form at this address.')

  let raw: RawAnswers
  try {
    raw = await readBody(req)
  } catch (error) {
    if (!(error instanceof UnreadableBody)) throw error
    return refuse(error.status, 'We could not read your answers', error.message)
  }

  const unknown = unknownInputs(form.schema, raw, CONTROLS)
  if (unknown.length > 0) {
    const names = unknown.slice(0, 5).map((name) => `“${name.slice(0, 40)}”`)
    return refuse(
      400,
      'We could not read your answers',
      `This form has no field ${names.join(', ')}.`,
    )
  }
  const step = raw.change === undefined ? (raw.step ?? 'send') : 'change'
  if (!STEPS.includes(step as (typeof STEPS)[number])) {
    return refuse(400, 'We could not read your answers', 'This form has no such step.')
  }

  const { kind } = form
  const values = inputValues(raw)
  if (step === 'change') {
    const focus = questions(form.schema).find((field) => field.name === raw.change)?.name
    return page(pages.form({ kind, values, errors: [], focus }))
  }
  const { answers, errors } = checkAnswers(form.schema, raw, new Date())
  if (errors.length > 0) {
    return asJSON
      ? json({ message: 'Some answers need another look.', errors }, 422)
      : page(pages.form({ kind, values, errors }), 422)
  }
  const wording = await consentWording(req, kind)
  const consentVersion = versionOf(wording)
  // Nobody agrees to words they have not seen: when these have changed, the page is shown again.
  const isOutdated = raw.consentVersion !== undefined && raw.consentVersion !== consentVersion
  if (step === 'check' || isOutdated) {
    const rows = answerRows(form.schema, answers)
    return asJSON
      ? json({ message: 'The answers can be sent.' })
      : page(pages.checkAnswers({ kind, rows, values: { ...values, consentVersion } }))
  }

  try {
    // Counted in the database: that may fail like the rest.
    const wait = await askForMail(req, String(answers.email))
    if (wait !== undefined) {
      const headers = { 'retry-after': String(wait) }
      return asJSON
        ? json(
            {
              message: `Many people are signing up. Send the answers again in ${waitInWords(wait)}.`,
            },
            429,
            headers,
          )
        : page(
            pages.sendAgain({
              kind,
              wait: waitInWords(wait),
              values: { ...values, consentVersion },
            }),
            429,
            headers,
          )
    }

    await recordSignUp(req, form, answers, wording)
  } catch (error) {
    req.payload.logger.error({ msg: `Sign-up as ${kind} failed`, reason: (error as Error).name })
    const failed: AnswerError = {
      field: '',
      message:
        'Sorry, we could not save your answers. They are still here: try again in a few minutes.',
    }
    return asJSON
      ? json({ message: failed.message }, 500)
      : page(pages.form({ kind, values, errors: [failed] }), 500)
  }
  return asJSON
    ? json({ message: 'Check your email: we have sent you a link to confirm.' }, 202)
    : seeOther(`/sign-up/${kind}/check-your-email/`)
}

const refusal = (
  pages: SignUpTemplates,
  asJSON: boolean,
  status: number,
  title: string,
  text: string,
  headers: Record<string, string>,
): Response =>
  asJSON
    ? json({ message: text }, status, headers)
    : page(
        pages.message({
          title,
          paragraphs: [text],
          link: { href: '/sign-up/', text: 'Back to sign-up' },
        }),
        status,
        headers,
      )

/** Only text is shown again; anything else a program sent has no place in an input. */
const inputValues = (raw: RawAnswers): InputValues => {
  const values: InputValues = {}
  for (const [name, value] of Object.entries(raw)) {
    if (CONTROLS.includes(name)) continue
    if (typeof value === 'string') values[name] = value
    else if (Array.isArray(value)) values[name] = value.filter((v) => typeof v === 'string')
  }
  return values
}

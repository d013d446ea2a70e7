import { waitInWords } from '@mentoring/kit/limit'
import { askForMail } from '@mentoring/kit/mail-limits'
import { json, page, seeOther, wantsJSON } from '@mentoring/kit/respond'
import type { PayloadRequest } from 'payload'

import { answerRows, checkAnswers, inputValues, unknownInputs } from '@mentoring/forms/answers'
import { versionOf } from './consent.ts'
import { questions } from '@mentoring/forms/form-types'
import { asUnreadable, readBody, UnreadableBody } from '@mentoring/forms/read-body'
import { recordSignUp } from './record.ts'
import { signUpTemplates } from '../../pages/templates.ts'
import { consentWording, formOf, kindOf } from './forms.ts'

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
  const kind = await kindOf(req)
  const asJSON = wantsJSON(req.headers)
  const pages = await signUpTemplates(req)
  const answer = (status: number, told: object, shown: () => string, headers = {}) =>
    asJSON ? json(told, status, headers) : page(shown(), status, headers)
  const refuse = (status: number, title: string, text: string) =>
    answer(status, { message: text }, () => {
      const link = { href: '/sign-up/', text: 'Back to sign-up' }
      return pages.message({ title, paragraphs: [text], link })
    })
  if (!kind) return refuse(404, 'Page not found', 'There is no sign-up form at this address.')

  const raw = await readBody(req).catch(asUnreadable)
  if (raw instanceof UnreadableBody) {
    return refuse(raw.status, 'We could not read your answers', raw.message)
  }
  const form = await formOf(req, kind)
  const unknown = unknownInputs(form.schema, raw, CONTROLS)
  // A browser may have had an older form open; a program is told of its mistake.
  if (unknown.length > 0 && !isForm(req.headers)) {
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

  const values = inputValues(raw, [...CONTROLS, ...unknown])
  if (step === 'change') {
    const focus = questions(form.schema).find((field) => field.name === raw.change)?.name
    return page(pages.form({ kind, values, errors: [], focus }))
  }
  const { answers, errors } = checkAnswers(form.schema, raw, new Date())
  if (errors.length > 0) {
    const message = 'Some answers need another look.'
    return answer(422, { message, errors }, () => pages.form({ kind, values, errors }))
  }
  const wording = await consentWording(req, kind)
  const consentVersion = versionOf(wording)
  // Nobody agrees to words they have not seen: when these have changed, the page is shown again.
  const isOutdated = raw.consentVersion !== undefined && raw.consentVersion !== consentVersion
  if (step === 'check' || isOutdated) {
    const rows = answerRows(form.schema, answers)
    return answer(200, { message: 'The answers can be sent.' }, () =>
      pages.checkAnswers({ kind, rows, values: { ...values, consentVersion } }),
    )
  }

  try {
    // Counted in the database: that may fail like the rest.
    const wait = await askForMail(req, String(answers.email))
    if (wait !== undefined) {
      const again = waitInWords(wait)
      return answer(
        429,
        { message: `Many people are signing up. Send the answers again in ${again}.` },
        () => pages.sendAgain({ kind, wait: again, values: { ...values, consentVersion } }),
        { 'retry-after': String(wait) },
      )
    }

    await recordSignUp(req, form, answers, wording)
  } catch (error) {
    req.payload.logger.error({ msg: `Sign-up as ${kind} failed`, reason: (error as Error).name })
    const message =
      'Sorry, we could not save your answers. They are still here: try again in a few minutes.'
    const errors = [{ field: '', message }]
    return answer(500, { message }, () => pages.form({ kind, values, errors }))
  }
  return asJSON
    ? json({ message: 'Check your email: we have sent you a link to confirm.' }, 202)
    : seeOther(`/sign-up/${kind}/check-your-email/`)
}

const isForm = (headers: Headers): boolean =>
  !(headers.get('content-type') ?? '').startsWith('application/json')

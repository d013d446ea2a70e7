import type { PayloadRequest } from 'payload'

import { type AnswerError, checkAnswers, type RawAnswers, unknownInputs } from './answers.ts'
import { formOf } from './editions/form-of.ts'
import { editionInForce } from './editions/in-force.ts'
import { askedBy } from './editions/questions-of.ts'
import { asRecord, type RecordAnswers } from './own-answers.ts'

/**
 * Checks what somebody sent against a form as it is published now.
 *
 * @param raw by name, such as `readBody` gives it; `consent` must be `true`, or `yes`
 * @returns every error, each with its question; without any, what is kept in the form's collection
 * @throws when nothing has been published, or no form of this kind
 */
export const checkSent = async (
  req: Pick<PayloadRequest, 'payload'>,
  kind: string,
  raw: RawAnswers,
): Promise<{ errors: AnswerError[]; record: RecordAnswers }> => {
  const edition = await editionInForce(req)
  const form = formOf(edition, kind)
  if (!form) throw new Error(`No form “${kind}” has been published.`)
  const { answers, errors } = checkAnswers(form, raw, new Date())
  const unknown = unknownInputs(form, raw, []).map((name) => ({
    field: '',
    message: `The form does not ask “${name.slice(0, 40)}”`,
  }))
  return {
    errors: [...errors, ...unknown],
    record: asRecord(askedBy(edition, kind), answers, edition.number),
  }
}

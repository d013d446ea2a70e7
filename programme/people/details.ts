import type { PayloadRequest } from 'payload'

import { answerRows } from '@mentoring/forms/answers'
import { audiencesOf } from '@mentoring/forms/editions/audience'
import { formForReading } from '@mentoring/forms/editions/form-of'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import type { Audience, Definition } from '@mentoring/forms/editions/types'
import { answersOf, type OwnAnswers } from '@mentoring/forms/own-answers'
import type { Participant } from '../links/owner.ts'

/** Something one of two matched people learns of the other. */
export type Detail = { label: string; value: string; isEmail?: boolean }

/**
 * What each of two matched people learns of the other: how to reach them, and enough for a first message. Which
 * answers these are is content; the consent wording says the same.
 */
export const details = async (req: PayloadRequest, participant: Participant): Promise<Detail[]> => {
  const { person, role } = participant
  const edition = await editionInForce(req)
  return detailsIn(edition, participant, await audiencesOf(req.payload, edition, role, person))
}

/** As {@link details}, given the forms and who sees which answer. */
export const detailsIn = (
  definition: Definition,
  { person, role }: Participant,
  audiences: Record<string, Audience>,
): Detail[] => {
  const form = formForReading(definition, role, ({ sharedLabel }) => sharedLabel)
  // The name stands above, and the address is a detail of its own.
  const isTold = (key: string) => key === 'name' || key === 'email'
  const rows = answerRows(form, answersOf(person) as OwnAnswers)
    .filter(({ field, value }) => value !== '' && audiences[field] === 'other' && !isTold(field))
    // A list of choices reads as one.
    .map(({ isList, label, value }) => ({
      label,
      value: isList ? value.replaceAll('\n', ', ') : value,
    }))
  return [{ label: 'Email', value: person.email, isEmail: true }, ...rows]
}

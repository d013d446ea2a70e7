import { optionsFor } from '@mentoring/matching/operations'
import type { PayloadRequest } from 'payload'

import { type CountryThatCounts, countryThatCounts } from '../../globals/country-that-counts.ts'
import { answerRows } from '@mentoring/forms/answers'
import { audiencesOf } from '@mentoring/forms/editions/audience'
import { formForReading } from '@mentoring/forms/editions/form-of'
import { editionInForce } from '@mentoring/forms/editions/in-force'
import type { Audience, Definition } from '@mentoring/forms/editions/types'
import { answersOf, type OwnAnswers } from '@mentoring/forms/own-answers'
import { countedCountries } from '../matches/countries.ts'
import type { Participant } from '../links/owner.ts'

/** Something one of two matched people learns of the other. */
export type Detail = { label: string; value: string; as?: 'email' | 'phone' }

/**
 * What each of two matched people learns of the other: how to reach them, and enough for a first message. Which
 * answers these are is content; the consent wording says the same.
 */
export const details = async (req: PayloadRequest, participant: Participant): Promise<Detail[]> => {
  const { person, role } = participant
  const edition = await editionInForce(req)
  const audiences = await audiencesOf(req.payload, edition, role, person)
  // As the matching has it, which has often been asked for this request already.
  const { own } = await optionsFor(req)
  return detailsIn(edition, participant, audiences, countryThatCounts(own))
}

/** As {@link details}, given the forms, who sees which answer, and which country counts. */
export const detailsIn = (
  definition: Definition,
  { person, role }: Participant,
  audiences: Record<string, Audience>,
  by: CountryThatCounts = 'home',
): Detail[] => {
  const form = formForReading(definition, role, ({ sharedLabel }) => sharedLabel)
  const counted = countedCountries(person, by).map(({ field }): string => field)
  // The name stands above, and the address is a detail of its own. A country is told only if it counts.
  const isLeftOut = (key: string) =>
    key === 'name' || key === 'email' || (isCountry(key) && !counted.includes(key))
  const rows = answerRows(form, answersOf(person) as OwnAnswers)
    .filter(({ field, value }) => value !== '' && audiences[field] === 'other' && !isLeftOut(field))
    // A list of choices reads as one.
    .map(({ field, isList, label, value }): Detail => ({
      label,
      value: isList ? value.replaceAll('\n', ', ') : value,
      ...(field === 'phone' && { as: 'phone' }),
    }))
  return [{ label: 'Email', value: person.email, as: 'email' }, ...rows]
}

const isCountry = (key: string): boolean => key === 'country' || key === 'qualifiedIn'

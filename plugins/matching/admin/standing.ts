import { count, waited } from '@mentoring/kit/text'

import type { PersonMatching } from '../operations/load-person.ts'

const RULES = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** @example ordinal(22) // '22nd' */
export const ordinal = (number: number): string =>
  `${number}${ENDINGS[RULES.select(number)] ?? 'th'}`

/**
 * Where somebody stands in the matching.
 *
 * @example '7th of 43 in the queue · waiting 35 days'
 * @example '1 of 2 places free'
 */
export const standing = ({
  places,
  queue,
}: Pick<PersonMatching, 'places' | 'queue'>): string | undefined => {
  if (queue) {
    const { daysWaited, of, place } = queue
    return `${ordinal(place)} of ${of} in the queue · waiting ${waited(daysWaited)}`
  }
  return places && placesFree(places)
}

const placesFree = ({ all, free }: NonNullable<PersonMatching['places']>): string => {
  if (free > 0) return `${free} of ${count(all, 'place')} free`
  return all === 1 ? 'The only place is taken' : `All ${all} places are taken`
}

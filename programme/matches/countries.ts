import type { CountryThatCounts } from '../../globals/country-that-counts.ts'
import type { Mentee } from '../../payload-types.ts'

/** What is known of somebody's origin. */
export type Origin = Pick<Mentee, 'country' | 'originChoice' | 'qualifiedIn'>

/** A country that counts, and which answer it is. */
export type Counted = { field: 'country' | 'qualifiedIn'; key: string }

/**
 * The countries by which somebody is compared: none, unless it is their choice that they count. Whoever has given only
 * one of the two is compared by that one, so that nobody is worse off for it.
 */
export const countedCountries = (
  { country, originChoice, qualifiedIn }: Origin,
  by: CountryThatCounts,
): Counted[] => {
  if (originChoice !== 'count') return []
  const home: Counted[] = country ? [{ field: 'country', key: country }] : []
  const qualified: Counted[] = qualifiedIn ? [{ field: 'qualifiedIn', key: qualifiedIn }] : []
  if (by === 'either') return [...home, ...qualified]
  const [first, second] = by === 'home' ? [home, qualified] : [qualified, home]
  return first.length > 0 ? first : second
}

type Pair = { mentee: Origin; mentor: Origin }

/**
 * What is true of two people who share a place: a country, or the region it lies in.
 *
 * @param how.placesOf the places of a country, such as its region
 * @example
 * placesInWords(['SD'], pair, { by: 'either', nameOf, placesOf: (country) => [country] })
 * // 'One is from Sudan, the other qualified there'
 */
export const placesInWords = (
  shared: string[],
  { mentee, mentor }: Pair,
  {
    by,
    nameOf,
    placesOf,
  }: {
    by: CountryThatCounts
    nameOf: (place: string) => string
    placesOf: (country: string) => string[]
  },
): string => {
  const isBy = (field: Counted['field'], place: string) =>
    [mentee, mentor].every((person) =>
      countedCountries(person, by).some(
        (one) => one.field === field && placesOf(one.key).includes(place),
      ),
    )
  const phrases = [...new Set(shared)].map((place) => {
    if (isBy('country', place)) return `Both from ${nameOf(place)}`
    if (isBy('qualifiedIn', place)) return `Both qualified in ${nameOf(place)}`
    return `One is from ${nameOf(place)}, the other qualified there`
  })
  const [first, ...others] = phrases
  return [first, ...others.map((phrase) => phrase[0]!.toLowerCase() + phrase.slice(1))].join('; ')
}

/** The countries that count, as they stand under a name. @example 'Sudan, qualified in Egypt' */
export const countriesInWords = (
  person: Origin,
  by: CountryThatCounts,
  nameOf: (country: string) => string,
): string | undefined => {
  const counted = countedCountries(person, by)
  const [first, second] = counted
  if (!first) return undefined
  const name = nameOf(first.key)
  if (first.field === 'qualifiedIn') return `Qualified in ${name}`
  return second && second.key !== first.key ? `${name}, qualified in ${nameOf(second.key)}` : name
}

import type { Where } from 'payload'

/** Every alternative of a list's filter, each a list of conditions; one without any when there is no filter. */
const alternativesOf = (where: Where | null | undefined): Where[][] => {
  if (!where || Object.keys(where).length === 0) return [[]]
  const alternatives = where.or ?? [where]
  return alternatives.map((one) => one.and ?? [one])
}

/** The keys that a filter asks for in a field. @example chosenIn({ site: { in: ['lgi'] } }, 'site') // ['lgi'] */
export const chosenIn = (where: Where | null | undefined, name: string): string[] => {
  const asked = alternativesOf(where)
    .flat()
    .map((condition) => condition[name])
    .find((one) => one !== undefined)
  if (!asked || Array.isArray(asked)) return []
  const { equals, in: some } = asked as { equals?: string; in?: string | string[] }
  // In an address a list can stand as one text.
  return [some ?? equals ?? []].flat().flatMap((one) => one.split(','))
}

/** The filter with other keys for a field, in each of its alternatives; without any when there are none. */
export const withChosen = (
  where: Where | null | undefined,
  name: string,
  keys: string[],
): Where => {
  const alternatives = alternativesOf(where)
    .map((conditions) => [
      ...conditions.filter((condition) => !(name in condition)),
      ...(keys.length > 0 ? [{ [name]: { in: keys } }] : []),
    ])
    .filter((conditions) => conditions.length > 0)
  return alternatives.length > 0 ? { or: alternatives.map((and) => ({ and })) } : {}
}

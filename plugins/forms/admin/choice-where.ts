import type { Where } from 'payload'

import { readToken, tokenOf } from '../answer-token.ts'

/** What is filtered by: a field of the record, or a question whose answers only the forms know. */
export type Filtered = { name: string; isOwn?: boolean }

/** Every alternative of a list's filter, each a list of conditions; one without any when there is no filter. */
const alternativesOf = (where: Where | null | undefined): Where[][] => {
  if (!where || Object.keys(where).length === 0) return [[]]
  const alternatives = where.or ?? [where]
  return alternatives.map((one) => one.and ?? [one])
}

/** The keys that a condition asks for; nothing when it is about something else. */
const keysIn = (condition: Where, { isOwn, name }: Filtered): string[] | undefined => {
  const asked = condition[isOwn ? 'answerIndex' : name]
  if (!asked || Array.isArray(asked)) return undefined
  const { contains, equals, in: some } = asked as Record<string, string | string[] | undefined>
  // In an address a list can stand as one text.
  const texts = [some ?? (isOwn ? contains : equals) ?? []].flat().flatMap((one) => one.split(','))
  if (!isOwn) return texts
  // The answers to all questions stand in one field.
  const tokens = texts.map(readToken).filter((token) => token?.key === name)
  return tokens.length > 0 ? tokens.map((token) => token!.value) : undefined
}

const conditionOn = ({ isOwn, name }: Filtered, keys: string[]): Where => {
  if (!isOwn) return { [name]: { in: keys } }
  const tokens = keys.map((value) => tokenOf({ key: name, value }))
  return { answerIndex: tokens.length === 1 ? { contains: tokens[0] } : { in: tokens } }
}

/** The keys that a filter asks for. @example chosenIn({ site: { in: ['lgi'] } }, { name: 'site' }) // ['lgi'] */
export const chosenIn = (where: Where | null | undefined, filtered: Filtered): string[] =>
  alternativesOf(where)
    .flat()
    .map((condition) => keysIn(condition, filtered))
    .find((keys) => keys !== undefined) ?? []

/**
 * The filter with other keys, in each of its alternatives; without any when there are none. Of several keys one is
 * enough. Conditions on several questions hold together.
 */
export const withChosen = (
  where: Where | null | undefined,
  filtered: Filtered,
  keys: string[],
): Where => {
  const alternatives = alternativesOf(where)
    .map((conditions) => [
      ...conditions.filter((condition) => keysIn(condition, filtered) === undefined),
      ...(keys.length > 0 ? [conditionOn(filtered, keys)] : []),
    ])
    .filter((conditions) => conditions.length > 0)
  return alternatives.length > 0 ? { or: alternatives.map((and) => ({ and })) } : {}
}

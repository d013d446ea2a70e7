import { askedBy } from './questions-of.ts'
import { type Definition, KEEP_DAYS, type Question } from './types.ts'

const DAY = 24 * 60 * 60_000

/**
 * Until when answers to a question of the project's own are kept that no form asks any more.
 *
 * @returns nothing while a form asks it, and for questions that the code knows: their answers stay with the person
 */
export const keptUntil = (definition: Definition, key: string): Date | undefined => {
  const is = ({ name }: Question) => name === key
  if (Object.keys(definition.forms).some((kind) => askedBy(definition, kind).some(is)))
    return undefined
  const once = Object.values(definition.noLongerAsked).flat().filter(is)
  const since = once.flatMap(({ isOwn, unaskedSince }) =>
    isOwn && unaskedSince ? [Date.parse(unaskedSince)] : [],
  )
  if (since.length === 0) return undefined
  // It stood on one form for longer than on another.
  return new Date(Math.max(...since) + (once[0]?.keepDays ?? KEEP_DAYS) * DAY)
}

import type { Payload } from 'payload'

import { everyQuestion } from './questions-of.ts'
import { answersOf, type WithOwnAnswers } from '../own-answers.ts'
import { editionOf } from './in-force.ts'
import { type Audience, AUDIENCES, type Edition, type Question } from './types.ts'

/** How many see an answer, from nobody on. */
const rank = (audience: Audience): number => AUDIENCES.findIndex(({ value }) => value === audience)

/**
 * Who sees each answer of a person, by key. Whoever was to see it when it was given still may, unless fewer are to see
 * it now: what people were told counts, so that a wider audience sees answers that are given from then on.
 *
 * @param record says in which edition each question was answered; the first one where it does not
 */
export const audiencesOf = async (
  payload: Payload,
  edition: Edition,
  kind: string,
  record: WithOwnAnswers,
): Promise<Record<string, Audience>> => {
  const askedIn = (record.askedIn ?? {}) as Record<string, number>
  const audiences: Record<string, Audience> = {}
  for (const { isOwn, name, seenBy } of everyQuestion(edition, kind)) {
    const then =
      (await seenByIn(payload, askedIn[name] ?? FIRST, kind, name)) ??
      // A field that no form had asked for was filled in by staff, or by an upgrade: its owner was told of nobody else.
      (isOwn ? seenBy : 'coordinators')
    audiences[name] = rank(then) < rank(seenBy) ? then : seenBy
  }
  return audiences
}

/**
 * Was an answer given for the matching alone, so that staff never see it?
 *
 * @param number of the edition in which it was given. @default the first one
 */
export const hiddenWhenGiven = async (
  payload: Payload,
  kind: string,
  key: string,
  number = FIRST,
): Promise<boolean> => (await seenByIn(payload, number, kind, key)) === 'nobody'

/** Questions that more are to see the answers of than the person was told when they gave theirs. */
export const widenedFor = async (
  payload: Payload,
  edition: Edition,
  kind: string,
  record: WithOwnAnswers,
): Promise<Question[]> => {
  const audiences = await audiencesOf(payload, edition, kind, record)
  const answers = answersOf(record)
  return everyQuestion(edition, kind).filter(
    ({ name, seenBy }) => audiences[name] !== seenBy && (answers[name] ?? null) !== null,
  )
}

/** People who were there before forms had editions answered what became the first. */
const FIRST = 1

/** Who was to see an answer by an edition; nothing when it did not ask the question. */
const seenByIn = async (
  payload: Payload,
  number: number,
  kind: string,
  key: string,
): Promise<Audience | undefined> => {
  const edition = await editionOf(payload, number)
  return edition && everyQuestion(edition, kind).find(({ name }) => name === key)?.seenBy
}

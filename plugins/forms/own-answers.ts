import type { Answers } from './answers.ts'
import type { Question } from './editions/types.ts'

/** Answers to questions that only the forms know, by key. */
export type OwnAnswers = Record<string, boolean | number | string | string[]>

/** Checked answers as a record keeps them. */
export type RecordAnswers = Record<string, unknown>

/** What a record has of them. */
export type WithOwnAnswers = {
  answers?: unknown
  askedIn?: unknown
}

/** A record's answers to all questions, the project's own and the others. */
export const answersOf = (record: WithOwnAnswers): Record<string, unknown> => ({
  ...(record.answers as OwnAnswers | null | undefined),
  ...record,
})

/**
 * Checked answers as they are kept in a record: those the code knows in fields of their own, the others together.
 *
 * @param answers a question that is asked and was left out is there with `undefined`
 * @param edition the number of the edition they were asked in
 * @param before the record as it was
 */
export const asRecord = (
  questions: Question[],
  answers: Answers,
  edition: number,
  before: WithOwnAnswers = {},
): RecordAnswers => {
  const own: Record<string, unknown> = { ...(before.answers as OwnAnswers | null | undefined) }
  const askedIn: Record<string, number> = {
    ...(before.askedIn as Record<string, number> | null | undefined),
  }
  const known: Record<string, unknown> = {}
  for (const { isOwn, name } of questions) {
    if (!(name in answers)) continue
    askedIn[name] = edition
    if (!isOwn) known[name] = answers[name]
    else if (answers[name] === undefined) delete own[name]
    else own[name] = answers[name]
  }
  return { ...known, answers: own, askedIn }
}

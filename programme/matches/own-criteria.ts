import { type Criteria, pointsFor } from '@mentoring/matching/pool'

import { usedInMatching } from '@mentoring/forms/editions/questions-of'
import type { Choice, Definition, Question } from '@mentoring/forms/editions/types'
import type { OwnAnswers } from '@mentoring/forms/own-answers'

/** What is read of both. */
type WithAnswers = { answers?: OwnAnswers | null }

type Own = Pick<Criteria<WithAnswers, WithAnswers>, 'points' | 'rules'>

const points = pointsFor<WithAnswers, WithAnswers>()

/**
 * Criteria made of questions that are content, as coordinators have said of each. An answer that somebody has not
 * given earns nothing and demands nothing.
 */
export const ownCriteria = (definition: Definition): Own => {
  const own: Own = { points: [], rules: [] }
  for (const question of usedInMatching(definition)) {
    const choices = (question.list && definition.lists[question.list]?.choices) || []
    if (question.use === 'points') own.points.push(pointsOf(question, choices))
    else own.rules.push(ruleOf(question, question.use, choices))
  }
  return own
}

const nameOf = ({ name }: Question): string => `answer${name[0]!.toUpperCase()}${name.slice(1)}`

const ruleOf = (
  question: Question,
  kind: 'must' | 'mustNot',
  choices: Choice[],
): Own['rules'][number] => {
  const byKey = new Map(choices.map((choice) => [choice.key, choice]))
  const of = ({ answers }: WithAnswers) => {
    const given = valuesOf(question, answers)
    // Whoever minds not, or has not said, demands nothing.
    if (given.length === 0 || given.some((value) => byKey.get(value)?.fitsAny)) return undefined
    return given.filter((value) => !byKey.get(value)?.isNeutral)
  }
  const { adminLabel } = question
  return {
    name: nameOf(question),
    label: kind === 'must' ? `Must fit: ${adminLabel}` : `Must not be the same: ${adminLabel}`,
    kind,
    of: { mentee: of, mentor: of },
    sentence:
      kind === 'must'
        ? `Their answers do not fit: ${adminLabel}.`
        : `They have given the same answer: ${adminLabel}.`,
    isOptional: true,
  }
}

const pointsOf = (question: Question, choices: Choice[]): Own['points'][number] => {
  const byKey = new Map(choices.map((choice) => [choice.key, choice]))
  const { adminLabel } = question
  const of = ({ answers }: WithAnswers) => valuesOf(question, answers)
  const shared = (a: string[], b: string[]) =>
    a.filter((value) => b.includes(value) && !byKey.get(value)?.isNeutral)
  const fitsAny = (values: string[]) => values.some((value) => byKey.get(value)?.fitsAny)
  const inWords = (values: string[]) =>
    values.map((value) => wordOf(question, byKey.get(value), value)).join('; ')
  return points({
    name: nameOf(question),
    label: adminLabel,
    most: question.most ?? 10,
    of: { mentee: of, mentor: of },
    // Of several, the part counts that the mentor shares of what the mentee chose.
    share: (a, b) => Math.max(shared(a, b).length / Math.max(1, a.length), halfIf(a, b, fitsAny)),
    reason: (a, b) =>
      shared(a, b).length > 0
        ? `${adminLabel}: ${inWords(shared(a, b))}`
        : `${adminLabel}: it fits`,
    difference: (a, b) =>
      a.length > 0 && b.length > 0 ? `${adminLabel}: ${inWords(a)} and ${inWords(b)}` : undefined,
  })
}

const halfIf = (a: string[], b: string[], fitsAny: (values: string[]) => boolean): number =>
  a.length > 0 && b.length > 0 && (fitsAny(a) || fitsAny(b)) ? 0.5 : 0

/** An answer as texts that can be compared: a month as its year and month. */
const valuesOf = ({ kind, name }: Question, answers: WithAnswers['answers']): string[] => {
  const answer = answers?.[name]
  if (answer === undefined || answer === null) return []
  const values = [answer].flat().map(String).sort()
  return kind === 'monthYear' ? values.map((value) => value.slice(0, 7)) : values
}

const wordOf = ({ kind }: Question, choice: Choice | undefined, value: string): string => {
  if (choice) return choice.label
  if (kind === 'yesNo') return value === 'true' ? 'yes' : 'no'
  if (kind === 'monthYear' || kind === 'date') {
    const parts = kind === 'date' ? ({ day: 'numeric' } as const) : {}
    const how = { ...parts, month: 'long', year: 'numeric', timeZone: 'UTC' } as const
    return new Date(kind === 'date' ? value : `${value}-01`).toLocaleDateString('en-GB', how)
  }
  return value
}

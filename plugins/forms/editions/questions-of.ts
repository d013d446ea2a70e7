import { questions } from '../form-types.ts'
import type { Definition, Question, Use } from './types.ts'

/** The questions that a form asks, in order. */
export const askedBy = ({ forms }: Definition, kind: string): Question[] =>
  forms[kind] ? questions(forms[kind]) : []

/** Every question of a form: those it asks, then those it asked once. */
export const everyQuestion = (definition: Definition, kind: string): Question[] => [
  ...askedBy(definition, kind),
  ...(definition.noLongerAsked[kind] ?? []),
]

/** The questions whose answers are compared in the matching. Both forms ask them: nothing else is published. */
export const usedInMatching = ({ forms }: Definition): UsedQuestion[] => {
  const used = Object.values(forms)
    .flatMap(questions)
    .filter((question): question is UsedQuestion => question.use !== 'none')
  return used.filter(({ name }, place) => used.findIndex((one) => one.name === name) === place)
}

type UsedQuestion = Question & { use: Exclude<Use, 'none'> }

import { FORMS } from '../collections/forms.ts'
import { resolve } from '@mentoring/forms/editions/resolve'
import type { Definition } from '@mentoring/forms/editions/types'
import type { WorkingCopy } from '@mentoring/forms/editions/working-copy'
import { type Before, starterRecords } from './starter-forms.ts'

/**
 * The forms and lists of a new installation, without a database.
 *
 * @param before given for one from before
 * @throws when they could not be published
 */
export const starterDefinition = (before?: Before): Definition => {
  const { choices, forms, lists, questions } = starterRecords(before)
  const numbered = <T extends object>(records: T[]) =>
    records.map((record, place) => ({ id: String(place), ...record }))
  const copy: WorkingCopy = {
    lists: numbered(lists),
    choices: numbered(choices),
    questions: numbered(questions).map((question) => ({
      ...question,
      words: { mentor: question.mentor ?? {}, mentee: question.mentee ?? {} },
    })),
    forms: numbered(forms),
  }
  const { definition, problems } = resolve(copy, FORMS)
  if (problems.length > 0) throw new Error(problems.map(({ text }) => text).join('\n'))
  return definition
}

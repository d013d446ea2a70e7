import type { FormField, FormSchema } from '../form-types.ts'
import { slugOf } from '../slug.ts'
import type { Definition, Question } from './types.ts'

/**
 * A form as it is asked: its pages, and the agreement at the end.
 *
 * @returns nothing when there is no form of this kind
 */
export const formOf = ({ forms }: Definition, kind: string): FormSchema | undefined => {
  const form = forms[kind]
  if (!form) return undefined
  const { label, missing, title } = form.agreement
  const consent: FormField = {
    name: 'consent',
    type: 'consent',
    label,
    required: true,
    missing,
    invalid: missing,
  }
  const slug = slugOf(
    title,
    form.sections.map((section) => section.slug),
  )
  return { sections: [...form.sections, { title, slug, fields: [consent] }] }
}

/**
 * A form for somebody who has answered it: what they chose and is no longer offered can stay.
 *
 * @param answers all answers of the person, by key
 */
export const formForAnswers = (
  { forms, lists }: Definition,
  kind: string,
  answers: Record<string, unknown>,
): FormSchema => ({
  sections: (forms[kind]?.sections ?? []).map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      if (!field.list || !field.options) return field
      const held = [answers[field.name] ?? []].flat()
      const gone = (lists[field.list]?.choices ?? []).filter(
        ({ isRetired, key }) => isRetired && held.includes(key),
      )
      const more = gone.map(({ key, label }) => ({
        value: key,
        label: `${label} (no longer offered)`,
        isRetired: true,
      }))
      return { ...field, options: [...field.options, ...more] }
    }),
  })),
})

/** Heading of the answers to what was asked once. */
export const NO_LONGER_ASKED = 'Questions we no longer ask'

/**
 * A form for reading answers that may be old: with every choice there ever was, and what is no longer asked.
 *
 * @param labelOf what stands beside an answer. @default the words of the question
 */
export const formForReading = (
  { forms, lists, noLongerAsked }: Definition,
  kind: string,
  labelOf: (question: Question) => string = ({ label }) => label,
): FormSchema => {
  const readable = (question: Question): FormField => ({
    ...question,
    label: labelOf(question),
    ...(question.list && {
      options: (lists[question.list]?.choices ?? []).map(({ key, label }) => ({
        value: key,
        label,
      })),
    }),
  })
  const sections = (forms[kind]?.sections ?? []).map((section) => ({
    ...section,
    fields: section.fields.map(readable),
  }))
  const once = (noLongerAsked[kind] ?? []).map((question) => ({
    ...readable(question),
    showWhen: undefined,
  }))
  return {
    sections: [
      ...sections,
      ...(once.length > 0
        ? [{ title: NO_LONGER_ASKED, slug: slugOf(NO_LONGER_ASKED, []), fields: once }]
        : []),
    ],
  }
}

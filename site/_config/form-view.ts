import type { FormField, FormSchema } from '@mentoring/forms/form-types'
import type { Say } from './words.ts'
import { componentOf, type ComponentView, type FormValues, optionsOf } from './form-components.ts'

export type { FormValues } from './form-components.ts'

/** What is wrong with one answer. `field` is a field's name, or `''` for the form as a whole. */
export type FormError = { field: string; message: string }

/** A question ready for the form template. */
export type QuestionView = ComponentView & {
  /** Questions that one of its options opens, with the value of that option. */
  reveals: { value: string; question: QuestionView }[]
}

/** A form ready for its template; the error summary lists `errorList`. */
export type FormView = {
  sections: { title: string; lead?: string; questions: QuestionView[] }[]
  errorList: { text: string; href?: string }[]
}

/**
 * Turns a form schema, the answers so far and what is wrong with them into what the form template
 * prints. Every answer is kept as it was sent, right or wrong.
 *
 * @param options.say what the page says of each question
 * @param options.focus name of the field that takes the focus when the page opens
 * @example
 * formView({ form, say, values: { name: 'Asha' }, errors: [{ field: 'email', message: 'Enter …' }] })
 */
export const formView = ({
  form = { sections: [] },
  values = {},
  errors = [],
  focus,
  say,
}: {
  form?: FormSchema
  values?: FormValues
  errors?: FormError[]
  focus?: string
  say: Say
}): FormView => {
  const fields = form.sections.flatMap((section) => section.fields)
  const isRevealed = (field: FormField) => fields.some((parent) => doesReveal(parent, field))

  const view = (field: FormField): QuestionView => {
    const children = fields.filter((child) => doesReveal(field, child))
    return {
      ...componentOf({
        field,
        values,
        error: errors.find((error) => error.field === field.name)?.message,
        hasFocus: field.name === focus,
        labelClass: isRevealed(field) ? '' : 's',
        say,
      }),
      reveals: children.map((child) => ({
        value: child.showWhen?.isOneOf[0] ?? '',
        question: view(child),
      })),
    }
  }

  return {
    sections: form.sections
      .map(({ title, lead, fields: asked }) => ({
        title,
        lead,
        questions: asked.filter((field) => !isRevealed(field)).map(view),
      }))
      .filter(({ questions }) => questions.length > 0),
    errorList: errors.map(({ field: name, message }) => {
      const field = fields.find((candidate) => candidate.name === name)
      return field ? { text: message, href: `#${firstInputId(field)}` } : { text: message }
    }),
  }
}

/**
 * The id of a field's first input: what an error message links to.
 *
 * @example firstInputId({ name: 'arrival', type: 'monthYear', … }) // 'arrival-month'
 */
export const firstInputId = ({ name, type }: FormField): string =>
  type === 'date' ? `${name}-day` : type === 'monthYear' ? `${name}-month` : name

/**
 * Only one choice of radios opens a further question, which can stand in one place. After anything else it is
 * asked like the rest.
 */
const doesReveal = (parent: FormField, { showWhen }: FormField): boolean =>
  showWhen?.field === parent.name &&
  showWhen.isOneOf.length === 1 &&
  (parent.type === 'radios' || parent.type === 'yesNo') &&
  optionsOf(parent).some(({ value }) => value === showWhen.isOneOf[0])

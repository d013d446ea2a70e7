import type { Field, FieldBase, OptionObject } from 'payload'

import {
  type FormField,
  type FormOption,
  type FormSchema,
  type FormSection,
  LONGEST_TEXT,
} from './form-types.ts'
import { slugOf } from './slug.ts'

/**
 * What a Payload field needs besides its own properties to become a question on a sign-up form.
 * Label, options, limits and whether an answer is required come from the field itself.
 */
export type Question = {
  /** Heading the question stands under; questions of one section follow each other. */
  section: string
  /** How it is asked, where the field's own type leaves a choice. */
  as?: FormField['type']
  /** The question in the applicant's words. @default the field's label */
  label?: string
  hint?: string
  /** Said when no answer is given to a required question. */
  missing?: string
  /** Said when the answer can't be used. @default what is said when there is none */
  invalid?: string
  /** HTML autocomplete token. */
  autocomplete?: string
  /** How many answers a `selects` question takes. @default 3 */
  maxRows?: number
  /** Asked only when another question has this answer; required then, if it has a `missing`. */
  showWhen?: { field: string; equals: string }
}

/**
 * Puts a field on the sign-up form of its collection.
 *
 * @example
 * onForm({ name: 'phone', type: 'text', label: 'Phone number' }, { section: 'About you' })
 */
export const onForm = <T extends Field>(field: T, question: Question): T => ({
  ...field,
  custom: { ...('custom' in field ? field.custom : {}), question },
})

/**
 * Turns a collection's fields into its form: the one source of the questions on the page, of what
 * the server accepts and of what the admin shows.
 *
 * @param fields the collection's fields; those without a question (see {@link onForm}) stay off the form.
 * @throws at boot, naming the field, for a field type that no question can be made of.
 */
export const formSchema = (fields: Field[]): FormSchema => {
  const sections: FormSection[] = []
  for (const field of fields) {
    const question = questionOf(field)
    if (!question) continue
    const asked = toFormField(field as FieldBase & Field & { name: string }, question)
    const last = sections.at(-1)
    if (last?.title === question.section) last.fields.push(asked)
    else {
      const taken = sections.map(({ slug }) => slug)
      const slug = slugOf(question.section, taken)
      sections.push({ title: question.section, slug, fields: [asked] })
    }
  }
  return { sections }
}

const questionOf = (field: Field): Question | undefined =>
  'custom' in field ? (field.custom?.question as Question | undefined) : undefined

const toFormField = (field: Field & { name: string }, question: Question): FormField => {
  const label = question.label ?? ('label' in field ? (field.label as string) : field.name)
  const type = question.as ?? defaultType(field)
  return {
    name: field.name,
    type,
    label,
    hint: question.hint,
    required:
      type === 'consent' ||
      ('required' in field && field.required === true) ||
      (question.showWhen !== undefined && question.missing !== undefined),
    options: 'options' in field ? (field.options as OptionObject[]).map(toOption) : undefined,
    maxLength: 'maxLength' in field ? (field.maxLength ?? LONGEST_TEXT) : undefined,
    min: 'min' in field ? field.min : undefined,
    max: 'max' in field ? field.max : undefined,
    maxRows: question.maxRows,
    autocomplete: question.autocomplete,
    showWhen: question.showWhen && {
      field: question.showWhen.field,
      isOneOf: [question.showWhen.equals],
    },
    missing: question.missing ?? `Answer the question “${label}”`,
    invalid: question.invalid ?? question.missing ?? `Check your answer to “${label}”`,
  }
}

const toOption = (option: OptionObject): FormOption => {
  const { label, ...rest } = option as OptionObject & Omit<FormOption, 'label' | 'value'>
  const { value, hint, synonyms, isRetired } = rest
  return { value, label: label as string, hint, synonyms, isRetired }
}

const defaultType = (field: Field): FormField['type'] => {
  switch (field.type) {
    case 'email':
    case 'number':
    case 'text':
    case 'textarea':
      return field.type
    case 'date':
      return 'monthYear'
    case 'select':
      return field.hasMany ? 'checkboxes' : 'radios'
    case 'checkbox':
      return 'yesNo'
    default:
      throw new Error(
        `Sign-up form: the field "${'name' in field ? field.name : '?'}" has type "${field.type}", which no question can be made of.`,
      )
  }
}

import {
  type AnswerError,
  checkAnswers,
  type InputValues,
  isAsked,
  type RawAnswers,
} from '@mentoring/forms/answers'
import {
  type FormField,
  type FormSchema,
  type FormSection,
  questions,
} from '@mentoring/forms/form-types'

/**
 * A form as pages, one after the other: which there are, which of them are done, and which may be
 * opened. All of it follows from the answers each time, so nothing need be put right when one changes.
 */

/** What somebody has typed so far, as it was typed. */
export type Progress = {
  values: InputValues
  /** Names of the pages that were sent on, right or wrong. */
  tried: string[]
}

/** Name of the page on which all answers are checked. */
export const CHECK = 'check'

/** One page: a section of the form with the questions that are asked as things are. */
export type JourneyPage = FormSection & { errors: AnswerError[]; isDone: boolean }

/** The pages of a form, in order. The consent has its place on the page of all answers. */
export const pagesOf = (
  form: FormSchema,
  { tried, values }: Progress,
  now: Date,
): JourneyPage[] => {
  const { answers, errors } = checkAnswers(withoutConsent(form), values, now)
  return withoutConsent(form).sections.flatMap((section) => {
    const fields = section.fields.filter(
      (field) => isAsked(field, answers) || isOnPage(section, field.showWhen?.field),
    )
    // Questions that an answer of another page has closed.
    if (fields.length === 0) return []
    const wrong = errors.filter(({ field }) => fields.some(({ name }) => name === field))
    const isTried = tried.includes(section.slug)
    return [{ ...section, fields, errors: wrong, isDone: isTried && wrong.length === 0 }]
  })
}

/** Name of the page where somebody is: the first that is not done, else the one of all answers. */
export const whereIs = (pages: JourneyPage[]): string =>
  pages.find(({ isDone }) => !isDone)?.slug ?? CHECK

/** May a page be opened? All before it must be done. */
export const mayOpen = (pages: JourneyPage[], slug: string): boolean => {
  const order = [...pages.map((page) => page.slug), CHECK]
  return order.includes(slug) && order.indexOf(slug) <= order.indexOf(whereIs(pages))
}

/** Name of the page after this one. */
export const pageAfter = (pages: JourneyPage[], slug: string): string =>
  pages[pages.findIndex((page) => page.slug === slug) + 1]?.slug ?? CHECK

/** Name of the page before this one; nothing before the first. */
export const pageBefore = (pages: JourneyPage[], slug: string): string | undefined =>
  slug === CHECK
    ? pages.at(-1)?.slug
    : pages[pages.findIndex((page) => page.slug === slug) - 1]?.slug

/** The question by which people agree, if the form has one. */
export const consentOf = (form: FormSchema): FormField | undefined =>
  questions(form).find(({ type }) => type === 'consent')

/**
 * Takes over what a page was sent with, and leaves all other answers as they are: another tab may have
 * changed them meanwhile.
 *
 * @param names of the inputs on the page
 */
export const takeOver = (values: InputValues, sent: InputValues, names: string[]): InputValues => {
  const others = Object.entries(values).filter(([name]) => !names.includes(name))
  const these = Object.entries(sent).filter(([name]) => names.includes(name))
  return Object.fromEntries([...others, ...these])
}

/** What is sent in the end: all that was typed, with the consent as it was given. */
export const asSent = (form: FormSchema, { values }: Progress): RawAnswers => {
  const consent = consentOf(form)
  return consent ? { ...values, [consent.name]: 'yes' } : values
}

const isOnPage = (section: FormSection, name: string | undefined): boolean =>
  section.fields.some((field) => field.name === name)

/** A form without the question by which people agree, which is asked with all answers in view. */
export const withoutConsent = (form: FormSchema): FormSchema => ({
  sections: form.sections.map((section) => ({
    ...section,
    fields: section.fields.filter(({ type }) => type !== 'consent'),
  })),
})

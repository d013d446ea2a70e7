import type { FormError, FormValues } from './_config/form-view.ts'
import type { FormSchema } from '../plugins/forms/form-types.ts'
import { render } from './render.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * The personal pages of mentors and mentees, made on request. What they show comes as plain data;
 * the words that depend on it are in the templates.
 */

/** A label with what belongs to it; line breaks in the value are kept. */
export type Row = { label: string; value: string }

type Document<T> = T & { snapshot: Snapshot }

/** Somebody's page: `view` is what it shows, see `my.njk`; `done` what has just been done. */
export const renderMyPage = ({
  snapshot,
  ...page
}: Document<{ view: object; visit: string; done?: { title: string; text: string } }>): string =>
  render('my', snapshot, page)

/**
 * A page that asks something and does one thing.
 *
 * @param page.carried what goes along with the answers in hidden inputs
 * @param page.back address of the page to go back to
 */
export const renderMyForm = ({
  snapshot,
  ...page
}: Document<{
  title: string
  paragraphs: string[]
  rows?: Row[]
  form: FormSchema
  values?: FormValues
  errors: FormError[]
  submit: string
  isWarning?: boolean
  action: string
  back?: string
  carried: Record<string, string | string[] | undefined>
}>): string => render('my-form', snapshot, page)

/** A signed agreement, fit for printing. */
export const renderAgreement = ({
  snapshot,
  ...page
}: Document<{ back: string; between: Row[]; rows: Row[]; signatures: Row[] }>): string =>
  render('my-agreement', snapshot, page)

/** All that is held about somebody. */
export const renderMyData = ({
  snapshot,
  ...page
}: Document<{
  back: string
  download: string
  sections: { title: string; rows: Row[] }[]
}>): string => render('my-data', snapshot, page)

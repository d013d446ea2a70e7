import type { FormError, FormValues } from './_config/form-view.ts'
import type { FormSchema } from '@mentoring/forms/form-types'
import { renderer } from './render.ts'

/**
 * The personal pages of mentors and mentees, made on request. What they show comes as plain data;
 * the words that depend on it are in the templates.
 */

/** A label with what belongs to it; line breaks in the value are kept. */
export type Row = { label: string; value: string }

/** Somebody's page: `view` is what it shows, see `my.njk`; `done` what has just been done. */
export const renderMyPage = renderer<{
  view: object
  visit: string
  done?: { title: string; text: string }
}>('my')

/** The page of somebody who has signed up by a form whose people are not matched. */
export const renderSignedUpPage = renderer<{ name: string; isWithdrawn: boolean; visit: string }>(
  'my-signed-up',
)

/**
 * A page that asks something and does one thing.
 *
 * @param page.form what it asks, if anything
 * @param page.carried what goes along with the answers in hidden inputs
 * @param page.back address of the page to go back to
 */
export const renderMyForm = renderer<{
  title: string
  paragraphs: string[]
  rows?: Row[]
  form?: FormSchema
  values?: FormValues
  errors: FormError[]
  submit: string
  isWarning?: boolean
  isQuiet?: boolean
  action: string
  back?: string
  carried: Record<string, string | string[] | undefined>
}>('my-form')

/** A signed agreement, fit for printing. */
export const renderAgreement = renderer<{
  back: string
  between: Row[]
  rows: Row[]
  signatures: Row[]
}>('my-agreement')

/** All that is held about somebody. */
export const renderMyData = renderer<{
  back: string
  download: string
  sections: { title: string; rows: Row[] }[]
}>('my-data')

import type { FormField, FormSchema, FormSection } from '@mentoring/forms/form-types'
import {
  type AnswerRow,
  type FormError,
  type FormValues,
  type Preview,
  renderer,
} from './render.ts'

import type { Kind } from './snapshot.ts'

export { firstInputId } from './_config/form-view.ts'

/** The pages of a sign-up that is filled in page by page: see `programme/people/sign-up/journey`. */

/** Where a page stands among the others; the one of all answers is the last. */
type Placed = { kind: Kind; back: string; number: number; count: number; preview?: Preview }

const inMenu = () => '/sign-up/'

/** Where a sign-up begins, before it is published: the built site has its own. */
export const renderStart = renderer<{ kind: Kind; preview?: Preview }>('sign-up/start', inMenu)

/** Says that the answers are sent, before it is published: the built site has its own. */
export const renderCheckYourEmail = renderer<{ kind: Kind }>('sign-up/check-your-email', inMenu)

/**
 * The questions of one page. It posts to its own address: `then=save` keeps the answers for later,
 * `change` (a field's name) goes back to all answers.
 *
 * @param page.section the questions that are asked as things are
 * @param page.change name of the field that is changed, which takes the focus
 * @param page.errors in the order of the questions; `field: ''` for the page as a whole
 * @param page.sent comes back with what the page's script keeps while somebody types
 */
export const renderQuestions = renderer<
  Placed & {
    section: FormSection
    values: FormValues
    errors: FormError[]
    change?: string
    sent: number
  }
>('sign-up/questions', inMenu)

/**
 * All answers, each with the address where it is changed, and what is agreed to by sending them.
 *
 * @param page.consent the question by which people agree, with its answer in `values`
 * @param page.consentVersion says, when it is posted, which words stood on the page
 */
export const renderCheck = renderer<
  Placed & {
    rows: (AnswerRow & { href: string })[]
    consent?: FormField
    consentVersion: string
    values: FormValues
    errors: FormError[]
  }
>('sign-up/check', inMenu)

/**
 * Asks where the link is to go by which the answers are opened elsewhere.
 *
 * @param page.until when they are deleted, in words
 * @param page.page name of the page that was left
 */
export const renderSave = renderer<{
  kind: Kind
  form: FormSchema
  values: FormValues
  errors: FormError[]
  until: string
  back: string
  page: string
}>('sign-up/save', inMenu)

/** Says that the link is on its way, whether it is or not. */
export const renderSaved = renderer<{ kind: Kind; to: string; until: string; back: string }>(
  'sign-up/saved',
  inMenu,
)

/** Asks whether all answers are to go. */
export const renderClear = renderer<{ kind: Kind; back: string }>('sign-up/clear', inMenu)

/** There are no answers of this browser: why that may be, and what to do. */
export const renderNoDraft = renderer<{ kind: Kind }>('sign-up/no-draft', inMenu)

/** Behind the mailed link: a button brings the answers into this browser. */
export const renderContinue = renderer<{ kind: Kind; until: string }>('sign-up/continue', inMenu)

/** A mailed link to answers that opens none any more. */
export const renderDeadDraft = renderer<object>('sign-up/dead-draft', inMenu)

import type { Assets } from './_config/manifest.ts'
import { createEnvironment } from './_config/nunjucks.ts'
import type { FormError, FormValues } from './_config/form-view.ts'
import type { Kind, SitePage, Snapshot } from './snapshot.ts'

export type { FormError, FormValues } from './_config/form-view.ts'

/**
 * The few pages that depend on who asks, as full HTML documents in the layout of the built site.
 * They are made of the same templates; nothing here knows of requests, records or Eleventy.
 */

let environment: ReturnType<typeof createEnvironment> | undefined

const templates = () => (environment ??= createEnvironment())

/**
 * What makes a page of a template of `pages/`, in the layout of the site.
 *
 * @param addressOf its address from the root, where the menu is to know it
 */
export const renderer =
  <Page extends object>(template: string, addressOf?: (page: Page) => string) =>
  (
    page: Page & { snapshot: Snapshot & { assets?: Assets }; pagePreview?: PagePreview },
  ): string => {
    const { snapshot, ...shown } = page
    const url = addressOf?.(page)
    const context = { unlisted: true, ...shown, url, cms: snapshot, assets: snapshot.assets }
    return templates().render(`pages/${template}.njk`, context)
  }

/** An answer as its owner reads it: plain text, `''` for none; line breaks are kept. */
export type AnswerRow = { section: string; field: string; label: string; value: string }

/** Where someone stands: on the list, in a match, or left out of matching for now. */
export type Standing = 'matched' | 'paused' | 'waiting'

/** What stands above a page that editors see before it is published, and where its button leads. */
export type Preview = {
  /** All pages of the preview. */
  pages: { href: string; text: string; isHere: boolean }[]
  next?: string
  /** Questions of the page that an answer on another page opens: the question, whose answer, which answers. */
  closed?: { label: string; of: string; answers: string }[]
}

/**
 * A sign-up form with answers and what is wrong with them.
 *
 * @param page.values the raw answers by input name, also those of a month (`arrival-month`)
 * @param page.errors in the order of the questions; `field: ''` for the form as a whole
 * @param page.focus name of the field that takes the focus, when someone comes back to change it
 * @param page.preview as editors see it before it is published: it can't be sent
 * @example
 * renderSignUpForm({
 *   snapshot,
 *   kind: 'mentee',
 *   values: { name: '', 'arrival-month': '8', 'arrival-year': '2026' },
 *   errors: [{ field: 'name', message: 'Enter your full name' }],
 * })
 */
export const renderSignUpForm = renderer<{
  kind: Kind
  values?: FormValues
  errors?: FormError[]
  focus?: string
  preview?: Preview
}>('sign-up-form', ({ kind }) => `/sign-up/${kind}/all/`)

/**
 * The answers once more, before they are sent. Its forms post to the address of the sign-up form:
 * `step=send` sends; `step=change` with `change` (a field's name) goes back to that question. Both
 * carry `values`.
 */
export const renderCheckAnswers = renderer<{
  kind: Kind
  rows: AnswerRow[]
  values: FormValues
}>('check-answers', () => '/sign-up/')

/**
 * Too many people sign up at once: the answers of one of them, kept, with a button that sends them again.
 *
 * @param page.wait how long to wait, in words
 */
export const renderSendAgain = renderer<{ kind: Kind; wait: string; values: FormValues }>(
  'send-again',
  () => '/sign-up/',
)

/**
 * The page behind the emailed link: the answers it confirms, the words of the consent, and one button,
 * which posts `visit` to `/sign-up/confirm/`.
 *
 * @param page.consentVersion says, when it is posted, which words stood on the page
 * @param page.isChanged true when these words have changed since the page was opened
 */
export const renderConfirm = renderer<{
  kind: Kind
  rows: AnswerRow[]
  visit: string
  consentVersion: string
  isChanged: boolean
}>('confirm')

/**
 * A link or a visit that does not go on, with a button that sends a new link.
 *
 * @param page.token of a link that is known: its owner need not say who they are
 * @param page.visit of a visit that is known, likewise
 * @param page.reason why a visit does not go on
 */
export const renderDeadLink = renderer<{
  token?: string
  visit?: string
  reason?: 'noCookies' | 'over'
}>('dead-link')

/**
 * Where someone stands and what happens next.
 *
 * @param page.since the day their status began
 * @param page.visit of this browser, for the button that sends a link to the own page
 */
export const renderWaiting = renderer<{
  kind: Kind
  since: Date | string
  visit: string
  status: Standing
}>('waiting')

/**
 * A few words: a link that no longer works, too many tries, a fault.
 *
 * @example
 * renderMessage({
 *   snapshot,
 *   title: 'This link has expired',
 *   paragraphs: ['Sign up again and we send you a new one.'],
 *   link: { href: '/sign-up/', text: 'Sign up again' },
 * })
 */
export const renderMessage = renderer<{
  title: string
  paragraphs: string[]
  link?: { href: string; text: string }
}>('message')

/** Above a page of the site that is not public yet. */
export type PagePreview = {
  /** For those who got a link to it: until when that works, as an ISO date. */
  until?: string
  /** Are all drafts shown, or this one alone over what is public? */
  hasAllDrafts?: boolean
  /** Sends what an editor types to be shown, see `assets/preview.ts`. */
  isLive?: boolean
  /** Where else it can be seen. */
  pages?: { href: string; text: string; isHere: boolean }[]
}

/** A page that editors have put together, byte for byte as the build makes it but for what `preview` adds. */
export const renderPage = (page: {
  snapshot: Snapshot & { assets?: Assets }
  shown: SitePage
  pagePreview?: PagePreview
}): string => sitePage({ ...page, unlisted: page.pagePreview !== undefined })

const sitePage = renderer<{ shown: SitePage; unlisted: boolean }>('page', ({ shown }) => shown.path)

/** Something went wrong: made without content, which may be what can't be read. */
export const renderFault = (): string => templates().render('pages/fault.njk')

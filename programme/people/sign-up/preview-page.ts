import { answerRows } from '@mentoring/forms/answers'
import {
  type FormField,
  type FormSchema,
  type FormSection,
  questions,
} from '@mentoring/forms/form-types'
import { type Preview, renderSignUpForm } from '../../../site/render.ts'
import { renderCheck, renderQuestions, renderStart } from '../../../site/render-sign-up.ts'
import type { Snapshot } from '../../../site/snapshot.ts'
import { pathOf } from '../../links/path-of.ts'
import { CHECK, consentOf, withoutConsent } from './journey/journey.ts'

const START = ''
const ALL = 'all'

/** Names of the pages that a preview of a form has, in order, with what a link to each is called. */
const pagesIn = (sections: FormSection[]) => [
  { slug: START, text: 'Start' },
  ...sections.map(({ slug, title }) => ({ slug, text: title })),
  { slug: CHECK, text: 'Check your answers' },
  { slug: ALL, text: 'All on one page' },
]

/**
 * A page of a form before it is published, by the templates of the site. Its buttons lead to the next page of the
 * preview; nothing that is entered is kept or sent.
 *
 * @param slug name of a page of the form, `check` or `all`; none is where the sign-up begins
 * @returns an HTML document; nothing when there is no such page
 */
export const previewPage = (snapshot: Snapshot, kind: string, slug = START): string | undefined => {
  const form = snapshot.signUp[kind]!.form
  const sections = withoutConsent(form).sections.filter(({ fields }) => fields.length > 0)
  const pages = pagesIn(sections)
  const number = pages.findIndex((one) => one.slug === slug)
  if (number < 0) return undefined
  const pathTo = (to: string) => pathOf(`/api/sign-up/preview/${kind}`, { page: to })
  const preview: Preview = {
    pages: pages.map((one) => ({
      href: pathTo(one.slug),
      text: one.text,
      isHere: one.slug === slug,
    })),
    next: pages[number + 1] && pathTo(pages[number + 1]!.slug),
  }
  if (slug === START) return renderStart({ snapshot, kind, preview })
  if (slug === ALL) return renderSignUpForm({ snapshot, kind, preview })
  const shown = {
    snapshot,
    kind,
    preview,
    back: pathTo(pages[number - 1]!.slug),
    number,
    count: sections.length + 1,
    values: {},
    errors: [],
  }
  const section = sections[number - 1]
  if (section) {
    const closed = closedOn(section, form)
    return renderQuestions({ ...shown, section, sent: 0, preview: { ...preview, closed } })
  }
  const on = (field: string) => sections.find(({ fields }) => fields.some((f) => f.name === field))
  const rows = answerRows(form, {}).map((row) => ({ ...row, href: pathTo(on(row.field)!.slug) }))
  return renderCheck({ ...shown, rows, consent: consentOf(form), consentVersion: '' })
}

/** The questions of a page that an answer on another page opens. Those of the same page open on it. */
const closedOn = ({ fields }: FormSection, form: FormSchema): Preview['closed'] =>
  fields.flatMap(({ label, showWhen }) => {
    const opener = questions(form).find(({ name }) => name === showWhen?.field)
    if (!showWhen || !opener || fields.includes(opener)) return []
    const answers = showWhen.isOneOf.map((value) => `“${inWords(opener, value)}”`).join(' or ')
    return [{ label, of: opener.label, answers }]
  })

const inWords = ({ options, type }: FormField, value: string): string =>
  type === 'yesNo'
    ? ({ true: 'Yes', false: 'No' }[value] ?? value)
    : (options?.find((option) => option.value === value)?.label ?? value)

import { answerRows } from '@mentoring/forms/answers'

import { renderMyPage } from '../../../site/render-my.ts'
import {
  renderCheckYourEmail,
  renderClear,
  renderContinue,
  renderDeadDraft,
  renderCheck,
  renderNoDraft,
  renderQuestions,
  renderSave,
  renderSaved,
  renderStart,
} from '../../../site/render-sign-up.ts'
import {
  type PagePreview,
  renderConfirm,
  renderDeadLink,
  renderPage,
  renderWaiting,
} from '../../../site/render.ts'
import type { Snapshot } from '../../../site/snapshot.ts'
import { consentOf, withoutConsent } from '../../people/sign-up/journey/journey.ts'
import { SAMPLE_MENTEE, SAMPLE_MENTOR } from './sample-people.ts'

type Common = { snapshot: Snapshot; pagePreview: PagePreview }

/** A page that a draft of the sentences can be looked at on. */
type Choice = { name: string; text: string; make: (common: Common) => string }

/**
 * A page of the site with a draft of its sentences, and the way to the others: they stand on many. Editors also see
 * pages that are made on request, as people who do not exist would get them.
 *
 * @param wanted which page; the first one of the site when there is none of that name
 */
export const renderChosen = (common: Common, wanted: string | undefined): string => {
  const { pagePreview, snapshot } = common
  const choices: Choice[] = [
    ...snapshot.pages.map((shown) => ({
      name: shown.path,
      text: shown.title,
      make: (given: Common) => renderPage({ ...given, shown }),
    })),
    ...(pagePreview.isLive ? SAMPLES : []),
  ]
  const chosen =
    choices.find(({ name }) => name === wanted) ??
    choices.find(({ name }) => name === '/') ??
    choices[0]!
  const pages = choices.map(({ name, text }) => ({
    href: `?page=${encodeURIComponent(name)}`,
    text,
    isHere: name === chosen.name,
  }))
  return chosen.make({ snapshot, pagePreview: { ...pagePreview, pages } })
}

const KIND = 'mentee'
const UNTIL = 'Friday 2 October 2026, 9:30am'
const EMAIL = 'omar@example.org'

const formOf = ({ snapshot }: Common) => snapshot.signUp[KIND].form

const SAMPLES: Choice[] = [
  {
    name: 'start',
    text: 'Sign-up: start',
    make: (common) => renderStart({ ...common, kind: KIND }),
  },
  {
    name: 'questions',
    text: 'Sign-up: questions',
    make: (common) => {
      const [section, ...others] = withoutConsent(formOf(common)).sections
      const [first] = section!.fields
      const errors = first ? [{ field: first.name, message: first.missing }] : []
      const placed = { kind: KIND, back: '#', number: 1, count: others.length + 2 }
      return renderQuestions({
        ...common,
        ...placed,
        section: section!,
        values: {},
        errors,
        sent: 0,
      })
    },
  },
  {
    name: 'check',
    text: 'Sign-up: check',
    make: (common) => {
      const form = formOf(common)
      const count = withoutConsent(form).sections.length + 1
      const rows = answerRows(form, {}).map((row) => ({ ...row, href: '#' }))
      const shown = { kind: KIND, back: '#', number: count, count, rows, values: {}, errors: [] }
      return renderCheck({ ...common, ...shown, consent: consentOf(form), consentVersion: '' })
    },
  },
  {
    name: 'save',
    text: 'Sign-up: save',
    make: (common) =>
      renderSave({
        ...{ ...common, kind: KIND, form: { sections: [] }, values: {}, errors: [] },
        ...{ until: UNTIL, back: '#', page: 'check' },
      }),
  },
  {
    name: 'saved',
    text: 'Sign-up: link sent',
    make: (common) => renderSaved({ ...common, kind: KIND, to: EMAIL, until: UNTIL, back: '#' }),
  },
  {
    name: 'continue',
    text: 'Sign-up: continue',
    make: (common) => renderContinue({ ...common, kind: KIND, until: UNTIL }),
  },
  {
    name: 'clear',
    text: 'Sign-up: clear',
    make: (common) => renderClear({ ...common, kind: KIND, back: '#' }),
  },
  {
    name: 'no-draft',
    text: 'Sign-up: no answers',
    make: (common) => renderNoDraft({ ...common, kind: KIND }),
  },
  { name: 'dead-draft', text: 'Sign-up: old link', make: (common) => renderDeadDraft(common) },
  {
    name: 'sent',
    text: 'Check your email',
    make: (common) => renderCheckYourEmail({ ...common, kind: KIND }),
  },
  {
    name: 'confirm',
    text: 'Confirm',
    make: (common) =>
      renderConfirm({
        ...{ ...common, kind: KIND, rows: answerRows(formOf(common), {}) },
        ...{ visit: '', consentVersion: '', isChanged: true },
      }),
  },
  {
    name: 'waiting',
    text: 'Confirmed',
    make: (common) =>
      renderWaiting({ ...common, kind: KIND, status: 'waiting', visit: '', since: '2026-10-02' }),
  },
  { name: 'dead-link', text: 'Link that does not work', make: (common) => renderDeadLink(common) },
  {
    name: 'signed-out',
    text: 'Signed out',
    make: (common) => renderDeadLink({ ...common, visit: 'none', reason: 'over' }),
  },
  {
    name: 'mentor',
    text: 'Personal page of a mentor',
    make: (common) => renderMyPage({ ...common, view: SAMPLE_MENTOR, visit: '' }),
  },
  {
    name: 'mentee',
    text: 'Personal page of a mentee',
    make: (common) => renderMyPage({ ...common, view: SAMPLE_MENTEE, visit: '' }),
  },
]

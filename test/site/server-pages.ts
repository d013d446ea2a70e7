import { questions } from '@mentoring/forms/form-types'
import { pathOf } from '../../programme/links/path-of.ts'
import { withoutConsent } from '../../programme/people/sign-up/journey/journey.ts'
import { previewPage } from '../../programme/people/sign-up/preview-page.ts'
import {
  type FormValues,
  renderCheckAnswers,
  renderConfirm,
  renderDeadLink,
  renderMessage,
  renderSendAgain,
  renderSignUpForm,
  renderWaiting,
} from '../../site/render.ts'
import {
  firstInputId,
  renderCheck,
  renderClear,
  renderContinue,
  renderDeadDraft,
  renderNoDraft,
  renderQuestions,
  renderSave,
  renderSaved,
} from '../../site/render-sign-up.ts'
import type { Snapshot } from '../../site/snapshot.ts'
import { myPages } from './my-pages.ts'

const KINDS = ['mentor', 'mentee'] as const
type Kind = (typeof KINDS)[number]

/** Answers to every question, of an invented doctor. */
export const answers: FormValues = {
  name: 'Asha Example',
  email: `asha.${'with-a-long-name.'.repeat(4)}@example.org`,
  phone: '07700 900 982',
  gender: 'woman',
  originChoice: 'count',
  country: 'PK',
  qualifiedIn: 'PK',
  languages: ['ur', 'pa'],
  'arrival-month': '8',
  'arrival-year': '2025',
  pathway: 'mti',
  grade: 'fellow',
  specialty: 'paediatrics',
  site: 'lgi',
  team: 'anotherTeam',
  teamName: 'Ward L47',
  topics: ['housing', 'exams'],
  meetingPreference: 'either',
  genderPreference: 'noPreference',
  about: 'I like long walks.\nI am learning to cook.',
  capacity: '1',
  takesMentees: 'true',
  consent: 'yes',
}

/** The answers as people read them; one is left out. */
const rowsOf = (snapshot: Snapshot, kind: Kind) =>
  snapshot.signUp[kind].form.sections.flatMap((section) =>
    section.fields
      .filter(({ type }) => type !== 'consent')
      .map(({ name, label }) => ({
        section: section.title,
        field: name,
        label,
        value: name === 'teamName' ? '' : [answers[name] ?? '8 2025'].flat().join('\n'),
      })),
  )

/** Addresses of pages that the server makes, to which other pages lead. */
export const SIGN_UP_ADDRESSES = KINDS.flatMap((kind) =>
  ['clear', 'save'].map((page) => `/sign-up/${kind}/${page}/`),
)

const UNTIL = 'Sunday 29 November 2026, 9:30am'

/** The pages of a sign-up that is filled in page by page. */
const journeyPages = (snapshot: Snapshot, kind: Kind): [string, string][] => {
  const { sections } = snapshot.signUp[kind].form
  const asked = sections.filter(({ fields }) => fields.some(({ type }) => type !== 'consent'))
  const consent = questions(snapshot.signUp[kind].form).find(({ type }) => type === 'consent')
  const common = { snapshot, kind, back: '/', until: UNTIL }
  const count = asked.length + 1
  const email = questions(snapshot.signUp[kind].form).filter(({ name }) => name === 'email')
  const form = { sections: [{ title: '', slug: 'email', fields: email }] }
  const save = { ...common, form, page: 'check' }
  const check = { ...common, consent, consentVersion: 'words', number: count, count }
  const rows = rowsOf(snapshot, kind).map((row) => {
    const { slug } = sections.find(({ title }) => title === row.section)!
    const field = questions(snapshot.signUp[kind].form).find(({ name }) => name === row.field)!
    return { ...row, href: `/server/${kind}/${slug}/change#${firstInputId(field)}` }
  })
  return [
    ...asked.flatMap((section, index): [string, string][] => {
      const page = { ...common, section, number: index + 1, count, sent: 0 }
      const errors = section.fields.map(({ missing, name }) => ({ field: name, message: missing }))
      const change = section.fields.at(-1)!.name
      const path = `/server/${kind}/${section.slug}`
      return [
        [path, renderQuestions({ ...page, values: {}, errors: [] })],
        [`${path}/errors`, renderQuestions({ ...page, values: answers, errors })],
        [`${path}/change`, renderQuestions({ ...page, values: answers, errors: [], change })],
      ]
    }),
    [
      `/server/${kind}/all-answers`,
      renderCheck({ ...check, rows, values: { consent: 'yes' }, errors: [] }),
    ],
    [
      `/server/${kind}/all-answers/errors`,
      renderCheck({
        ...check,
        rows,
        values: {},
        errors: [
          { field: '', message: 'Many people are signing up at this moment.' },
          ...(consent ? [{ field: consent.name, message: consent.missing }] : []),
        ],
      }),
    ],
    [`/server/${kind}/save`, renderSave({ ...save, values: {}, errors: [] })],
    [
      `/server/${kind}/save/errors`,
      renderSave({
        ...save,
        values: { email: 'x' },
        errors: email.map(({ invalid, name }) => ({ field: name, message: invalid })),
      }),
    ],
    [`/server/${kind}/saved`, renderSaved({ ...common, to: String(answers.email) })],
    [`/server/${kind}/clear`, renderClear(common)],
    [`/server/${kind}/no-draft`, renderNoDraft(common)],
    [`/server/${kind}/continue`, renderContinue(common)],
  ]
}

/** One form before it is published: of the same templates as the other, and as what people fill in. */
const previews = (snapshot: Snapshot): [string, string][] => {
  const kind = 'mentee'
  const slugs = withoutConsent(snapshot.signUp[kind].form).sections.flatMap(({ fields, slug }) =>
    fields.length > 0 ? [slug] : [],
  )
  return ['', ...slugs, 'check', 'all'].map((slug) => [
    pathOf(`/api/sign-up/preview/${kind}`, { page: slug }),
    previewPage(snapshot, kind, slug)!,
  ])
}

/** Every page the server renders, by a path of its own, in each of its states. */
export const serverPages = (snapshot: Snapshot): Record<string, string> => ({
  ...myPages(snapshot),
  ...Object.fromEntries(previews(snapshot)),
  ...Object.fromEntries(
    KINDS.flatMap((kind) => {
      const asked = questions(snapshot.signUp[kind].form)
      return [
        ...journeyPages(snapshot, kind),
        [`/server/${kind}/filled`, renderSignUpForm({ snapshot, kind, values: answers })],
        [
          `/server/${kind}/change`,
          renderSignUpForm({ snapshot, kind, values: answers, focus: 'arrival' }),
        ],
        [
          `/server/${kind}/errors`,
          renderSignUpForm({
            snapshot,
            kind,
            values: { ...answers, name: '', 'arrival-month': '13', email: 'not an address' },
            errors: asked.map(({ name, missing }) => ({ field: name, message: missing })),
          }),
        ],
        [
          `/server/${kind}/check`,
          renderCheckAnswers({
            snapshot,
            kind,
            values: answers,
            rows: rowsOf(snapshot, kind),
          }),
        ],
        [
          `/server/${kind}/send-again`,
          renderSendAgain({ snapshot, kind, values: answers, wait: '12 minutes' }),
        ],
        ...[false, true].map((isChanged) => [
          `/server/${kind}/confirm${isChanged ? '-again' : ''}`,
          renderConfirm({
            snapshot,
            kind,
            rows: rowsOf(snapshot, kind),
            visit: 'a-visit',
            consentVersion: 'words',
            isChanged,
          }),
        ]),
        ...(['waiting', 'matched', 'paused'] as const).map((status) => [
          `/server/${kind}/${status}`,
          renderWaiting({
            snapshot,
            kind,
            status,
            visit: 'a-visit',
            since: '2026-03-05T09:00:00Z',
          }),
        ]),
      ]
    }),
  ),
  '/server/dead-draft': renderDeadDraft({ snapshot }),
  '/server/dead-link': renderDeadLink({ snapshot, token: 'a-token' }),
  '/server/no-cookies': renderDeadLink({ snapshot, visit: 'a-visit', reason: 'noCookies' }),
  '/server/signed-out': renderDeadLink({ snapshot, visit: 'a-visit', reason: 'over' }),
  '/server/ended-visit': renderDeadLink({ snapshot, reason: 'over' }),
  '/server/unknown-link': renderDeadLink({ snapshot }),
  '/server/message': renderMessage({
    snapshot,
    title: 'This link has expired',
    paragraphs: ['Links work for a day. Sign up again and we email you a new one.'],
    link: { href: '/sign-up/', text: 'Sign up again' },
  }),
})

import { formSchema } from '@mentoring/forms/form-schema'
import { agreementTerms } from '../../collections/Agreements.ts'
import { firstStep } from '../../programme/pages/first-step.ts'
import type { MatchView } from '../../programme/pages/match-view.ts'
import type { PersonalView } from '../../programme/pages/personal-view.ts'
import { type Moment, startOfWay, wayToMatch } from '../../programme/pages/timeline.ts'
import { CODE_FORM } from '../../programme/pages/code-page.ts'
import { MATCH_PAGES } from '../../programme/pages/match-pages.ts'
import { PAGES_OF_ALL, PERSON_PAGES } from '../../programme/pages/person-pages.ts'
import { renderAgreement, renderMyData, renderMyForm, renderMyPage } from '../../site/render-my.ts'
import type { Snapshot } from '../../site/snapshot.ts'

const LONG_NAME = 'Wickramasinghe'.repeat(7)

const START = startOfWay({ signedUp: '2026-10-01', confirmed: '2026-10-02' })
const TIMELINE: Moment[] = [
  ...START,
  { label: 'We introduced you to Omar Example', when: 'done', on: 'Tuesday 20 October 2026' },
  { label: 'You write to Omar Example', when: 'now', on: 'by Tuesday 27 October 2026' },
  {
    label: 'Meet face to face at least once',
    when: 'toCome',
    details: ['Friday 30 October 2026, online or by phone'],
  },
  { label: 'Your mentoring ends', when: 'toCome', on: 'Saturday 20 February 2027' },
]

const match = (changes: Partial<MatchView> = {}): MatchView => ({
  id: 'one',
  isOpen: true,
  other: {
    name: 'Omar Example',
    role: 'mentee',
    details: [
      { label: 'Email', value: 'omar@example.org' },
      { label: 'Phone', value: '07700 900 982' },
      { label: 'In their own words', value: 'I like walking.\nAnd cooking.' },
    ],
  },
  isHidden: false,
  reasons: ['You both come from Sudan.', 'You both work in paediatrics.'],
  timeline: TIMELINE,
  introducedOn: 'Tuesday 20 October 2026',
  dueOn: 'Tuesday 27 October 2026',
  endsOn: 'Saturday 20 February 2027',
  next: ['write'],
  canSaySilence: false,
  agreement: 'none',
  canPrint: false,
  meetings: [],
  extension: 'none',
  isCompleted: false,
  hasSurvey: false,
  ...changes,
})

const view = (changes: Partial<PersonalView> = {}): PersonalView => {
  const shown = {
    name: 'Asha Example',
    role: 'mentor' as const,
    status: 'matched' as const,
    matches: [],
    timeline: [],
    canPause: false,
    canTakeMentees: false,
    hasTraining: false,
    wantsNoReminders: false,
    ...changes,
  }
  return { ...shown, first: firstStep(shown) }
}

const theirMentor = { ...match().other, role: 'mentor' as const }
const later = match({
  id: 'two',
  other: { ...match().other, name: 'Huda Sample' },
  timeline: TIMELINE.slice(START.length),
  next: ['answerExtension', 'signAgreement', 'meet'],
  agreement: 'changed',
  canPrint: true,
  meetings: ['Friday 30 October 2026, face to face'],
  extension: 'toAnswer',
})

const VIEWS: Record<string, PersonalView> = {
  waiting: view({
    role: 'mentee',
    status: 'waiting',
    placeFrom: 'Tuesday 20 October 2026',
    timeline: [...START, ...wayToMatch('mentee', true)],
    canPause: true,
  }),
  introduced: view({ matches: [match()], hasTraining: true }),
  'new-browser': view({
    matches: [match({ isHidden: true, other: { ...match().other, details: [] } })],
  }),
  mentee: view({
    role: 'mentee',
    matches: [match({ other: theirMentor, next: ['waitForContact'] })],
  }),
  'two-mentees': view({ matches: [match(), later] }),
  'in-contact': view({
    role: 'mentee',
    matches: [
      match({
        other: theirMentor,
        next: ['signAgreement', 'meet', 'askForExtension'],
        agreement: 'toSign',
        canSaySilence: true,
      }),
    ],
  }),
  // One word, as long as a name may be.
  'long-name': view({
    name: LONG_NAME,
    matches: [match({ other: { ...match().other, name: LONG_NAME } })],
  }),
  settled: view({ matches: [match({ next: [], agreement: 'inForce' })] }),
  asked: view({ matches: [match({ next: [], agreement: 'waiting', extension: 'asked' })] }),
  over: view({
    role: 'mentee',
    status: 'resting',
    matches: [
      match({
        other: theirMentor,
        isOpen: false,
        endedOn: 'Saturday 20 February 2027',
        reasons: [],
        timeline: [],
        isCompleted: true,
        next: [],
      }),
    ],
  }),
  paused: view({
    status: 'paused',
    wantsNoReminders: true,
    timeline: [...START, ...wayToMatch('mentor', false)],
  }),
  withdrawn: view({ status: 'withdrawn' }),
  unconfirmed: view({ status: 'unconfirmed' }),
  active: view({ status: 'active', canPause: true }),
}

const rows = [
  { label: 'How often will you meet?', value: 'Once a fortnight' },
  { label: 'What is it about?', value: 'Exams\nand finding a flat' },
]
const form = {
  title: 'Fill in the mentoring agreement',
  paragraphs: ['Talk it through with each other first.'],
  form: formSchema(agreementTerms),
  errors: [],
  submit: 'Sign and send',
  action: '/my/agreement/',
  back: '/my/?visit=x',
  carried: { visit: 'x', match: 'one', seal: 'y' },
}
const leave = await MATCH_PAGES.leave!.form({
  match: { status: 'introduced', createdAt: '2026-10-20T10:00:00.000Z' },
  participant: { role: 'mentee' },
} as Parameters<(typeof MATCH_PAGES)[string]['form']>[0])
const meeting = await MATCH_PAGES.meeting!.form({
  match: { status: 'introduced', createdAt: '2026-10-20T10:00:00.000Z' },
} as Parameters<(typeof MATCH_PAGES)[string]['form']>[0])

/** The addresses under `/my/` that the server answers, as they stand in links. */
export const MY_ADDRESSES: readonly string[] = [
  '/my/',
  '/my/link/',
  '/my/renew/',
  '/my/sign-out/',
  '/my/data/',
  '/my/agreement/print/',
  '/api/my/data.json',
  '/api/my/dates.ics',
  ...Object.keys({ ...MATCH_PAGES, ...PERSON_PAGES, ...PAGES_OF_ALL }).map(
    (page) => `/my/${page}/`,
  ),
]

/** Every personal page, in each of its states, by a path of its own. */
export const myPages = (snapshot: Snapshot): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(VIEWS).map(([name, shown]) => [
      `/server/my/${name}`,
      renderMyPage({ snapshot, view: shown, visit: 'x' }),
    ]),
  ),
  '/server/my/done': renderMyPage({
    snapshot,
    view: VIEWS.introduced!,
    visit: 'x',
    done: { title: 'The meeting is noted', text: 'Only its date is kept.' },
  }),
  '/server/my/agreement': renderMyForm({ snapshot, ...form }),
  '/server/my/agreement-errors': renderMyForm({
    snapshot,
    ...form,
    values: { howOften: 'Once a fortnight' },
    errors: [
      { field: '', message: 'Something has changed since you opened this page.' },
      { field: 'howLong', message: 'Enter how long each meeting will be' },
    ],
  }),
  '/server/my/leave': renderMyForm({ snapshot, ...form, ...leave, form: leave.schema }),
  '/server/my/meeting': renderMyForm({
    snapshot,
    ...form,
    ...meeting,
    form: meeting.schema,
    errors: [{ field: 'on', message: 'Enter the date on which you met' }],
  }),
  '/server/my/code': renderMyForm({
    snapshot,
    ...form,
    title: 'Check your email for a code',
    form: CODE_FORM,
    errors: [{ field: 'code', message: 'This is not the code we have emailed you' }],
  }),
  '/server/my/sign': renderMyForm({ snapshot, ...form, form: { sections: [] }, rows }),
  '/server/my/print': renderAgreement({
    snapshot,
    back: '/my/?visit=x',
    between: [{ label: 'Mentor', value: LONG_NAME }],
    rows,
    signatures: [{ label: 'Asha Example', value: 'Signed on Tuesday 20 October 2026' }],
  }),
  '/server/my/data': renderMyData({
    snapshot,
    back: '/my/?visit=x',
    download: '/api/my/data.json?visit=x',
    sections: [
      { title: 'Your answers', rows },
      { title: `Match with ${LONG_NAME}`, rows },
    ],
  }),
})

import { describe, expect, it } from 'vitest'

import { emptyFixture, fixture } from '../../test/site/fixture.ts'
import { expectHarmless, HOSTILE } from '../../test/site/hostile.ts'
import { serverPages } from '../../test/site/server-pages.ts'
import { renderMyPage, renderSignedUpPage } from '../render-my.ts'
import { renderCheckYourEmail, renderStart } from '../render-sign-up.ts'
import { renderConfirm, renderMessage, renderPage } from '../render.ts'
import type { Snapshot } from '../snapshot.ts'
import { placeholdersIn } from './check.ts'
import { type Known, SENTENCES } from './index.ts'

/** Other words for every sentence, with all that is filled in. */
const everySentence = (say: (sentence: Known) => string): Snapshot['words'] =>
  Object.fromEntries(
    [...SENTENCES.values()].map((sentence) => {
      const filled = placeholdersIn(sentence.words).map((name) => `{{${name}}}`)
      return [sentence.key, `${say(sentence)} ${filled.join(' ')}`]
    }),
  )

/** A form beside those of mentors and mentees, whose pages say other things. */
const OTHER = 'teaching'

const MATCH = {
  id: 'one',
  isOpen: true,
  other: { name: 'Omar', role: 'mentor', details: [] },
  reasons: [],
  timeline: [],
  next: [],
  agreement: 'none',
  meetings: [],
}
const VIEW = { name: 'Asha', role: 'mentee', status: 'matched', timeline: [], matches: [MATCH] }

/** What personal pages say in states that those of `serverPages` are not in. */
const FURTHER_VIEWS: object[] = [
  ...['signAgreement', 'meet', 'askForExtension', 'survey'].map((what) => ({
    ...VIEW,
    first: { what, match: MATCH },
  })),
  { ...VIEW, first: { what: 'signAgreement', match: { ...MATCH, agreement: 'changed' } } },
  { ...VIEW, first: { what: 'back' }, status: 'resting' },
  { ...VIEW, role: 'mentor', canTakeMentees: true, alsoAs: 'mentee' },
  { ...VIEW, alsoAs: 'mentor' },
  ...['answerExtension', 'waitForContact'].map((next) => ({
    ...VIEW,
    matches: [{ ...MATCH, next: [next] }],
  })),
  { ...VIEW, matches: [{ ...MATCH, isOpen: false, isCompleted: true, hasSurvey: true }] },
]

/** Pages of all kinds, in all states in which they say something else. */
const pagesWith = (words: Snapshot['words']): Record<string, string> => {
  const full = fixture()
  const { mentee } = full.signUp
  const short = { sections: mentee.form.sections.slice(0, 1) }
  full.signUp = { ...full.signUp, [OTHER]: { ...mentee, form: short } }
  const snapshots: Snapshot[] = [
    { ...full, words },
    { ...emptyFixture(), words },
    { ...full, words, numbers: { mentors: 55 } },
    { ...full, words, numbers: { waiting: 40 } },
  ]
  const [snapshot] = snapshots
  const other = { snapshot: snapshot!, kind: OTHER, visit: 'x' }
  const pages = snapshots.flatMap((one, number) =>
    one.pages.map((shown): [string, string] => [
      `${number}${shown.path}`,
      renderPage({ snapshot: one, shown: { ...shown, reviewedOn: '2026-11-30' } }),
    ]),
  )
  const made = Object.entries(serverPages(snapshot!))
  const others = [
    ...['mentor', 'mentee', OTHER].map((kind) => renderCheckYourEmail({ ...other, kind })),
    ...[true, false].map((isWithdrawn) =>
      renderSignedUpPage({ ...other, name: 'Asha', isWithdrawn }),
    ),
    renderMessage({ ...other, title: 'T', paragraphs: [] }),
    renderStart(other),
    renderConfirm({ ...other, rows: [], consentVersion: 'x', isChanged: false }),
    ...FURTHER_VIEWS.map((view) => renderMyPage({ ...other, view })),
  ].map((html, number): [string, string] => [`other-${number}`, html])
  return Object.fromEntries([...pages, ...made, ...others])
}

describe('other words for every sentence', () => {
  it('are read on some page, each of them', () => {
    const all = Object.values(pagesWith(everySentence(({ key }) => `[${key}]`))).join('')
    const unread = [...SENTENCES.keys()].filter((key) => !all.includes(`[${key}]`))
    expect(unread).toEqual([])
  })

  it('are text on all pages, whatever they are', () => {
    const pages = pagesWith(everySentence(() => HOSTILE))
    expect(Object.keys(pages).length).toBeGreaterThan(120)
    for (const html of Object.values(pages)) expectHarmless(html)
  })
})

import { describe, expect, it } from 'vitest'

import type { FormField } from '@mentoring/forms/form-types'
import { attribute, attributes, parse, textOf } from '../test/site/dom.ts'
import { fixture } from '../test/site/fixture.ts'
import { expectHarmless, HOSTILE } from '../test/site/hostile.ts'
import { answers, serverPages } from '../test/site/server-pages.ts'
import {
  renderCheckAnswers,
  renderConfirm,
  renderDeadLink,
  renderFault,
  renderMessage,
  renderSignUpForm,
  renderWaiting,
} from './render.ts'
import type { Snapshot } from './snapshot.ts'

/** A mentee form with these fields only. */
const snapshotWith = (...fields: FormField[]): Snapshot => {
  const snapshot = fixture()
  snapshot.signUp.mentee.form = { sections: [{ title: 'Questions', slug: 'questions', fields }] }
  return snapshot
}

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  name: 'answer',
  type,
  label: 'The question',
  hint: 'The hint',
  required: true,
  missing: 'Missing',
  invalid: 'Invalid',
  options: [
    { value: 'a', label: 'Option A', hint: 'Hint of A' },
    { value: 'b', label: 'Option B' },
  ],
  ...more,
})

const formWith = (type: FormField['type'], values = {}, more: Partial<FormField> = {}) =>
  parse(renderSignUpForm({ snapshot: snapshotWith(field(type, more)), kind: 'mentee', values }))

const errorsOf = (snapshot: Snapshot) =>
  snapshot.signUp.mentor.form.sections
    .flatMap(({ fields }) => fields)
    .map(({ name, missing }) => ({ field: name, message: missing }))

describe('every page', () => {
  const pages = Object.entries(serverPages(fixture()))

  it.each(pages)('%s is a whole document that search engines leave out', (_, html) => {
    expect(html).toMatch(/^<!DOCTYPE html>/)
    const root = parse(html)
    expect(root.querySelectorAll('h1')).toHaveLength(1)
    expect(attribute(root.querySelector('meta[name="robots"]'), 'content')).toBe('noindex')
    expect(textOf(root.querySelector('title'))).toMatch(/ – Peer mentor programme$/)
  })

  it.each(pages)('%s uses no id twice', (_, html) => {
    const ids = attributes(parse(html), 'id')
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('renderSignUpForm', () => {
  it('posts the questions to the sign-up of its kind, as the step that checks them', () => {
    const form = parse(renderSignUpForm({ snapshot: fixture(), kind: 'mentor' })).querySelector(
      'form',
    )
    expect(attribute(form, 'method')).toBe('post')
    expect(attribute(form, 'action')).toBe('/api/sign-up/mentor')
    expect(attribute(form!.querySelector('input[name="step"]'), 'value')).toBe('check')
  })

  it('asks every question of the real forms under its field name', () => {
    const snapshot = fixture()
    for (const kind of ['mentor', 'mentee'] as const) {
      const names = new Set(attributes(parse(renderSignUpForm({ snapshot, kind })), 'name'))
      for (const { name, type } of snapshot.signUp[kind].form.sections.flatMap((s) => s.fields)) {
        const inputs = type === 'monthYear' ? [`${name}-month`, `${name}-year`] : [name]
        for (const input of inputs) expect(names).toContain(input)
      }
    }
  })

  it.each([
    ['text', 'text'],
    ['email', 'email'],
    ['tel', 'tel'],
    ['number', 'text'],
  ] as const)('asks for %s in an input of type %s and keeps what was typed', (type, inputType) => {
    const input = formWith(type, { answer: 'typed' }, { autocomplete: 'name' }).querySelector(
      '#answer',
    )
    expect(attribute(input, 'type')).toBe(inputType)
    expect(attribute(input, 'value')).toBe('typed')
    expect(attribute(input, 'autocomplete')).toBe('name')
    expect(attribute(input, 'aria-describedby')).toBe('answer-hint')
  })

  it('counts the characters of a long text and keeps its lines', () => {
    const root = formWith('textarea', { answer: 'one\ntwo' }, { maxLength: 600 })
    expect(root.querySelector('textarea#answer')?.textContent).toBe('one\ntwo')
    expect(attributes(root, 'data-maxlength')).toEqual(['600'])
  })

  it('keeps the chosen radio', () => {
    const root = formWith('radios', { answer: 'b' })
    expect(textOf(root.querySelector('legend'))).toBe('The question')
    expect(root.querySelectorAll('[checked]').map((input) => input.id)).toEqual(['answer-2'])
  })

  it('asks yes or no with the values true and false', () => {
    const root = formWith('yesNo', { answer: 'false' }, { options: undefined })
    const values = root.querySelectorAll('[type="radio"]').map((one) => attribute(one, 'value'))
    expect(values).toEqual(['true', 'false'])
    expect(attribute(root.querySelector('[checked]'), 'value')).toBe('false')
  })

  it('keeps every ticked box', () => {
    const ticked = formWith('checkboxes', { answer: ['a', 'b'] }).querySelectorAll('[checked]')
    expect(ticked.map((one) => attribute(one, 'value'))).toEqual(['a', 'b'])
  })

  it('keeps the selected option', () => {
    const selected = formWith('select', { answer: 'b' }).querySelectorAll('[selected]')
    expect(selected.map((one) => attribute(one, 'value'))).toEqual(['b'])
  })

  it('labels and keeps each of several selects that share a name', () => {
    const root = formWith('selects', { languages: ['b', 'a'] }, { name: 'languages', maxRows: 3 })
    const selects = root.querySelectorAll('select')
    expect(selects.map((one) => one.id)).toEqual(['languages', 'languages-2', 'languages-3'])
    expect(new Set(selects.map((one) => attribute(one, 'name')))).toEqual(new Set(['languages']))
    expect(selects.map((one) => textOf(root.querySelector(`label[for="${one.id}"]`)))).toEqual([
      'Language 1',
      'Language 2',
      'Language 3',
    ])
    const chosen = root.querySelectorAll('[selected]').map((one) => attribute(one, 'value'))
    expect(chosen).toEqual(['b', 'a', ''])
  })

  it('asks for a month in two inputs and keeps both', () => {
    const root = formWith('monthYear', { 'answer-month': '13', 'answer-year': '2025' })
    expect(attribute(root.querySelector('#answer-month'), 'name')).toBe('answer-month')
    expect(attribute(root.querySelector('#answer-month'), 'value')).toBe('13')
    expect(attribute(root.querySelector('#answer-year'), 'value')).toBe('2025')
  })

  it('says what the consent is for, right at its box', () => {
    const snapshot = snapshotWith(field('consent', { hint: undefined }))
    snapshot.signUp.mentee.consent = 'I agree to this.\n\nAnd to that.'
    const root = parse(renderSignUpForm({ snapshot, kind: 'mentee', values: { answer: 'yes' } }))
    const box = root.querySelector('#answer')
    expect(attribute(box, 'value')).toBe('yes')
    expect(box?.hasAttribute('checked')).toBe(true)
    const statement = root.querySelector(`#${attribute(box, 'aria-describedby')}`)
    expect(textOf(statement)).toContain('I agree to this. And to that.')
  })

  it('ticks nothing and chooses nothing by itself', () => {
    const root = parse(renderSignUpForm({ snapshot: fixture(), kind: 'mentor' }))
    expect(root.querySelectorAll('[checked]')).toHaveLength(0)
    expect(attributes(root, 'selected').length).toBeGreaterThan(0)
    for (const option of root.querySelectorAll('[selected]')) {
      expect(attribute(option, 'value')).toBe('')
    }
  })

  it('opens the question about the country under the answer that calls for it', () => {
    const root = parse(
      renderSignUpForm({ snapshot: fixture(), kind: 'mentee', values: { originChoice: 'count' } }),
    )
    const radio = root.querySelector('[name="originChoice"][value="count"]')
    const opened = root.querySelector(`#${attribute(radio, 'data-aria-controls')}`)
    expect(opened?.querySelector('select')?.id).toBe('country')
    expect(opened?.classList.contains('nhsuk-radios__conditional--hidden')).toBe(false)
  })

  it('links each error to an input of the page and repeats it at the field', () => {
    const snapshot = fixture()
    const errors = errorsOf(snapshot)
    const root = parse(renderSignUpForm({ snapshot, kind: 'mentor', values: answers, errors }))
    const links = root.querySelectorAll('.nhsuk-error-summary a')
    expect(links.map(textOf)).toEqual(errors.map(({ message }) => message))
    for (const link of links) {
      const target = root.querySelector(attribute(link, 'href')!)
      expect(['input', 'select', 'textarea']).toContain(target?.tagName)
    }
    expect(root.querySelectorAll('.nhsuk-error-message')).toHaveLength(errors.length)
  })

  it('says that there is an error in the title and first in the main part', () => {
    const errors = [{ field: '', message: 'We could not save your answers' }]
    const root = parse(renderSignUpForm({ snapshot: fixture(), kind: 'mentee', errors }))
    expect(textOf(root.querySelector('title'))).toMatch(/^Error: /)
    const first = root.querySelector('main .app-form')?.childElements[0]
    expect(attribute(first ?? null, 'data-module')).toBe('nhsuk-error-summary')
    expect(first?.querySelector('[role="alert"]')).not.toBeNull()
    expect(textOf(first?.querySelector('li') ?? null)).toBe('We could not save your answers')
  })

  it('has no error in its title when there is none', () => {
    const root = parse(renderSignUpForm({ snapshot: fixture(), kind: 'mentee', values: answers }))
    expect(textOf(root.querySelector('title'))).not.toContain('Error')
    expect(root.querySelector('.nhsuk-error-summary')).toBeNull()
  })

  it.each([
    ['name', 'name'],
    ['arrival', 'arrival-month'],
    ['languages', 'languages'],
    ['topics', 'topics'],
    ['country', 'country'],
    ['consent', 'consent'],
    ['about', 'about'],
  ])('starts at %s when that answer is to be changed', (focus, id) => {
    const page = renderSignUpForm({ snapshot: fixture(), kind: 'mentee', values: answers, focus })
    const focused = parse(page).querySelectorAll('[autofocus]')
    expect(focused.map((one) => one.id)).toEqual([id])
  })

  it.each([
    ['text'],
    ['email'],
    ['tel'],
    ['number'],
    ['textarea'],
    ['radios'],
    ['select'],
    ['selects'],
    ['checkboxes'],
    ['yesNo'],
    ['monthYear'],
    ['consent'],
  ] as const)('prints hostile text of a %s question as text', (type) => {
    const hostile = field(type, {
      label: HOSTILE,
      hint: HOSTILE,
      options: [{ value: HOSTILE, label: HOSTILE, hint: HOSTILE }],
    })
    const snapshot = snapshotWith(hostile)
    snapshot.signUp.mentee.consent = HOSTILE
    const html = renderSignUpForm({
      snapshot,
      kind: 'mentee',
      values: { answer: HOSTILE, 'answer-month': HOSTILE, 'answer-year': HOSTILE },
      errors: [{ field: 'answer', message: HOSTILE }],
    })
    expectHarmless(html)
  })
})

describe('renderCheckAnswers', () => {
  const page = (values = answers) =>
    renderCheckAnswers({
      snapshot: fixture(),
      kind: 'mentor',
      values,
      rows: [
        { section: 'About you', field: 'name', label: 'Full name', value: 'Asha' },
        { section: 'About you', field: 'phone', label: 'Phone', value: '' },
        { section: 'Mentoring', field: 'topics', label: 'Topics', value: 'One\nTwo' },
      ],
    })

  it('shows each answer under its section, and says when there is none', () => {
    const root = parse(page())
    const headings = root.querySelectorAll('main h2').map(textOf)
    expect(headings.slice(0, 2)).toEqual(['About you', 'Mentoring'])
    const values = root.querySelectorAll('.nhsuk-summary-list__value')
    expect(values.map((value) => value.textContent)).toEqual(['Asha', 'Not given', 'One\nTwo'])
  })

  it('carries all answers both when they are sent and when one is changed', () => {
    const forms = parse(page()).querySelectorAll('form')
    const steps = forms.map((form) => attribute(form.querySelector('[name="step"]'), 'value'))
    expect(steps).toEqual(['change', 'send'])
    for (const form of forms) {
      const carried = form
        .querySelectorAll('[type="hidden"]')
        .map((input) => [attribute(input, 'name'), attribute(input, 'value')])
        .filter(([name]) => name !== 'step')
      const expected = Object.entries(answers).flatMap(([name, value]) =>
        [value].flat().map((one) => [name, one]),
      )
      expect(carried).toEqual(expected)
    }
  })

  it('can change every answer without a script, and says which', () => {
    const buttons = parse(page()).querySelectorAll('button[name="change"]')
    expect(buttons.map((one) => attribute(one, 'value'))).toEqual(['name', 'phone', 'topics'])
    expect(textOf(buttons[0]!)).toBe('Change your answer to: Full name')
  })

  it('repeats what the sender agrees to', () => {
    expect(textOf(parse(page()).querySelector('main'))).toContain(
      'I agree that the programme uses my answers',
    )
  })

  it('prints hostile answers as text', () => {
    const rows = [{ section: HOSTILE, field: HOSTILE, label: HOSTILE, value: HOSTILE }]
    const values = { [HOSTILE]: HOSTILE }
    expectHarmless(renderCheckAnswers({ snapshot: fixture(), kind: 'mentee', rows, values }))
  })
})

describe('renderConfirm', () => {
  const page = {
    snapshot: fixture(),
    kind: 'mentee' as const,
    rows: [{ section: 'About you', field: 'name', label: 'Full name', value: 'Asha Example' }],
    visit: 'abc',
    consentVersion: 'words',
    isChanged: false,
  }

  it('shows the answers and the words that are agreed to, in the form that sends them', () => {
    const root = parse(renderConfirm(page))
    expect(textOf(root.querySelector('main'))).toContain('Asha Example')
    const form = root.querySelector('main form')!
    expect(textOf(form)).toContain(textOf(parse(page.snapshot.signUp.mentee.consent)).slice(0, 30))
    expect(attribute(form.querySelector('[name="consentVersion"]'), 'value')).toBe('words')
    expect(textOf(parse(renderConfirm({ ...page, isChanged: true })))).toContain('has changed')
  })

  it('changes something only by its one button', () => {
    const root = parse(renderConfirm(page))
    const form = root.querySelector('main form')
    expect(attribute(form, 'method')).toBe('post')
    expect(attribute(form, 'action')).toBe('/sign-up/confirm/')
    expect(attribute(form!.querySelector('[name="visit"]'), 'value')).toBe('abc')
    expect(root.querySelectorAll('main button')).toHaveLength(1)
  })

  it('keeps its address from other sites', () => {
    const root = parse(renderConfirm(page))
    expect(attribute(root.querySelector('meta[name="referrer"]'), 'content')).toBe('same-origin')
  })

  it('prints hostile texts as text', () => {
    const rows = [{ section: HOSTILE, field: HOSTILE, label: HOSTILE, value: HOSTILE }]
    expectHarmless(renderConfirm({ ...page, rows, visit: HOSTILE, consentVersion: HOSTILE }))
  })
})

describe('renderDeadLink', () => {
  it('sends a new link to the owner of a known one, and asks for the address else', () => {
    const known = parse(renderDeadLink({ snapshot: fixture(), token: 'abc' }))
    expect(attribute(known.querySelector('main form'), 'action')).toBe('/my/renew/')
    expect(attribute(known.querySelector('[name="token"]'), 'value')).toBe('abc')
    const unknown = parse(renderDeadLink({ snapshot: fixture() }))
    expect(attribute(unknown.querySelector('main form'), 'action')).toBe('/my/link/')
    expect(unknown.querySelector('main input[name="email"]')).toBeTruthy()
  })
})

describe('renderWaiting', () => {
  const since = '2026-03-05T09:00:00Z'

  it.each([
    ['mentor', 'waiting', 'You are on our list of mentors', 'Since 5 March 2026'],
    ['mentor', 'matched', 'You have a mentee', 'Matched on 5 March 2026'],
    ['mentor', 'paused', 'Your sign-up is paused', ''],
    ['mentee', 'waiting', 'You are on the waiting list', 'Since 5 March 2026'],
    ['mentee', 'matched', 'You have a mentor', 'Matched on 5 March 2026'],
    ['mentee', 'paused', 'Your sign-up is paused', ''],
  ] as const)('tells a %s who is %s where they stand', (kind, status, heading, day) => {
    const root = parse(renderWaiting({ snapshot: fixture(), kind, status, since, visit: 'a' }))
    expect(textOf(root.querySelector('h1'))).toBe(heading)
    expect(textOf(root.querySelector('.nhsuk-panel__body'))).toBe(day)
    expect(textOf(root.querySelector('main'))).toContain('What happens next')
    expect(attributes(root, 'href')).toContain('mailto:mentors@example.org')
  })
})

describe('renderMessage', () => {
  it('says its words and leads on', () => {
    const root = parse(
      renderMessage({
        snapshot: fixture(),
        title: 'This link has expired',
        paragraphs: ['One.', 'Two.'],
        link: { href: '/sign-up/', text: 'Sign up again' },
      }),
    )
    expect(textOf(root.querySelector('h1'))).toBe('This link has expired')
    expect(textOf(root.querySelector('main'))).toContain('One. Two. Sign up again')
    expect(attribute(root.querySelector('a.nhsuk-button'), 'href')).toBe('/sign-up/')
  })

  it('prints hostile words as text', () => {
    expectHarmless(
      renderMessage({
        snapshot: fixture(),
        title: HOSTILE,
        paragraphs: [HOSTILE],
        link: { href: '/', text: HOSTILE },
      }),
    )
  })
})

describe('renderFault', () => {
  it('is a whole document with the look of the site, made of nothing', () => {
    const html = renderFault()
    expect(html).toMatch(/^<!DOCTYPE html>/)
    const root = parse(html)
    expect(attribute(root.querySelector('html'), 'lang')).toBe('en-GB')
    expect(textOf(root.querySelector('title'))).toBe(textOf(root.querySelector('h1')))
    expect(attributes(root, 'href')).toContain('/assets/site.css')
    expect(html).not.toMatch(/undefined|<script/)
  })
})

describe('content from the CMS', () => {
  it('prints hostile plain text as text', () => {
    const snapshot = fixture()
    snapshot.site.programmeName = HOSTILE
    snapshot.site.shortName = HOSTILE
    snapshot.site.trustName = HOSTILE
    snapshot.site.contact.team = HOSTILE
    snapshot.site.contact.phone = HOSTILE
    snapshot.signUp.mentor.title = HOSTILE
    for (const html of Object.values(serverPages(snapshot))) expectHarmless(html)
  })
})

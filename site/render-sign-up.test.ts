import { describe, expect, it } from 'vitest'

import type { FormField } from '@mentoring/forms/form-types'
import { attribute, attributes, parse, textOf } from '../test/site/dom.ts'
import { fixture } from '../test/site/fixture.ts'
import { expectHarmless, HOSTILE } from '../test/site/hostile.ts'
import { renderCheck, renderQuestions, renderSaved } from './render-sign-up.ts'

const field: FormField = {
  name: 'team',
  type: 'text',
  label: 'Clinical team',
  required: true,
  missing: 'Enter your team',
  invalid: 'Enter your team',
}
const section = {
  title: 'Your work',
  slug: 'your-work',
  lead: 'It keeps colleagues apart.',
  fields: [field],
}
const page = {
  snapshot: fixture(),
  kind: 'mentee' as const,
  back: '/sign-up/mentee/about-you/',
  number: 2,
  count: 5,
}
const questions = { ...page, section, values: { team: 'Ward J16' }, errors: [], sent: 3 }

describe('a page of questions', () => {
  it('has the section as its heading, says why it is asked and how far somebody is', () => {
    const root = parse(renderQuestions(questions))
    expect(textOf(root.querySelector('h1'))).toMatch(/: Your work$/)
    expect(textOf(root.querySelector('main'))).toContain('It keeps colleagues apart.')
    expect(textOf(root.querySelector('.app-step'))).toBe('Page 2 of 5')
    expect(attribute(root.querySelector('.nhsuk-back-link'), 'href')).toBe(page.back)
  })

  it('posts to its own address; continuing comes first, so that Enter continues', () => {
    const root = parse(renderQuestions(questions))
    expect(attribute(root.querySelector('main form'), 'action')).toBe('/sign-up/mentee/your-work/')
    const buttons = root.querySelectorAll('main form button')
    expect(buttons.map((button) => attribute(button, 'value'))).toEqual([undefined, 'save'])
  })

  it('carries the question that is changed, and opens at it unless something is wrong', () => {
    const focus = (more: object) => {
      const input = parse(renderQuestions({ ...questions, ...more })).querySelector('#team')
      return attribute(input, 'autofocus') !== undefined
    }
    const error = { field: 'team', message: 'Enter your team' }
    expect(renderQuestions({ ...questions, change: 'team' })).toContain(
      'name="change" value="team"',
    )
    expect([focus({}), focus({ change: 'team' })]).toEqual([false, true])
    expect(focus({ change: 'team', errors: [error] })).toBe(false)
  })
})

describe('the page of all answers', () => {
  const check = {
    ...page,
    rows: [
      { section: 'Your work', field: 'team', label: 'Clinical team', value: '', href: '/x/#team' },
    ],
    consent: { ...field, name: 'consent', type: 'consent' as const, label: 'I agree' },
    consentVersion: 'words',
    values: {},
    errors: [],
  }

  it('has a link that changes each answer, and shows the words that are agreed to', () => {
    const html = renderCheck(check)
    expect(attributes(parse(html), 'href')).toContain('/x/#team')
    expect(html).toContain('name="consentVersion" value="words"')
    expect(textOf(parse(html))).toContain(page.snapshot.signUp.mentee.consent.slice(0, 20))
    expect(html).not.toMatch(/name="consent"[^>]*checked/)
    expect(renderCheck({ ...check, values: { consent: 'yes' } })).toMatch(
      /name="consent"[^>]*checked/,
    )
  })

  it('can do without a question by which people agree', () => {
    expect(renderCheck({ ...check, consent: undefined })).toContain('Send my sign-up')
  })
})

it('what was typed or written stays text', () => {
  const hostile = { ...section, title: HOSTILE, lead: HOSTILE }
  expectHarmless(renderQuestions({ ...questions, section: hostile, values: { team: HOSTILE } }))
  expectHarmless(renderSaved({ ...page, to: HOSTILE, until: 'today' }))
})

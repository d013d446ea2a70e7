import { describe, expect, it } from 'vitest'

import type { FormField, FormSchema } from '@mentoring/forms/form-types'
import { mayOpen, pageAfter, pageBefore, pagesOf, takeOver, whereIs } from './journey.ts'

const field = (name: string, more: Partial<FormField> = {}): FormField => ({
  name,
  type: 'text',
  label: name,
  required: true,
  missing: `Enter ${name}`,
  invalid: `Check ${name}`,
  ...more,
})

const form: FormSchema = {
  sections: [
    { title: 'One', slug: 'one', fields: [field('name'), field('drives', { type: 'yesNo' })] },
    {
      title: 'Car',
      slug: 'car',
      fields: [field('car', { showWhen: { field: 'drives', isOneOf: ['true'] } })],
    },
    { title: 'More', slug: 'more', fields: [field('about', { required: false })] },
    { title: 'Agreement', slug: 'agreement', fields: [field('consent', { type: 'consent' })] },
  ],
}
const now = new Date('2026-11-30T12:00:00Z')
const at = (values: Record<string, string>, ...tried: string[]) =>
  pagesOf(form, { values, tried }, now)
const slugs = (pages: { slug: string }[]) => pages.map(({ slug }) => slug)

const NO_CAR = { name: 'Amina', drives: 'false' }
const CAR = { name: 'Amina', drives: 'true', car: 'A van' }

describe('the pages of a form', () => {
  it('are its sections; to agree is none', () => {
    expect(slugs(at({ ...CAR }))).toEqual(['one', 'car', 'more'])
  })

  it('leave out what the answers do not ask', () => {
    expect(slugs(at(NO_CAR))).toEqual(['one', 'more'])
    expect(slugs(at({}))).toEqual(['one', 'more'])
  })

  it('keep a question that an answer on the same page opens', () => {
    const both = {
      title: 'One',
      slug: 'one',
      fields: form.sections.flatMap(({ fields }) => fields),
    }
    const [page] = pagesOf({ sections: [both] }, { values: {}, tried: [] }, now)
    expect(page!.fields.map(({ name }) => name)).toEqual(['name', 'drives', 'car', 'about'])
  })

  it('are done once they were sent with answers that can be used', () => {
    const done = (pages: ReturnType<typeof at>) => pages.map(({ isDone }) => isDone)
    expect(done(at(NO_CAR))).toEqual([false, false])
    expect(done(at(NO_CAR, 'one'))).toEqual([true, false])
    expect(done(at({ name: '' }, 'one', 'more'))).toEqual([false, true])
  })
})

describe('the way through a form', () => {
  it('goes as far as the first page that is not done', () => {
    const ways: [ReturnType<typeof at>, string][] = [
      [at({}), 'one'],
      [at(CAR, 'one'), 'car'],
      [at(CAR, 'one', 'car'), 'more'],
      [at(CAR, 'one', 'car', 'more'), 'check'],
      // Said yes later: that page has not been seen.
      [at({ ...NO_CAR, drives: 'true' }, 'one', 'more'), 'car'],
    ]
    for (const [pages, where] of ways) {
      expect(whereIs(pages)).toBe(where)
      const order = [...slugs(pages), 'check']
      const open = order.filter((slug) => mayOpen(pages, slug))
      expect(open).toEqual(order.slice(0, order.indexOf(where) + 1))
    }
    expect(mayOpen(at(CAR, 'one', 'car', 'more'), 'agreement')).toBe(false)
    expect(mayOpen(at(NO_CAR, 'one', 'more'), 'car')).toBe(false)
  })

  it('knows the page before and after', () => {
    const pages = at(CAR)
    expect(['one', 'car', 'more'].map((slug) => pageAfter(pages, slug))).toEqual([
      'car',
      'more',
      'check',
    ])
    expect(['one', 'car', 'check'].map((slug) => pageBefore(pages, slug))).toEqual([
      undefined,
      'one',
      'more',
    ])
  })
})

it('a page takes over its own answers, those left out too, and leaves the others', () => {
  const values = { name: 'Amina', topics: ['a'], about: 'Walks' }
  const sent = { name: 'Amina Yusuf', about: 'Not of this page', then: 'save' }
  expect(takeOver(values, sent, ['name', 'topics'])).toEqual({
    about: 'Walks',
    name: 'Amina Yusuf',
  })
})

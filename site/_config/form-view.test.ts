import { describe, expect, it } from 'vitest'

import type { FormField, FormSchema } from '@mentoring/forms/form-types'
import { rowLabel } from './form-components.ts'
import { firstInputId, formView as viewOf } from './form-view.ts'
import { sayIn } from './words.ts'

const formView = (form: Omit<Parameters<typeof viewOf>[0], 'say'>) =>
  viewOf({ ...form, say: sayIn({ lookup: () => ({ words: {} }) }) })

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  name: type,
  type,
  label: `Label of ${type}`,
  required: false,
  missing: 'Missing',
  invalid: 'Invalid',
  options: [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ],
  ...more,
})

const formOf = (...fields: FormField[]): FormSchema => ({
  sections: [{ title: 'Section', slug: 'section', fields }],
})

const firstQuestion = (view: ReturnType<typeof formView>) => view.sections[0]!.questions[0]!

type Items = { value: string; selected?: boolean; checked?: boolean }[]
const itemsOf = (question: { params: Record<string, unknown> }) => question.params.items as Items

describe('formView', () => {
  it('lists errors in the order they come in, each with the first input of its field', () => {
    const form = formOf(field('text'), field('monthYear'), field('selects'))
    const { errorList } = formView({
      form,
      errors: [
        { field: '', message: 'The whole form' },
        { field: 'monthYear', message: 'The month' },
        { field: 'selects', message: 'The selects' },
        { field: 'unknown', message: 'No such field' },
      ],
    })
    expect(errorList).toEqual([
      { text: 'The whole form' },
      { text: 'The month', href: '#monthYear-month' },
      { text: 'The selects', href: '#selects' },
      { text: 'No such field' },
    ])
  })

  it('says of exactly the questions that may be left out that they are optional', () => {
    const types = ['text', 'radios', 'textarea', 'checkboxes', 'monthYear', 'selects'] as const
    for (const required of [true, false]) {
      for (const type of types) {
        const { params } = firstQuestion(formView({ form: formOf(field(type, { required })) }))
        const text = `Label of ${type}${required ? '' : ' (optional)'}`
        const { fieldset, label } = params as Record<string, { legend?: object }>
        expect(label ?? fieldset!.legend).toMatchObject({ text })
      }
    }
  })

  it('puts a message at its own field only', () => {
    const form = formOf(field('text'), field('email'))
    const view = formView({ form, errors: [{ field: 'email', message: 'Wrong' }] })
    const messages = view.sections[0]!.questions.map(({ params }) => params.errorMessage)
    expect(messages).toEqual([undefined, { text: 'Wrong' }])
  })

  it('asks a question inside the option that calls for it, and nowhere else', () => {
    const inside = field('select', { showWhen: { field: 'radios', isOneOf: ['b'] } })
    const view = formView({ form: formOf(field('radios'), inside) })
    expect(view.sections[0]!.questions).toHaveLength(1)
    expect(firstQuestion(view).reveals).toMatchObject([
      { value: 'b', question: { component: 'select' } },
    ])
  })

  it.each([
    ['its other question is not asked as radios', field('select', { name: 'radios' })],
    ['no option has that value', field('radios', { options: [{ value: 'z', label: 'Z' }] })],
    ['there is no such question', field('radios', { name: 'other' })],
  ])('asks a conditional question plainly when %s', (_, parent) => {
    const inside = field('text', { showWhen: { field: 'radios', isOneOf: ['b'] } })
    const view = formView({ form: formOf(parent, inside) })
    expect(view.sections[0]!.questions.map(({ component }) => component)).toContain('input')
  })

  it('moves a conditional question to its radios, even out of another section', () => {
    const inside = field('text', { showWhen: { field: 'yesNo', isOneOf: ['true'] } })
    const view = formView({
      form: {
        sections: [
          { title: 'One', slug: 'one', fields: [field('yesNo')] },
          { title: 'Two', slug: 'two', fields: [inside] },
        ],
      },
    })
    expect(view.sections.map(({ title }) => title)).toEqual(['One'])
    expect(firstQuestion(view).reveals).toHaveLength(1)
  })

  it('offers an empty first option, chosen until another is', () => {
    const form = formOf(field('select'))
    const selected = (value: string) =>
      itemsOf(firstQuestion(formView({ form, values: { select: value } })))
        .filter((item) => item.selected)
        .map((item) => item.value)
    expect(selected('')).toEqual([''])
    expect(selected('b')).toEqual(['b'])
  })

  it('shows 3 selects unless the field says how many, and no more than some to spare', () => {
    const rows = (more: Partial<FormField>, selects: string[] = []) =>
      firstQuestion(formView({ form: formOf(field('selects', more)), values: { selects } })).params
        .rows as unknown[]
    expect(rows({})).toHaveLength(3)
    expect(rows({ maxRows: 5 })).toHaveLength(5)
    expect(rows({ maxRows: 10 })).toHaveLength(6)
    expect(rows({ maxRows: 10 }, ['a', 'b'])).toHaveLength(6)
    expect(rows({ maxRows: 10 }, Array<string>(5).fill('a'))).toHaveLength(8)
    expect(rows({ maxRows: 10 }, Array<string>(9).fill('a'))).toHaveLength(10)
  })

  describe('with a list too long to look through', () => {
    const many = Array.from({ length: 41 }, (_, i) => ({ value: `v${i}`, label: `Label ${i}` }))
    const options = [
      { value: 'MM', label: 'Myanmar', synonyms: ['Burma', 'Birma'] },
      { value: 'SU', label: 'Soviet Union', isRetired: true },
      ...many,
    ]
    const paramsOf = (type: 'select' | 'selects', typed: string | string[], most = options) =>
      firstQuestion(
        formView({ form: formOf(field(type, { options: most })), values: { [type]: typed } }),
      ).params as Params
    type Item = {
      value: string
      selected: boolean
      attributes?: Record<string, { value: unknown }>
    }
    type Params = {
      items: Item[]
      rows: { items: Item[] }[]
      attributes: Record<string, { value: unknown }>
    }
    const chosen = (items: Item[]) =>
      items.filter((item) => item.selected).map(({ value }) => value)

    it('says so, with what people may type for an option', () => {
      const { attributes, items } = paramsOf('select', '')
      expect(attributes['data-type-ahead']).toBe(true)
      expect(items[1]!.attributes!['data-synonyms']!.value).toBe('Burma|Birma')
      expect(paramsOf('select', '', many.slice(1)).attributes).toEqual({})
    })

    it('knows an option by its other names, and keeps what is none', () => {
      const named = paramsOf('select', 'burma')
      expect(chosen(named.items)).toEqual(['MM'])
      expect(named.attributes['data-typed']!.value).toBeUndefined()
      const unknown = paramsOf('select', 'Atlantis')
      expect(chosen(unknown.items)).toEqual([''])
      expect(unknown.attributes['data-typed']!.value).toBe('Atlantis')
    })

    it('offers what is not offered any more only to who has chosen it', () => {
      const offered = (typed: string) => paramsOf('select', typed).items.map(({ value }) => value)
      expect(offered('')).not.toContain('SU')
      expect(offered('SU')).toContain('SU')
      expect(chosen(paramsOf('select', 'SU').items)).toEqual(['SU'])
    })

    it('asks for several with what there is to say, and the synonyms once', () => {
      const { attributes, rows } = paramsOf('selects', ['', 'Birma', 'Atlantis', 'v3'])
      expect(attributes).toMatchObject({
        'data-most': 3,
        'data-add': 'Add a select',
        'data-typed': { value: 'Atlantis' },
      })
      expect(rows.map(({ items }) => chosen(items))).toEqual([['MM'], ['v3'], ['']])
      const synonyms = rows.map(({ items }) => items[1]!.attributes!['data-synonyms']!.value)
      expect(synonyms).toEqual(['Burma|Birma', undefined, undefined])
    })
  })

  it('keeps several answers, and one answer that a browser sent alone', () => {
    const form = formOf(field('checkboxes'))
    const checked = (value: string | string[]) =>
      itemsOf(firstQuestion(formView({ form, values: { checkboxes: value } })))
        .filter((item) => item.checked)
        .map((item) => item.value)
    expect(checked(['a', 'b'])).toEqual(['a', 'b'])
    expect(checked('b')).toEqual(['b'])
  })

  it('does not take a property every object has for an answer', () => {
    const form = formOf(field('text', { name: 'constructor' }))
    expect(firstQuestion(formView({ form })).params.value).toBe('')
  })
})

describe('firstInputId', () => {
  it('is the name, or the name of the month', () => {
    expect(firstInputId(field('radios'))).toBe('radios')
    expect(firstInputId(field('monthYear', { name: 'arrival' }))).toBe('arrival-month')
  })
})

describe('rowLabel', () => {
  it.each([
    ['languages', 'Language'],
    ['countries', 'Country'],
    ['careAddress', 'Care address'],
    ['homeTowns', 'Home town'],
  ])('makes %s %s', (name, label) => {
    expect(rowLabel(name)).toBe(label)
  })
})

import type { Field } from 'payload'
import { describe, expect, it } from 'vitest'

import { formSchema, onForm, type Question } from './form-schema.ts'
import { type FormField, formSchemaShape, questions } from './form-types.ts'

const options = [{ value: 'a', label: 'A', hint: 'First', synonyms: ['Alpha'], isRetired: true }]

/** The question a field becomes. */
const asked = (field: Field, question: Partial<Question> = {}): FormField =>
  questions(formSchema([onForm(field, { section: 'Section', ...question })]))[0]!

describe('a field becomes a question', () => {
  it.each<[Field, FormField['type']]>([
    [{ name: 'f', type: 'text' }, 'text'],
    [{ name: 'f', type: 'textarea' }, 'textarea'],
    [{ name: 'f', type: 'email' }, 'email'],
    [{ name: 'f', type: 'number' }, 'number'],
    [{ name: 'f', type: 'date' }, 'monthYear'],
    [{ name: 'f', type: 'checkbox' }, 'yesNo'],
    [{ name: 'f', type: 'select', options }, 'radios'],
    [{ name: 'f', type: 'select', options, hasMany: true }, 'checkboxes'],
  ])('%j of type %s', (field, type) => {
    expect(asked(field).type).toBe(type)
    expect(asked(field, { as: 'select' }).type).toBe('select')
  })

  it('with the limits, options and words of the field', () => {
    expect(asked({ name: 'f', type: 'text', label: 'Name', maxLength: 30 })).toMatchObject({
      name: 'f',
      label: 'Name',
      maxLength: 30,
      missing: 'Answer the question “Name”',
      invalid: 'Check your answer to “Name”',
    })
    expect(asked({ name: 'f', type: 'number', min: 1, max: 5 })).toMatchObject({ min: 1, max: 5 })
    expect(asked({ name: 'f', type: 'select', options }).options).toEqual(options)
    expect(asked({ name: 'f', type: 'text' }).label).toBe('f')
    expect(
      asked({ name: 'f', type: 'select', options }, { as: 'selects', maxRows: 10 }).maxRows,
    ).toBe(10)
  })

  it('in the words of the question, where it has its own', () => {
    const words = { label: 'Your name', hint: 'In full', missing: 'Enter it', invalid: 'Too long' }
    expect(asked({ name: 'f', type: 'text', label: 'Name' }, words)).toMatchObject(words)
  })

  it.each<[Field, Partial<Question>, boolean]>([
    [{ name: 'f', type: 'text' }, {}, false],
    [{ name: 'f', type: 'text' }, { missing: 'Enter it' }, false],
    [{ name: 'f', type: 'text', required: true }, {}, true],
    [{ name: 'f', type: 'text' }, { showWhen: { field: 'g', equals: 'a' } }, false],
    [{ name: 'f', type: 'text' }, { showWhen: { field: 'g', equals: 'a' }, missing: 'M' }, true],
    [{ name: 'f', type: 'checkbox' }, { as: 'consent' }, true],
  ])('%j, asked with %j, required: %s', (field, question, required) => {
    expect(asked(field, question).required).toBe(required)
  })
})

describe('formSchema', () => {
  const text = (name: string): Field => ({ name, type: 'text' })

  it('keeps the order and leaves out fields without a question', () => {
    const form = formSchema([
      onForm(text('a'), { section: 'One' }),
      text('status'),
      onForm(text('b'), { section: 'One' }),
      onForm(text('c'), { section: 'Two' }),
    ])
    expect(
      form.sections.map(({ title, fields }) => [title, ...fields.map(({ name }) => name)]),
    ).toEqual([
      ['One', 'a', 'b'],
      ['Two', 'c'],
    ])
  })

  it('refuses a field no question can be made of, by name', () => {
    const field: Field = { name: 'photo', type: 'upload', relationTo: 'media' }
    expect(() => asked(field)).toThrow('"photo" has type "upload"')
  })

  it('makes plain data that can travel', () => {
    const form = formSchema([onForm({ name: 'f', type: 'select', options }, { section: 'One' })])
    const travelled = JSON.parse(JSON.stringify(form))
    expect(formSchemaShape.parse(travelled)).toEqual(travelled)
  })
})

describe('onForm', () => {
  it('keeps what else the field holds and leaves the field itself alone', () => {
    const field: Field = { name: 'f', type: 'text', custom: { own: 1 } }
    const question = { section: 'One' }
    expect(onForm(field, question)).toEqual({ ...field, custom: { own: 1, question } })
    expect(field.custom).toEqual({ own: 1 })
  })
})

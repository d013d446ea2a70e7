import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { answerRows, checkAnswers, type RawAnswers, unknownInputs } from './answers.ts'
import type { FormField, FormSchema } from './form-types.ts'

const now = new Date('2026-03-15T10:30:00Z')

const field = (type: FormField['type'], more: Partial<FormField> = {}): FormField => ({
  name: type,
  type,
  label: `Label of ${type}`,
  required: true,
  missing: 'missing',
  invalid: 'invalid',
  ...(['checkboxes', 'radios', 'select', 'selects'].includes(type) && {
    options: ['a', 'b', 'c', 'd'].map((value) => ({
      value,
      label: value.toUpperCase(),
      ...(value === 'b' && { synonyms: ['Bee', 'Letter B'] }),
    })),
  }),
  ...more,
})

const formOf = (...fields: FormField[]): FormSchema => ({
  sections: [{ title: 'Section', slug: 'section', fields }],
})

const check = (form: FormSchema, raw: RawAnswers) => checkAnswers(form, raw, now)

/** What becomes of one answer: its checked value, or the message. */
const outcome = (asked: FormField, raw: RawAnswers) => {
  const { answers, errors } = check(formOf(asked), raw)
  expect(errors.map((error) => error.field)).toEqual(errors.map(() => asked.name))
  return errors.length > 0 ? `! ${errors[0]!.message}` : answers[asked.name]
}

const NOT_TEXT = [0, true, {}, ['a', 'b'], { a: 'b' }]

describe('an answer', () => {
  const text = field('text', { maxLength: 5 })
  const textarea = field('textarea', { maxLength: 5 })
  const name = field('name')
  const email = field('email')
  const tel = field('tel', { maxLength: 16 })
  const number = field('number', { min: 1, max: 5 })
  const longest = `${'a'.repeat(254 - '@example.org'.length)}@example.org`

  const rows: [FormField, unknown, unknown][] = [
    [text, 'Amina', 'Amina'],
    [text, '  A \t b\r\n', 'A b'],
    [text, 'Zoë 😀', '! invalid'],
    [text, 'Aminas', '! invalid'],
    [text, 'a\u0000b', '! invalid'],
    [text, 'a\u001bb', '! invalid'],
    [text, 'a\u007fb', '! invalid'],
    [text, 'a\u009bb', '! invalid'],
    [text, 'A\u200bmi\u202ena', 'Amina'],
    [text, '\u3164\u2800', '! missing'],
    [name, 'A\u200bmina', 'Amina'],
    [name, '\u200b\u3164', '! missing'],
    [name, '-- 7', '! invalid'],
    [name, '王', '王'],
    [email, 'amina\u200b@example.org', 'amina@example.org'],
    [field('text'), 'x'.repeat(1000), 'x'.repeat(1000)],
    [field('text'), 'x'.repeat(1001), '! invalid'],
    [textarea, ' a\r\nb\rc ', 'a\nb\nc'],
    [textarea, 'a\tb', 'a\tb'],
    [textarea, 'a\u000bb', '! invalid'],
    [textarea, 'abcdef', '! invalid'],
    [email, ' Amina@Example.ORG ', 'amina@example.org'],
    [email, "o'brien+nhs@mail.example.org", "o'brien+nhs@mail.example.org"],
    [email, longest, longest],
    [email, `a${longest}`, '! invalid'],
    [email, 'dr@bücher.example', 'dr@xn--bcher-kva.example'],
    [email, 'dr@xn--80a1acny.xn--p1ai', 'dr@xn--80a1acny.xn--p1ai'],
    [email, 'amina', '! invalid'],
    [email, 'amina@example', '! invalid'],
    [email, 'a@b@example.org', '! invalid'],
    [email, 'amina..khan@example.org', '! invalid'],
    [email, 'amina@example..org', '! invalid'],
    [email, 'amina@example.org, b@example.org', '! invalid'],
    [email, 'amina@example.org\r\nBcc: b@example.org', '! invalid'],
    [email, 'Amina <amina@example.org>', '! invalid'],
    [tel, '+44 7700  900982', '+44 7700 900982'],
    [tel, '\u202a+44 7700 900982\u202c', '+44 7700 900982'],
    [tel, 'tel:٠٧٧٠٠-٩٠٠٩٨٢', '07700-900982'],
    [tel, '+44 7700 900 9825', '! invalid'],
    [tel, 'none', '! invalid'],
    [number, '5', 5],
    [number, 1, 1],
    [number, ' 02 ', 2],
    [number, '٣', 3],
    [number, '0', '! invalid'],
    [number, 6, '! invalid'],
    [number, '1.5', '! invalid'],
    [number, 1.5, '! invalid'],
    [number, '-1', '! invalid'],
    [number, '1e0', '! invalid'],
    [field('number'), '999999', 999_999],
    [field('number'), '1000000', '! invalid'],
    [field('radios'), 'a', 'a'],
    [field('radios'), ' A ', 'a'],
    [field('radios'), ' letter b', 'b'],
    [field('radios'), 'bee', 'b'],
    [field('radios'), 'constructor', '! invalid'],
    [field('select'), 'd', 'd'],
    [field('select'), 'e', '! invalid'],
    [field('select'), 'BÉE', 'b'],
    [field('yesNo'), 'true', true],
    [field('yesNo'), 'false', false],
    [field('yesNo'), false, false],
    [field('yesNo'), 'yes', '! invalid'],
    [field('yesNo'), 1, '! invalid'],
    [field('checkboxes'), ['b', 'a'], ['b', 'a']],
    [field('checkboxes'), 'a', ['a']],
    [field('checkboxes'), ['a', 'a'], ['a']],
    [field('checkboxes'), ['a', 'e'], '! invalid'],
    [field('checkboxes'), ['a', null], '! invalid'],
    [field('checkboxes'), [['a']], '! invalid'],
    [field('checkboxes'), { 0: 'a' }, '! invalid'],
    [field('selects'), ['a', '', 'b'], ['a', 'b']],
    [field('selects'), ['bee', 'a', 'b', 'B'], ['b', 'a']],
    [field('selects'), ['bee', 'wasp'], '! invalid'],
    [field('selects'), ['a', 'b', 'c', 'd'], '! invalid'],
    [field('selects', { maxRows: 4 }), ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
    [field('selects', { maxRows: 1 }), ['a', 'b'], '! invalid'],
  ]
  const cases = rows.map(([asked, value, expected]) => ({ ...asked, asked, value, expected }))

  it.each(cases)('of type $type: $value', ({ asked, name, value, expected }) => {
    expect(outcome(asked, { [name]: value })).toEqual(expected)
  })

  it.each(['email', 'radios', 'select', 'tel', 'text', 'textarea'] as const)(
    'of type %s is text and nothing else',
    (type) => {
      const asked = field(type)
      for (const value of NOT_TEXT) expect(outcome(asked, { [type]: value })).toBe('! invalid')
    },
  )

  it.each([
    'checkboxes',
    'email',
    'number',
    'radios',
    'select',
    'selects',
    'tel',
    'text',
    'textarea',
    'yesNo',
  ] as const)('of type %s may be left out exactly when it is not required', (type) => {
    for (const raw of [{}, { [type]: '' }, { [type]: undefined }, { [type]: null }]) {
      expect(outcome(field(type), raw)).toBe('! missing')
      expect(outcome(field(type, { required: false }), raw)).toBeUndefined()
    }
  })

  it.each([' ', '\n\t'])('of blanks only is none: %j', (blank) => {
    expect(outcome(field('text'), { text: blank })).toBe('! missing')
    expect(outcome(field('textarea'), { textarea: blank })).toBe('! missing')
  })
})

describe('a month and year', () => {
  const arrival = field('monthYear', { name: 'arrival' })
  const parts = (month: unknown, year: unknown) => ({
    'arrival-month': month,
    'arrival-year': year,
  })

  it.each([
    [parts('8', '2023'), '2023-08-01T00:00:00.000Z'],
    [parts(' 08 ', '2023 '), '2023-08-01T00:00:00.000Z'],
    [parts(12, 2023), '2023-12-01T00:00:00.000Z'],
    [{ arrival: '2023-08' }, '2023-08-01T00:00:00.000Z'],
    [parts('1', '1960'), '1960-01-01T00:00:00.000Z'],
    [parts('12', '2028'), '2028-12-01T00:00:00.000Z'],
    [parts('12', '1959'), '! invalid'],
    [parts('1', '2029'), '! invalid'],
    [parts('0', '2023'), '! invalid'],
    [parts('13', '2023'), '! invalid'],
    [parts('8', ''), '! invalid'],
    [parts('', '2023'), '! invalid'],
    [parts('8', '23'), '! invalid'],
    [parts('August', '2023'), '2023-08-01T00:00:00.000Z'],
    [parts('Sept.', '٢٠٢٣'), '2023-09-01T00:00:00.000Z'],
    [parts('\u202a８\u202c', '２０２３'), '2023-08-01T00:00:00.000Z'],
    [parts('Agosto', '2023'), '! invalid'],
    [parts('-8', '2023'), '! invalid'],
    [parts(['8'], '2023'), '! invalid'],
    [{ arrival: 202308 }, '! invalid'],
    [{ arrival: ['2023-08'] }, '! invalid'],
    [{ arrival: '2023' }, '! invalid'],
    [parts('', ''), '! missing'],
    [{}, '! missing'],
  ])('%j is %s', (raw, expected) => {
    expect(outcome(arrival, raw)).toBe(expected)
  })

  it('may be left out when it is not required', () => {
    expect(outcome({ ...arrival, required: false }, parts('', ' '))).toBeUndefined()
  })
})

describe('consent', () => {
  const consent = field('consent')

  it.each(['yes', true])('is given by %j and is no answer of its own', (value) => {
    expect(check(formOf(consent), { consent: value })).toEqual({ answers: {}, errors: [] })
  })

  it.each([undefined, null, '', 'no', 'true', false, 1, ['yes'], {}])(
    'is not given by %j',
    (value) => {
      expect(check(formOf(consent), { consent: value }).errors).toHaveLength(1)
    },
  )
})

describe('a question that depends on another answer', () => {
  const form = (equals = 'a', parent = field('radios')) =>
    formOf(parent, field('text', { showWhen: { field: parent.name, isOneOf: [equals] } }))

  it('is required when that answer is given', () => {
    expect(check(form(), { radios: 'a' }).errors.map(({ field }) => field)).toEqual(['text'])
    expect(check(form(), { radios: 'a', text: 'x' }).answers).toEqual({ radios: 'a', text: 'x' })
  })

  it('is dropped when it is not, even with a wrong answer', () => {
    for (const text of ['x', 'x'.repeat(2000), 5]) {
      const { answers, errors } = check(form(), { radios: 'b', text })
      expect(answers).toEqual({ radios: 'b' })
      expect(errors).toEqual([])
    }
  })

  it.each([' a', 'a\n', '\ta '])('is not escaped by writing the answer as %j', (radios) => {
    expect(check(form(), { radios }).errors.map(({ field }) => field)).toEqual(['text'])
  })

  it.each(['true', true])('can depend on a yes, sent as %j', (yesNo) => {
    const asked = form('true', field('yesNo'))
    const { answers } = check(asked, { yesNo, text: 'x' })
    expect(answers).toEqual({ yesNo: true, text: 'x' })
    expect(answerRows(asked, answers).map(({ value }) => value)).toEqual(['Yes', 'x'])
  })
})

describe('unknownInputs', () => {
  const form = formOf(field('text'), field('monthYear'))

  it('knows the questions, the parts of a month and what may come along', () => {
    const raw = { text: '', monthYear: '', 'monthYear-month': '', 'monthYear-year': '', step: '' }
    expect(unknownInputs(form, raw, ['step'])).toEqual([])
  })

  it('names every other input', () => {
    const raw = JSON.parse('{"status": 1, "text-month": 1, "__proto__": 1, "step": 1, "id": 1}')
    expect(unknownInputs(form, raw, [])).toEqual([
      'status',
      'text-month',
      '__proto__',
      'step',
      'id',
    ])
  })
})

describe('answerRows', () => {
  it('shows answers in words, and leaves out consent and questions not asked', () => {
    const form: FormSchema = {
      sections: [
        {
          title: 'One',
          slug: 'one',
          fields: [
            field('radios'),
            field('text', { showWhen: { field: 'radios', isOneOf: ['b'] } }),
            field('selects'),
          ],
        },
        {
          title: 'Two',
          slug: 'two',
          fields: [
            field('monthYear'),
            field('yesNo'),
            field('number'),
            field('email', { required: false }),
            field('consent'),
          ],
        },
      ],
    }
    const raw = { radios: 'a', selects: ['b', 'c'], monthYear: '2023-08', yesNo: 'false' }
    const { answers } = check(form, { ...raw, number: '2', consent: 'yes' })
    expect(answerRows(form, answers).map((row) => [row.section, row.field, row.value])).toEqual([
      ['One', 'radios', 'A'],
      ['One', 'selects', 'B\nC'],
      ['Two', 'monthYear', 'August 2023'],
      ['Two', 'yesNo', 'No'],
      ['Two', 'number', '2'],
      ['Two', 'email', ''],
    ])
  })
})

describe('whatever is sent', () => {
  const form = formOf(
    field('text', { maxLength: 5 }),
    field('radios'),
    field('select', { showWhen: { field: 'radios', isOneOf: ['a'] } }),
    field('checkboxes', { required: false }),
    field('selects'),
    field('number', { min: 1, max: 5 }),
    field('textarea', { required: false, maxLength: 5 }),
    field('email'),
    field('monthYear'),
    field('tel', { maxLength: 20 }),
    field('yesNo'),
    field('consent'),
  )
  const names = form.sections[0]!.fields.map(({ name }) => name)
  const OPTIONS = ['a', 'b', 'c', 'd']
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      'a',
      'b',
      'true',
      'yes',
      '3',
      3,
      true,
      'x@example.org',
      '2024-02',
      '0113 4960000',
    ),
    fc.array(fc.constantFrom(...OPTIONS, '', 'e')),
    fc.string({ unit: 'binary' }),
    fc.integer({ min: -1, max: 13 }),
  )
  const sent = fc.dictionary(
    fc.constantFrom(...names, 'monthYear-month', 'monthYear-year', '__proto__', 'toString'),
    value,
    { maxKeys: names.length + 4, noNullPrototype: false },
  )

  const ofText = (fits: (answer: string) => boolean) => (answer: unknown) =>
    typeof answer === 'string' && fits(answer)
  const isOption = (answer: unknown) => OPTIONS.some((option) => option === answer)
  const LIMITS: Record<string, (answer: unknown) => boolean> = {
    text: ofText((answer) => /^[^\p{Cc}]{1,5}$/u.test(answer) && answer.length <= 5),
    textarea: ofText(
      (answer) => answer.length <= 5 && answer.trim() === answer && !/\r/.test(answer),
    ),
    radios: isOption,
    select: isOption,
    checkboxes: (answer) => isListOf(answer, 4),
    selects: (answer) => isListOf(answer, 3),
    number: (answer) => [1, 2, 3, 4, 5].some((number) => number === answer),
    email: ofText((answer) => /^[^\s@]+@[^\s@]+$/.test(answer) && answer === answer.toLowerCase()),
    monthYear: ofText((answer) => {
      const date = new Date(answer)
      return date.getUTCFullYear() >= 1960 && date.getUTCFullYear() <= 2028
    }),
    tel: ofText((answer) => answer.replace(/\D/g, '').length >= 7 && answer.length <= 20),
    yesNo: (answer) => typeof answer === 'boolean',
  }
  const isListOf = (answer: unknown, most: number) =>
    Array.isArray(answer) &&
    answer.length >= 1 &&
    answer.length <= most &&
    new Set(answer).size === answer.length &&
    answer.every(isOption)

  it('never becomes an answer outside the options and limits', () => {
    fc.assert(
      fc.property(sent, (raw) => {
        for (const [name, answer] of Object.entries(check(form, raw).answers)) {
          if (answer !== undefined) expect([name, LIMITS[name]?.(answer)]).toEqual([name, true])
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('gives each question an answer or an error, in the order of the questions', () => {
    fc.assert(
      fc.property(sent, (raw) => {
        const { answers, errors } = check(form, raw)
        const wrong = errors.map(({ field }) => field)
        expect(wrong).toEqual(names.filter((name) => wrong.includes(name)))
        const settled = new Set([...wrong, ...Object.keys(answers)])
        if (answers.radios !== 'a') expect(settled.has('select')).toBe(false)
        const asked = names.filter((name) => name !== 'select' || answers.radios === 'a')
        if (!wrong.includes('consent')) settled.add('consent')
        expect([...settled].sort()).toEqual(asked.sort())
      }),
      { numRuns: 2000 },
    )
  })
})

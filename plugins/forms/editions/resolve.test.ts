import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { checkAnswers, labelledAnswers } from '../answers.ts'
import { everyQuestion } from './questions-of.ts'
import { answersOf, asRecord } from '../own-answers.ts'
import { changesBetween } from './changes.ts'
import { formForAnswers, formForReading, formOf } from './form-of.ts'
import { resolve } from './resolve.ts'
import type { FormOptions } from '../types.ts'
import type { Kind } from './types.ts'
import type { ChoiceRecord, FormRecord, QuestionRecord, WorkingCopy } from './working-copy.ts'

const NOW = new Date('2026-03-15T10:30:00Z')
const OPTIONS = {
  forms: [{ kind: 'visitor', label: 'Visitor form', collection: 'users' as const }],
  known: [],
}
/** The same with people who are matched. */
const MATCHED = { ...OPTIONS, forms: OPTIONS.forms.map((one) => ({ ...one, isMatched: true })) }

const KINDS: Kind[] = [
  ...([
    'text',
    'textarea',
    'one',
    'many',
    'yesNo',
    'number',
    'monthYear',
    'date',
    'phone',
  ] as const),
  'email',
  'name',
]

const choice = (key: string, more: Partial<ChoiceRecord> = {}): ChoiceRecord => ({
  id: key,
  list: 'list',
  key,
  label: `Choice ${key}`,
  ...more,
})

const question = (key: string, kind: Kind, more: Partial<QuestionRecord> = {}): QuestionRecord => ({
  id: key,
  key,
  kind,
  list: kind === 'one' || kind === 'many' ? 'list' : null,
  adminLabel: `Question ${key}`,
  seenBy: 'coordinators',
  use: 'none',
  words: { visitor: { label: `What about ${key}?` } },
  ...more,
})

const form = (...pages: NonNullable<FormRecord['pages']>): FormRecord => ({
  id: 'form',
  kind: 'visitor',
  label: 'Visitor form',
  title: 'Visit us',
  intro: { root: { children: [] } },
  agreement: {
    title: 'Your agreement',
    consent: 'I agree to be shown round.',
    label: 'I agree',
    missing: 'Tick the box',
  },
  pages,
})

const copyOf = (
  questions: QuestionRecord[],
  pages: NonNullable<FormRecord['pages']>,
  choices = [choice('a'), choice('b')],
): WorkingCopy => ({
  lists: [{ id: 'list', key: 'list', label: 'List', noun: 'thing', order: 'asPlaced' }],
  choices,
  questions,
  forms: [form(...pages)],
})

/** The same as a database gives it that keeps the parts of an object in another order. */
const reordered = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => reordered(item)) as T
  const parts = Object.entries(value).reverse()
  return Object.fromEntries(parts.map(([key, part]) => [key, reordered(part as unknown)])) as T
}

/** Any form that an editor could make, and answers that somebody could give. */
const filledIn = fc
  .record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 12 }),
    isRequired: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    choices: fc.integer({ min: 2, max: 60 }),
    perPage: fc.integer({ min: 1, max: 5 }),
    pick: fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `a${text}`),
    day: fc.date({
      min: new Date('1960-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    }),
  })
  .map(({ choices, day, isRequired, kinds, perPage, pick, text }) => {
    const keys = Array.from({ length: choices }, (_, n) => `key${n}`)
    const questions = kinds.map((kind, n) => question(`q${n}`, kind, { maxLength: 100 }))
    const rows = questions.map(({ key }, n) => ({ question: key, isRequired: isRequired[n]! }))
    const pages = Array.from({ length: Math.ceil(rows.length / perPage) }, (_, n) => ({
      title: `Page ${n}`,
      questions: rows.slice(n * perPage, (n + 1) * perPage),
    }))
    const iso = day.toISOString()
    const plain = text.replace(/\p{Cc}/gu, '').slice(0, 40)
    const answerTo = (kind: Kind, n: number): unknown => {
      const key = keys[pick[n]! % choices]!
      const answers: Record<Kind, unknown> = {
        text: plain,
        textarea: plain,
        name: plain,
        one: key,
        many: [key],
        yesNo: pick[n]! % 2 === 0,
        number: pick[n]!,
        monthYear: iso.slice(0, 7),
        date: iso.slice(0, 10),
        phone: '07700 900 123',
        email: 'amina@example.org',
      }
      return answers[kind]
    }
    return {
      copy: copyOf(
        questions,
        pages,
        keys.map((key) => choice(key)),
      ),
      raw: Object.fromEntries(kinds.map((kind, n) => [`q${n}`, answerTo(kind, n)])),
    }
  })

describe('any form that can be published', () => {
  it('is filled in, kept, shown, and taken again as it was kept', () => {
    fc.assert(
      fc.property(filledIn, ({ copy, raw }) => {
        const { definition, problems } = resolve(copy, OPTIONS)
        expect(problems).toEqual([])
        const schema = formOf(definition, 'visitor')!
        const { answers, errors } = checkAnswers(schema, { ...raw, consent: true }, NOW)
        expect(errors).toEqual([])
        const record = asRecord(everyQuestion(definition, 'visitor'), answers, 7)
        expect(answersOf(record)).toMatchObject(answers)
        expect(record.askedIn).toEqual(Object.fromEntries(Object.keys(raw).map((key) => [key, 7])))

        const shown = labelledAnswers(formForReading(definition, 'visitor'), answersOf(record))
        expect(shown.map(({ value }) => value)).not.toContain('')
        const again = formForAnswers(definition, 'visitor', answersOf(record))
        expect(checkAnswers(again, answersOf(record), NOW)).toEqual({ answers, errors: [] })
        expect(changesBetween(definition, definition, {})).toEqual([])
        expect(changesBetween(reordered(definition), definition, {})).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('that is sent with nothing says what is missing, and only of what must be answered', () => {
    fc.assert(
      fc.property(filledIn, ({ copy }) => {
        const { definition } = resolve(copy, OPTIONS)
        const asked = everyQuestion(definition, 'visitor')
        const { errors } = checkAnswers(formOf(definition, 'visitor')!, {}, NOW)
        const needed = asked.filter(({ required }) => required).map(({ name }) => name)
        expect(errors.map(({ field }) => field)).toEqual([...needed, 'consent'])
        expect(errors.every(({ message }) => message.length > 5)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('what is no longer there', () => {
  const asked = copyOf(
    [question('one', 'one')],
    [{ title: 'Page', questions: [{ question: 'one' }] }],
    [choice('a'), choice('b'), choice('c', { isRetired: true })],
  )

  it('a choice is not offered, stays where it was made, and is read in words', () => {
    const { definition } = resolve(asked, OPTIONS)
    const schema = formOf(definition, 'visitor')!
    expect(checkAnswers(schema, { one: 'c', consent: true }, NOW).errors).toHaveLength(1)
    const held = formForAnswers(definition, 'visitor', { one: 'c' })
    expect(checkAnswers(held, { one: 'c' }, NOW)).toEqual({ answers: { one: 'c' }, errors: [] })
    const rows = labelledAnswers(formForReading(definition, 'visitor'), { one: 'c' })
    expect(rows).toEqual([{ label: 'What about one?', value: 'Choice c' }])
  })

  it('a question is not asked, and its answers are still read', () => {
    const { definition: before } = resolve(asked, OPTIONS)
    const without = copyOf(
      [question('one', 'one'), question('two', 'text')],
      [{ title: 'Page', questions: [{ question: 'two' }] }],
    )
    const { definition } = resolve(without, OPTIONS, before)
    expect(formOf(definition, 'visitor')!.sections[0]!.fields.map(({ name }) => name)).toEqual([
      'two',
    ])
    const rows = labelledAnswers(formForReading(definition, 'visitor'), { one: 'a', two: 'x' })
    expect(rows.map(({ value }) => value)).toEqual(['x', 'Choice a'])
    const { definition: later } = resolve(without, OPTIONS, definition)
    expect(later.noLongerAsked.visitor).toEqual(definition.noLongerAsked.visitor)
  })
})

describe('a form that is declared', () => {
  const page = [{ title: 'Page', questions: [{ question: 'known' }] }]
  const known = question('known', 'number', { seenBy: 'nobody', use: 'points' })
  const questionAs = (more: Partial<FormOptions>) => {
    const options = { forms: [{ ...OPTIONS.forms[0]!, ...more }], known: [known] }
    const { definition, problems } = resolve(copyOf([known], page), options)
    return { asked: everyQuestion(definition, 'visitor')[0]!, problems }
  }

  it('stands in nobody’s way before it is written, and can’t go once it was published', () => {
    const copy = copyOf([known], page)
    const more = { ...OPTIONS.forms[0]!, kind: 'guest', label: 'Guest form' }
    const forms = [...OPTIONS.forms, more]
    const { definition, problems } = resolve(copy, { forms, known: [] })
    expect([Object.keys(definition.forms), problems]).toEqual([['visitor'], []])
    const later = resolve({ ...copy, forms: [] }, { forms, known: [] }, definition)
    expect(later.problems.map(({ text }) => text)).toEqual([
      'The form “Visitor form” is missing. Add it again.',
      'There is no form yet. Add one.',
    ])
  })

  it('keeps answers that its collection has no field for with those the code knows nothing of', () => {
    expect(questionAs({}).asked.isOwn).toBeUndefined()
    expect(questionAs({ fieldsFor: [] }).asked.isOwn).toBe(true)
  })

  it('says what it can’t do without', () => {
    expect(questionAs({ needs: ['known'] }).problems).toEqual([])
    expect(questionAs({ needs: ['other'] }).problems[0]!.text).toContain('“other” is missing')
  })

  it('has to do with the matching only if its people are matched', () => {
    const ofMatched = questionAs({ fieldsFor: [], isMatched: true })
    expect(ofMatched).toMatchObject({ asked: { seenBy: 'nobody', use: 'points' }, problems: [] })
    expect(questionAs({ fieldsFor: [] }).asked).toMatchObject({
      seenBy: 'coordinators',
      use: 'none',
    })
  })
})

describe('the words of a form', () => {
  const copy = copyOf(
    [question('text', 'text')],
    [{ title: 'Page', questions: [{ question: 'text' }] }],
  )
  const { definition: before } = resolve(copy, OPTIONS)
  const reworded = (words: Partial<FormRecord>): WorkingCopy => ({
    ...copy,
    forms: copy.forms.map((one) => ({ ...one, ...words })),
  })
  const { agreement } = copy.forms[0]!

  it.each<[string, Partial<FormRecord>]>([
    ['its title changed.', { title: 'Come and see us' }],
    ['the text above the questions changed.', { intro: { root: { children: [1] } } }],
    ['what people agree to changed.', { agreement: { ...agreement, consent: 'I agree.' } }],
    ['the words round the agreement changed.', { agreement: { ...agreement, label: 'Yes' } }],
  ])('are kept in the edition, and when they change it is said: %s', (says, words) => {
    const { definition, problems } = resolve(reworded(words), OPTIONS)
    expect(problems).toEqual([])
    expect(definition.forms.visitor).toMatchObject(words)
    expect(changesBetween(before, definition, { visitor: 'Visitor form' })).toEqual([
      `Visitor form: ${says}`,
    ])
  })
})

describe('a form that can’t be published', () => {
  const page = (...rows: object[]) => [{ title: 'Page', questions: rows as { question: string }[] }]
  const [one, text] = [question('one', 'one'), question('text', 'text')]
  const wordless = (words: Partial<FormRecord>): WorkingCopy => {
    const copy = copyOf([text], page({ question: 'text' }))
    return { ...copy, forms: copy.forms.map((only) => ({ ...only, ...words })) }
  }
  const { agreement } = form()

  it.each<[string, WorkingCopy, string]>([
    ['has no title', wordless({ title: ' ' }), 'it has no title'],
    [
      'asks for agreement to nothing',
      wordless({ agreement: { ...agreement, consent: ' \n' } }),
      'it does not say what people agree to',
    ],
    ['asks nothing on a page', copyOf([], page()), 'the page “Page” asks nothing'],
    ['asks what there is not', copyOf([], page({ question: 'x' })), 'no question “x”'],
    [
      'asks twice',
      copyOf([text], page({ question: 'text' }, { question: 'text' })),
      '“Question text” is asked twice',
    ],
    [
      'has a list with one choice',
      copyOf([one], page({ question: 'one' }), [choice('a')]),
      'fewer than two choices',
    ],
    [
      'has no list',
      copyOf([question('one', 'one', { list: null })], page({ question: 'one' })),
      'choose the list',
    ],
    [
      'has no words',
      copyOf([question('text', 'text', { words: {} })], page({ question: 'text' })),
      'it has no words for the visitor form',
    ],
    [
      'asks after an answer that comes later',
      copyOf(
        [one, text],
        page(
          { question: 'text', onlyIf: { question: 'one', isOneOf: ['a'] } },
          { question: 'one' },
        ),
      ),
      'which is not asked before it',
    ],
    [
      'asks after an answer that there is not',
      copyOf(
        [one, text],
        page(
          { question: 'one' },
          { question: 'text', onlyIf: { question: 'one', isOneOf: ['z'] } },
        ),
      ),
      '“z” is no answer to “Question one”',
    ],
    [
      'has limits the wrong way round',
      copyOf([question('number', 'number', { min: 5, max: 2 })], page({ question: 'number' })),
      'larger than its largest',
    ],
    [
      'compares texts in the matching',
      copyOf([question('text', 'text', { use: 'points' })], page({ question: 'text' })),
      'can’t be compared',
    ],
    [
      'has a choice in a group that there is not',
      copyOf([one], page({ question: 'one' }), [choice('a', { group: 'g' }), choice('b')]),
      'is in the group “g”',
    ],
  ])('because it %s says so, and where', (_, copy, text) => {
    const lists = copy.lists.map((list) => ({ ...list, groupsFrom: 'list' }))
    const { problems } = resolve({ ...copy, lists }, MATCHED)
    expect(problems.map((problem) => problem.text).join(' ')).toContain(text)
    for (const { path } of problems) expect(path).toMatch(/^\/collections\/[a-z-]+\/\w+$/)
  })
})

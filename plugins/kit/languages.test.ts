import type { Config } from 'payload'
import { describe, expect, it } from 'vitest'

import { addTexts, inEachLanguage } from './add-texts.ts'
import { asLabel, labelIn, speaking } from './languages.ts'
import { problemsIn } from './testing/problems-in.ts'
import { TEXTS } from './texts.ts'

const en = {
  hello: 'Hello {{name}}',
  places: { zero: 'no place', one: '{{count}} place', other: '{{count}} places' },
  place: {
    one: '{{ordinal}}st',
    two: '{{ordinal}}nd',
    few: '{{ordinal}}rd',
    other: '{{ordinal}}th',
  },
  title: 'Title',
} as const
const ar = {
  hello: 'مرحبًا {{name}}',
  places: {
    zero: 'لا أماكن',
    one: 'مكان واحد',
    two: 'مكانان',
    few: '{{count}} أماكن',
    many: '{{count}} مكانًا',
    other: '{{count}} مكان',
  },
  place: 'الترتيب {{ordinal}}',
  title: 'العنوان',
}
const SPACE = 'plugin-test'
const speak = speaking(SPACE, en)
const inLanguage = (language: string, i18n = addTexts({}, SPACE, { en, ar })) =>
  speak({ language, translations: (i18n.translations as Record<string, object>)[language] ?? {} })

describe('texts', () => {
  it('have the form that the number asks for in their language', () => {
    const said = (language: string) =>
      [0, 1, 2, 3, 11, 100].map((count) => inLanguage(language)('places', { count }))
    expect(said('en')).toEqual([
      'no place',
      '1 place',
      '2 places',
      '3 places',
      '11 places',
      '100 places',
    ])
    expect(said('ar')).toEqual([
      'لا أماكن',
      'مكان واحد',
      'مكانان',
      '3 أماكن',
      '11 مكانًا',
      '100 مكان',
    ])
  })

  it('have places in a row', () => {
    const said = (language: string) =>
      [1, 2, 3, 4, 11, 22].map((ordinal) => inLanguage(language)('place', { ordinal }))
    expect(said('en')).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd'])
    expect(said('ar')[0]).toBe('الترتيب 1')
  })

  it('are labels, asked for by each reader', () => {
    const label = asLabel(speak)('title')
    const translations = { [SPACE]: ar }
    expect(label({ i18n: { language: 'ar', translations } })).toBe('العنوان')
    expect(label({ i18n: { language: 'en', translations: {} } })).toBe('Title')
  })

  it('take a name as it is, whatever stands in it', () => {
    expect(inLanguage('en')('hello', { name: '{{count}} $& $1' })).toBe('Hello {{count}} $& $1')
  })

  it('are English where nobody has added them, or not all', () => {
    expect(inLanguage('fr')('hello', { name: 'Ada' })).toBe('Hello Ada')
    const translations = { fr: { [SPACE]: { title: 'Titre' } } }
    const french = inLanguage('fr', addTexts({ i18n: { translations } }, SPACE, { en, ar }))
    expect([french('title'), french('hello', { name: 'Ada' })]).toEqual(['Titre', 'Hello Ada'])
  })
})

describe('the texts added to Payload’s', () => {
  const own = { en: { other: { a: 'A' }, [SPACE]: { title: 'Ours' } } }
  const supportedLanguages = { de: {}, en: {} } as NonNullable<Config['i18n']>['supportedLanguages']
  const added = addTexts({ i18n: { supportedLanguages, translations: own } }, SPACE, {
    en,
    ar,
  })
  const translations = added.translations as Record<string, Record<string, object>>

  it('leave the project’s own, which come first', () => {
    expect(added.supportedLanguages).toBe(supportedLanguages)
    expect(translations.en!.other).toEqual({ a: 'A' })
    expect(translations.en![SPACE]).toEqual({ ...en, title: 'Ours' })
    expect(translations.ar![SPACE]).toEqual(ar)
  })

  it('are in English where a language of the project has none', () => {
    expect(translations.de![SPACE]).toEqual(en)
    expect(inEachLanguage(added, SPACE, 'title')).toEqual({
      ar: 'العنوان',
      de: 'Title',
      en: 'Ours',
    })
  })

  it('bring those of the kit', () => {
    expect(translations.ar!['plugin-kit']).toEqual(TEXTS.ar)
  })
})

describe('a label of the project', () => {
  const reader = { language: 'ar', translations: {} }
  it.each([
    ['Student', 'Student'],
    [{ ar: 'طالب', en: 'Student' }, 'طالب'],
    [{ en: 'Student' }, 'Student'],
    [({ i18n }: { i18n: { language: string } }) => `in ${i18n.language}`, 'in ar'],
  ])('%j', (label, said) => {
    expect(labelIn(label, reader)).toBe(said)
  })
})

describe('the texts of the kit', () => {
  it('are the same in each language', () => {
    expect(problemsIn(TEXTS.ar, TEXTS.en, 'ar')).toEqual([])
  })
})

describe('what is wrong with texts', () => {
  it.each([
    [{ ...ar, hello: 'مرحبًا' }, ['hello: {{name}} is missing']],
    [{ ...ar, hello: '{{nam}} {{name}}' }, ['hello: {{nam}} is unknown']],
    [
      { ...ar, places: { one: '1', other: '{{count}}' } },
      ['zero', 'two', 'few', 'many'].map((form) => `places: the form "${form}" is missing`),
    ],
    [{ ...ar, title: ' ' }, ['title is empty or has a space at its end']],
    [{ ...ar, more: 'x' }, ['more is not in English']],
  ] as [typeof ar, string[]][])('%j', (texts, problems) => {
    expect(problemsIn(texts, en, 'ar').sort()).toEqual(problems.sort())
  })
})

import { getTranslation } from '@payloadcms/translations'
import type { LabelFunction, StaticLabel } from 'payload'

/** What is known of a reader's language: `req.i18n` on the server, that of `useTranslation` in the browser. */
export type Reader = { language: string; translations: object }

/** Whoever is told before anybody has a language, such as by an error at the start. */
export const ENGLISH: Reader = { language: 'en', translations: {} }

/**
 * By `count`, or by `ordinal` for a place in a row: one form for each kind of number the language tells
 * apart. `zero` is for none at all.
 */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
type Text = Forms | string
export type Texts = Readonly<Record<string, Text>>

/** The same texts in another language. The compiler misses a key; a test compares the placeholders. */
export type Translated<T> = { readonly [Key in keyof T]: Text }

/** Keys of texts without anything to fill in. */
export type PlainKey<T> = {
  [Key in keyof T & string]: T[Key] extends `${string}{{${string}` | object ? never : Key
}[keyof T & string]

type Placeholders<T> = T extends string
  ? T extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | Placeholders<Rest>
    : never
  : Placeholders<T[keyof T]>
type Values = Record<string, number | string>
type ValuesFor<T> = {
  [Name in Placeholders<T>]: Name extends 'count' | 'ordinal' ? number : number | string
}

/** Says texts in one language; `locale` is that language, for dates, lists and the order of names. */
export type Say<T> = {
  <Key extends keyof T & string>(
    key: Key,
    ...values: [Placeholders<T[Key]>] extends [never] ? [] : [ValuesFor<T[Key]>]
  ): string
  locale: string
}

/**
 * What says the texts of a package to a reader.
 *
 * @param namespace where they stand among Payload's translations; see `addTexts`
 * @param english said where nobody has added them
 * @example
 * const speak = speaking('plugin-matching', en)
 * speak(req.i18n)('proposals', { count: 3 }) // '3 proposals'
 */
export const speaking =
  <T extends Texts>(namespace: string, english: T) =>
  ({ language, translations }: Reader): Say<T> => {
    const texts = (translations as Record<string, Texts | undefined>)[namespace] ?? english
    const locale = localeOf(language)
    const say = (key: string, values: Values = {}): string =>
      formOf(texts[key] ?? english[key]!, values, locale).replace(
        /\{\{(\w+)\}\}/g,
        (all, name: string) => {
          const value = values[name]
          return typeof value === 'number' ? inDigits(value, locale) : (value ?? all)
        },
      )
    return Object.assign(say, { locale })
  }

/**
 * A text as Payload takes it for a label: asked for in the reader's language.
 *
 * @example { name: 'score', type: 'number', label: asLabel(speak)('score') }
 */
export const asLabel =
  <T extends Texts>(speak: (reader: Reader) => Say<T>) =>
  (key: PlainKey<T>) =>
  ({ i18n }: { i18n: Reader }): string =>
    // The compiler can't see that a plain text of any package has nothing to fill in.
    (speak(i18n) as unknown as (key: string) => string)(key)

const formOf = (text: Text, { count, ordinal }: Values, locale: string): string => {
  if (typeof text === 'string') return text
  if (count === 0 && text.zero) return text.zero
  const rules = new Intl.PluralRules(locale, { type: count === undefined ? 'ordinal' : 'cardinal' })
  return text[rules.select(Number(count ?? ordinal))] ?? text.other
}

const inDigits = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false }).format(value)

/** English is British here. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** A label of the project's in the reader's language: a text, a record by language, or a function. */
export const labelIn = (label: LabelFunction | StaticLabel, reader: Reader): string =>
  // A reader is Payload's own i18n, which is asked for more only by a label that is a function.
  getTranslation<StaticLabel>(
    label as StaticLabel,
    reader as unknown as Parameters<typeof getTranslation>[1],
  )

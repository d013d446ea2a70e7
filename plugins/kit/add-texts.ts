import type { Config } from 'payload'

import type { Texts, Translated } from './languages.ts'
import { NAMESPACE, TEXTS } from './texts.ts'

type I18n = NonNullable<Config['i18n']>
type Translations = Record<string, Record<string, Texts | undefined> | undefined>

/**
 * Payload's translations with those of a package, and of the kit, added. Those a project has given
 * itself come first, and what a language it supports lacks is there in English.
 *
 * @param texts by language
 * @example
 * { ...config, i18n: addTexts(config, 'plugin-matching', { en, ar }) }
 */
export const addTexts = <T extends Texts>(
  { i18n = {} }: Pick<Config, 'i18n'>,
  namespace: string,
  texts: Record<string, Translated<T>> & { en: T },
): I18n => merge(merge(i18n, NAMESPACE, TEXTS), namespace, texts)

const merge = (i18n: I18n, namespace: string, texts: Record<string, Texts>): I18n => {
  const given = (i18n.translations ?? {}) as Translations
  const languages = new Set([...Object.keys(i18n.supportedLanguages ?? {}), ...Object.keys(texts)])
  const added = [...languages].map((language) => {
    const all = { ...texts.en, ...texts[language], ...given[language]?.[namespace] }
    return [language, { ...given[language], [namespace]: all }]
  })
  return { ...i18n, translations: { ...given, ...Object.fromEntries(added) } as object }
}

/** One text in every language there is, for what Payload takes as a record only, such as a group. */
export const inEachLanguage = (
  { translations }: I18n,
  namespace: string,
  key: string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries((translations ?? {}) as Translations).flatMap(([language, all]) => {
      const text = all?.[namespace]?.[key]
      return typeof text === 'string' ? [[language, text]] : []
    }),
  )

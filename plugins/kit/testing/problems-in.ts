import type { Texts } from '../languages.ts'

/** What the project calls its people: a language may need another one of these than English does. */
const WORDS = ['mentee', 'mentees', 'mentor', 'mentors']

const formsOf = (text: Texts[string] | undefined): string[] =>
  typeof text === 'string' ? [text] : Object.values(text ?? {})

const placeholdersOf = (text: Texts[string] | undefined): Set<string> =>
  new Set(
    formsOf(text).flatMap((form) => [...form.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!)),
  )

/** What is wrong with the texts of one language, against the English ones; nothing when all is well. */
export const problemsIn = (texts: Texts, english: Texts, language: string): string[] =>
  [...new Set([...Object.keys(english), ...Object.keys(texts)])].flatMap((key) => {
    if (!(key in texts)) return [`${key} is missing`]
    if (!(key in english)) return [`${key} is not in English`]
    const text = texts[key]!
    const [own, theirs] = [placeholdersOf(text), placeholdersOf(english[key])]
    const type = theirs.has('ordinal') ? 'ordinal' : 'cardinal'
    const { pluralCategories } = new Intl.PluralRules(language, { type }).resolvedOptions()
    return [
      ...[...own]
        .filter((name) => !theirs.has(name))
        .map((name) => `${key}: {{${name}}} is unknown`),
      ...[...theirs]
        .filter((name) => !own.has(name) && !WORDS.includes(name))
        .map((name) => `${key}: {{${name}}} is missing`),
      ...(typeof text === 'string' ? [] : pluralCategories)
        .filter((form) => !(form in (text as object)))
        .map((form) => `${key}: the form "${form}" is missing`),
      ...formsOf(text)
        .filter((form) => form.trim() !== form || form === '')
        .map(() => `${key} is empty or has a space at its end`),
    ]
  })

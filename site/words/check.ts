import { type Known, SENTENCES } from './index.ts'

/** What editors have changed: their words by the key of the sentence. */
export type Changed = Record<string, string>

const PLACEHOLDER = /\{\{(\w+)\}\}/g

/**
 * The names of what is filled in, each once.
 *
 * @example placeholdersIn('Write to {{name}} by {{day}}.') // ['name', 'day']
 */
export const placeholdersIn = (words: string): string[] => [
  ...new Set([...words.matchAll(PLACEHOLDER)].map(([, name]) => name!)),
]

/**
 * How many characters a sentence may have in other words: twice what it came with, since it has to fit the same
 * place, and some where that is short.
 */
export const longest = ({ words }: Pick<Known, 'words'>): number => Math.max(60, words.length * 2)

/** Words as they are kept: on one line, without space around them. */
export const tidied = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/**
 * What is wrong with other words for a sentence; nothing when they can stand in its place.
 *
 * @param words as somebody has typed them
 */
export const problemWith = (sentence: Known, words: unknown): string | undefined => {
  if (typeof words !== 'string') return 'Enter words'
  const text = tidied(words)
  if (text === '') return 'Enter words, or leave it out to use those it came with'
  const most = longest(sentence)
  if (text.length > most) {
    return `Shorten it to ${most} characters or fewer. It has ${text.length}`
  }
  const wanted = placeholdersIn(sentence.words)
  const used = placeholdersIn(text)
  const missing = wanted.filter((name) => !used.includes(name))
  if (missing.length > 0) {
    return `Keep ${listed(missing)} in it, written like that: the site fills in what belongs there`
  }
  const unknown = used.filter((name) => !wanted.includes(name))
  if (unknown.length > 0) return `Take ${listed(unknown)} out: the site fills in nothing there`
  // What is left is a slip of a placeholder, which people would read as it stands.
  if (/\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''))) {
    return wanted.length > 0
      ? `Write what the site fills in exactly like this: ${listed(wanted)}`
      : 'Take “{{” and “}}” out'
  }
  return undefined
}

const listed = (names: string[]): string => names.map((name) => `{{${name}}}`).join(' and ')

/** What a sentence is called in a message: with its place, so that it is found. */
export const nameOf = ({ area, name }: Known): string => `“${area}”, “${name}”`

/**
 * All that is wrong with what somebody has changed, in sentences that name the place; none when it can be kept.
 *
 * @param changed whatever came in
 */
export const problemsWith = (changed: unknown): string[] => {
  if (changed === undefined || changed === null) return []
  if (typeof changed !== 'object' || Array.isArray(changed)) {
    return ['Send the changed sentences as one object, with the words of each by its key.']
  }
  return Object.entries(changed).flatMap(([key, words]) => {
    const sentence = SENTENCES.get(key)
    if (!sentence) return [`There is no sentence “${key.slice(0, 80)}”. Load the page again.`]
    const problem = problemWith(sentence, words)
    return problem === undefined ? [] : [`${nameOf(sentence)}: ${problem}.`]
  })
}

/** Without sentences that a later version of the software dropped. */
export const known = (changed: unknown): Record<string, unknown> =>
  typeof changed === 'object' && changed !== null && !Array.isArray(changed)
    ? Object.fromEntries(Object.entries(changed).filter(([key]) => SENTENCES.has(key)))
    : {}

/**
 * What differs from the words that the software came with, in the order of the catalogue. Only that is kept, so that
 * a better default of a later version reaches those who changed nothing.
 *
 * @param changed without problems
 */
export const differing = (changed: unknown): Changed => {
  const given = known(changed)
  return Object.fromEntries(
    [...SENTENCES.values()].flatMap(({ key, words }) => {
      if (!Object.hasOwn(given, key)) return []
      const text = tidied(given[key] as string)
      return text === words ? [] : [[key, text]]
    }),
  )
}

/**
 * What of it the site can say.
 *
 * @param leaveOut told of each sentence that does not fit any more, such as after its placeholders have changed
 */
export const sayable = (
  changed: unknown,
  leaveOut: (sentence: Known, problem: string) => void = () => {},
): Changed =>
  differing(
    Object.fromEntries(
      Object.entries(known(changed)).filter(([key, words]) => {
        const sentence = SENTENCES.get(key)!
        const problem = problemWith(sentence, words)
        if (problem !== undefined) leaveOut(sentence, problem)
        return problem === undefined
      }),
    ),
  )
